import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { TicketsAnswer } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { findBarriersInBothThemes } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { CITIZEN, createCitizen } from '../support/citizen.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const PLACES = ['pasar', 'sekolah', 'masjid', 'jembatan', 'lapangan', 'terminal'];
const city: CityPack = {
  ...smallCity,
  training: PLACES.flatMap((place) => [
    { category: 'broken-road', text: `jalan rusak dan berlubang di depan ${place}` },
    { category: 'river-high', text: `air sungai naik dekat ${place}, warga waspada` },
    { category: 'blaze', text: `kebakaran, api besar di belakang ${place}`, urgent: true },
    { category: 'dead-power', text: `listrik mati dari pagi di sekitar ${place}` },
  ]),
  noise: {
    signs: [{ code: 'tease', name: { id: 'menggoda', en: 'teasing' }, says: 'wkwk*, hahaha' }],
    texts: ['wkwk iseng aja', 'hahaha ngetes doang'],
    followUps: [],
    rudeButReal: [],
  },
  urgency: {
    rules: [{ code: 'flames', name: { id: 'Api', en: 'Flames' }, priority: 'critical', says: 'api besar' }],
    hedges: 'takut',
    past: 'kemarin',
  },
};

let server: TestServer;
let browser: Browser;
let operator: Awaited<ReturnType<typeof createOperator>>;

beforeAll(async () => {
  server = await startTestServer({ pack: city, clientDir: CLIENT_DIR });
  browser = await launchBrowser();
  operator = await createOperator(server);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

let citizens = 0;
/** Somebody writes; answers the ticket it became. */
async function written(text: string): Promise<LiveTicket> {
  citizens += 1;
  const contact = { ...CITIZEN, waId: `628127777${1000 + citizens}`, bsuid: `ID.77001122334${citizens}` };
  const citizen = await createCitizen(server, contact);
  const known = new Set((await openTickets()).map(({ id }) => id));
  await citizen.writes(text);
  return until(async () => (await openTickets()).find(({ id }) => !known.has(id)));
}

async function openTickets(): Promise<LiveTicket[]> {
  const response = await fetch(`${server.url}/api/tickets?status=open&limit=200`, {
    headers: { cookie: operator.cookie },
  });
  return ((await response.json()) as TicketsAnswer).tickets;
}

test('the desk says whose a ticket is, how sure that is and why; one key accepts, two choose another', async () => {
  const ticket = await written('wkwk kebakaran api besar di jalan rusak');
  const { page, faults, close } = await openScreen(browser, {
    ...{ url: server.url, path: `/desk/${ticket.id}`, cookie: operator.cookie },
    ...{ language: 'en', size: { width: 1440, height: 900 } },
  });
  page.setDefaultTimeout(60_000);
  const why = page.getByRole('region', { name: 'Suggested department' });
  await why
    .getByText(/^0\.\d\d$/)
    .first()
    .waitFor();
  expect(await why.locator('.desk-why-words').first().textContent()).toContain('api');
  await why.getByText('Flames (Critical): “api besar”').waitFor();
  await why.getByText('teasing').waitFor();
  const others = why.getByRole('list', { name: 'Other likely departments' }).getByRole('listitem');
  expect(await others.count()).toBe(2);
  expect(await findBarriersInBothThemes(page)).toEqual([]);

  const second = (await others.first().locator('strong').textContent()) ?? '';
  await page.keyboard.press('r');
  await page.getByRole('form', { name: 'Route' }).waitFor();
  await page.keyboard.press('2');
  const routed = page
    .getByRole('paragraph')
    .filter({ hasText: `the operator routed it from Siaga to ${second}` });
  await routed.waitFor();
  // Critical, and taken by nobody yet: still the control room's.
  await page.getByRole('tab', { name: /To do/ }).waitFor();
  await page.getByRole('region', { name: 'Queue' }).getByText(ticket.number).waitFor();

  const lamp = await written('listrik mati dari pagi');
  await page.goto(`${server.url}/desk/${lamp.id}`);
  await why.getByText('Luar').first().waitFor();
  await page.keyboard.press('y');
  await page.getByText('the operator routed it to Luar').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a supervisor sees how right suggestions were, trains, goes back, and switches learning off', async () => {
  for (const place of PLACES) {
    const ticket = await written(`lubang jalan rusak di ${place}`);
    await operator.give(ticket, 'route', { departmentCode: 'LUAR' });
  }
  const { cookie } = await server.signIn('supervisor');
  const { page, faults, close } = await openScreen(browser, {
    ...{ url: server.url, path: '/admin/understanding', cookie },
    size: { width: 1440, height: 900 },
  });
  page.setDefaultTimeout(60_000);
  const row = page.getByRole('table').last().getByRole('row');
  await page.getByRole('row', { name: /Jalan 6 0% Luar 6/ }).waitFor();
  await row.getByText('jalan rusak').first().waitFor();

  await page.getByRole('button', { name: 'Latih sekarang' }).click();
  await page.getByRole('row', { name: /Versi 1 .*berlaku/ }).waitFor();
  expect(await findBarriersInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pakai lagi Daftar kata saja' }).click();
  await page.getByRole('button', { name: 'Pakai lagi Versi 1' }).waitFor();
  await page.getByText('dipilih orang dan tetap dipakai').waitFor();
  expect(await findBarriersInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pakai versi baru lagi' }).click();
  await page.getByText('dipilih orang dan tetap dipakai').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Matikan belajar' }).click();
  await page.getByRole('button', { name: 'Nyalakan belajar' }).waitFor();
  expect(await page.getByRole('button', { name: 'Latih sekarang' }).isDisabled()).toBe(true);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth <= 390')).toBe(true);
  await page.route('**/api/learning', (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  await page.getByText('Tidak dapat memuat.').waitFor();
  await page.unroute('**/api/learning');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await page.getByRole('row', { name: /Jalan 6 0% Luar 6/ }).waitFor();
  expect(faults.filter((fault) => !fault.includes('500'))).toEqual([]);
  await close();
});
