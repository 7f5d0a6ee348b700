import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { findBarriers } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { CITIZEN, createCitizen } from '../support/citizen.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openDesk(path = '/desk'): Promise<Screen> {
  const { cookie } = await server.signIn('operator');
  const size = { width: 1440, height: 900 };
  const screen = await openScreen(browser, { url: server.url, path, cookie, language: 'en', size });
  // Its keys work from then on.
  await screen.page.getByRole('region', { name: 'Queue' }).waitFor();
  return screen;
}

test('a call is a ticket after two facts, in twelve keys and with the keyboard alone', async () => {
  const { page, faults, close } = await openDesk();
  await page.getByText('Choose a ticket from the queue').waitFor();
  let pressed = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    pressed += keys.length;
  };
  await press('n');
  await page.getByRole('form', { name: 'New report' }).waitFor();
  await press('k', 'e', 'b');
  await page.getByRole('option', { name: /Blaze/ }).waitFor();
  await press('Enter');
  await page.getByRole('combobox', { name: 'Where?' }).and(page.locator(':focus')).waitFor();
  await press('p', 'a', 's', 'a');
  await page.getByRole('option', { name: /Pasar Satu/ }).waitFor();
  await press('Enter');
  await page.getByRole('button', { name: 'Create ticket' }).and(page.locator(':focus')).waitFor();
  await press('Enter');
  await page.getByRole('heading', { name: /Blaze/ }).waitFor();
  await page.locator('.desk-facts').getByText('Batu Satu, Hulu').waitFor();
  await page.locator('main').getByText('Pasar Satu').waitFor();
  expect(pressed).toBeLessThanOrEqual(12);
  expect(faults).toEqual([]);
  await close();
});

test('a form without its two facts says what is missing', async () => {
  const { page, close } = await openDesk();
  await page.getByRole('button', { name: 'New report' }).click();
  // The kinds are open already; a click beside them closes them.
  await page.getByRole('heading', { name: 'New report' }).click();
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await page.getByText('Choose the kind.').waitFor();
  await page.getByText('Choose the place.').waitFor();
  await close();
});

test('a ticket is found in the queue, routed with a reason, and its history says so', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('anything', 'genangan di gang');
  const { page, faults, close } = await openDesk();
  await page
    .getByRole('region', { name: 'Queue' })
    .getByRole('button', { name: new RegExp(ticket.number) })
    .click();
  await page.getByText('genangan di gang').waitFor();
  await page.keyboard.press('r');
  const form = page.getByRole('form', { name: 'Route' });
  await form.getByRole('combobox', { name: 'Department' }).fill('Siaga');
  await page.getByRole('option', { name: /Siaga/ }).click();
  await form.getByLabel('Reason').fill('sungai naik');
  await form.getByRole('button', { name: 'Route' }).click();
  await page.getByText('the operator routed it from Jalan to Siaga').waitFor();
  await page.getByText('sungai naik').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('who comes second sees the newer ticket and is told so', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('broken-road', 'lubang');
  const { page, close } = await openDesk(`/desk/${ticket.id}`);
  await page.getByText('lubang').first().waitFor();
  await page.keyboard.press('t');
  const form = page.getByRole('form', { name: 'Reject' });
  // The form has the keyboard already.
  await page.keyboard.type('ganda');
  // The screen hears nothing of what the other operator does: it learns of it from the answer.
  await page.route(`**/api/tickets/${ticket.id}/reject`, async (route) => {
    await operator.give(ticket, 'note', { note: 'sudah dicek' });
    await route.continue();
  });
  await form.getByRole('button', { name: 'Reject' }).click();
  await page.getByText('Somebody else has just changed this ticket.').waitFor();
  await page.getByText('sudah dicek').first().waitFor();
  expect(await form.getByLabel('Reason').inputValue()).toBe('ganda');
  await close();
});

test('the keys of the desk are shown', async () => {
  const { page, close } = await openDesk();
  await page.getByText('Choose a ticket from the queue').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('new report or call').waitFor();
  await close();
});

test('who is signed out elsewhere is asked to sign in again, and comes back to where they were', async () => {
  const { cookie, email } = await server.signIn('operator');
  const { page, close } = await openScreen(browser, {
    url: server.url,
    path: '/desk',
    cookie,
    language: 'en',
  });
  await page.getByText('Choose a ticket from the queue').waitFor();
  await fetch(`${server.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: server.url },
  });
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Choose a ticket from the queue').waitFor();
  expect(new URL(page.url()).pathname).toBe('/desk');
  await close();
});

test('Escape puts a form away and nothing else', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('broken-road', 'lubang');
  const { page, close } = await openDesk(`/desk/${ticket.id}`);
  await page.locator('.part-said', { hasText: 'lubang' }).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('form', { name: 'Route' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('form', { name: 'Route' }).waitFor({ state: 'detached' });
  // The keys are the desk's again.
  await page.keyboard.press('m');
  await page.getByRole('form', { name: 'Merge' }).waitFor();
  await close();
});

test('of many tickets at once: ordered, undone without a trace, ordered again, and each that refuses is named', async () => {
  const operator = await createOperator(server);
  const [first, second] = [
    await operator.open('dead-power', 'gelap'),
    await operator.open('dead-power', 'padam'),
  ];
  const { page, faults, close } = await openDesk();
  const queue = page.getByRole('region', { name: 'Queue' });
  await page.keyboard.press('/');
  await page.keyboard.type('power');
  await page.keyboard.press('Escape');
  for (const { number } of [first, second])
    await queue.getByRole('checkbox', { name: `Select ${number}` }).click();
  const chosen = page.getByRole('region', { name: '2 tickets selected' });
  const raise = async () => {
    await page.keyboard.press('p');
    await chosen.getByRole('button', { name: 'High' }).click();
    await page.getByText('Priority High: 2 tickets, about to be sent.').waitFor();
  };
  await raise();
  await page.keyboard.press('z');
  await page.getByText('Priority High: 2 tickets').waitFor({ state: 'detached' });
  for (const { number } of [first, second])
    await queue.getByRole('checkbox', { name: `Select ${number}` }).click();
  await raise();
  // Somebody decides otherwise about one of them before it is sent.
  await operator.give(second, 'reprioritise', { priority: 'low' });
  await page.locator('.desk-row', { hasText: second.number }).locator('svg[aria-label="Low"]').waitFor();
  await page.keyboard.press('Z');
  await page.getByText('Priority: 1 ticket saved').waitFor();
  await page.getByText(`${second.number}: Changed since it was selected`).waitFor();
  const answer = await fetch(`${server.url}/api/tickets/${first.id}`, {
    headers: { cookie: operator.cookie },
  });
  const { history, priority } = (await answer.json()) as { history: { type: string }[]; priority: string };
  expect(priority).toBe('high');
  // Once: what was undone has left nothing.
  expect(history.filter(({ type }) => type === 'ticket.reprioritised')).toHaveLength(1);
  expect(faults).toEqual([]);
  await close();
});

test('filters have names, counts and keys, and follow their person to another desk', async () => {
  const operator = await createOperator(server);
  const road = await operator.open('broken-road', 'retak');
  const fire = await operator.open('blaze', 'api');
  const { cookie } = await server.signIn('operator');
  const size = { width: 1440, height: 900 };
  const desk = () => openScreen(browser, { url: server.url, path: '/desk', cookie, language: 'en', size });
  const first = await desk();
  await first.page.getByRole('region', { name: 'Queue' }).waitFor();
  await first.page.keyboard.press('f');
  const panel = first.page.getByRole('region', { name: 'Filter' });
  await panel.getByRole('combobox', { name: 'Kind' }).or(panel.getByLabel('Kind')).first().fill('Blaze');
  await first.page.getByRole('option', { name: 'Blaze' }).click();
  await panel.getByLabel('Save under a name').fill('Fires');
  await panel.getByRole('button', { name: 'Save' }).click();
  await first.page
    .getByRole('list', { name: 'Saved filters' })
    .getByRole('button', { name: /Fires/ })
    .waitFor();
  await first.close();

  const { page, faults, close } = await desk();
  const saved = page.getByRole('list', { name: 'Saved filters' }).getByRole('button', { name: /^Fires/ });
  await saved.waitFor();
  await page.keyboard.press('1');
  await page.locator('.desk-row', { hasText: fire.number }).waitFor();
  expect(await page.locator('.desk-row', { hasText: road.number }).count()).toBe(0);
  const before = Number((await saved.textContent())?.replace(/\D/g, ''));
  await operator.open('blaze', 'api lagi');
  await expect.poll(async () => Number((await saved.textContent())?.replace(/\D/g, ''))).toBe(before + 1);
  // A new critical ticket is told in the title, until it is opened.
  await expect.poll(() => page.title()).toBe('(1) Live Room');
  await page.keyboard.press('g');
  await page.getByText('api lagi').waitFor();
  await expect.poll(() => page.title()).toBe('Live Room');
  expect(faults).toEqual([]);
  await close();
});

test('what is being written survives a reload, and ends with signing out', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('broken-road', 'amblas');
  const { page, faults, close } = await openDesk(`/desk/${ticket.id}`);
  await page.getByText('amblas').waitFor();
  await page.keyboard.press('c');
  const note = page.getByRole('form', { name: 'Note' }).getByLabel('Note');
  await note.fill('pelapor minta ditelepon');
  await page.reload();
  await note.waitFor();
  expect(await note.inputValue()).toBe('pelapor minta ditelepon');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Email').waitFor();
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('ditelepon');
  expect(faults).toEqual([]);
  await close();
});

test('a place told in words is shown as what it is: near something, roughly somewhere, or another city’s', async () => {
  const told = [
    [
      'listrik mati di depan pasar satu',
      'in front of Pasar Satu, Batu Satu, Hulu',
      'by the words of the report',
      null,
    ],
    ['listrik mati di kecamatan hilir', 'Hilir', 'accuracy ±2500 m', 'vague'],
    ['listrik mati di ujung kulon', 'Outside the city: Kota Seberang', null, 'outside'],
    ['listrik mati dari tadi', 'Place not known yet', null, 'missing'],
  ] as const;
  for (const [at, [text]] of told.entries()) {
    const waId = `62812777000${at + 10}`;
    const citizen = await createCitizen(server, {
      ...CITIZEN,
      waId,
      bsuid: `ID.${waId}`,
      username: `u${at}`,
    });
    await citizen.writes(text);
  }
  const { page, faults, close } = await openDesk();
  const queue = page.getByRole('region', { name: 'Queue' });
  for (const [text, place, remark, lack] of told) {
    await queue.getByRole('button').filter({ hasText: place }).first().click();
    await page.locator('.talk').getByText(text).waitFor();
    const facts = page.locator('.desk-facts');
    await facts.getByText(place).waitFor();
    if (remark !== null) await facts.getByText(remark).waitFor();
    expect(await facts.locator('.desk-place-lack').count(), text).toBe(lack === null ? 0 : 1);
    if (lack !== null) await facts.locator(`[data-lack=${lack}]`).waitFor();
    await page.locator('.desk-radius').waitFor({ state: remark === null ? 'detached' : 'attached' });
    if (lack === 'vague') expect(await findBarriers(page)).toEqual([]);
  }
  expect(faults).toEqual([]);
  await close();
});

test('a call about what is known joins its ticket with one key', async () => {
  const operator = await createOperator(server);
  const known = await operator.open('river-high', 'air naik');
  await operator.open('dead-power', 'dari nomor yang sama');
  const { page, faults, close } = await openDesk();
  await page.keyboard.press('n');
  await page.getByRole('form', { name: 'New report' }).waitFor();
  await page.keyboard.type('banjir');
  await page.getByRole('option', { name: /High river/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Where?' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('pasar s');
  await page.getByRole('option', { name: /Pasar Satu/ }).waitFor();
  await page.keyboard.press('Enter');
  const near = page.getByRole('region', { name: 'Tickets around' });
  await near.getByText(known.number).waitFor();
  await near.getByRole('listitem').first().getByText('High river').waitFor();
  await page.keyboard.press('F2');
  await page.locator(`.desk-ticket[data-ticket="${known.number}"]`).getByText('2 reports').waitFor();
  await page.getByText('Pasar Satu').first().waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('what may be the same is merged with one key and taken apart again; a reporter is asked about in one click', async () => {
  const token = await server.token('channel');
  const tell = async (text: string, lat: number): Promise<LiveTicket> => {
    const response = await fetch(`${server.url}/channels/laksa/reports`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': text,
      },
      body: JSON.stringify({
        text,
        location: { lat, lng: 120.21, accuracyM: 150 },
        reporter: { name: 'Siti', phone: '+6281234567890', accountId: text },
      }),
    });
    expect(response.status).toBe(201);
    return until(async () => {
      const row = await server.db
        .selectFrom('report')
        .innerJoin('ticket', 'ticket.id', 'report.ticket_id')
        .select(['ticket.id', 'ticket.number'])
        .where('report.text', '=', text)
        .executeTakeFirst();
      return row as LiveTicket | undefined;
    });
  };
  const first = await tell('jalan rusak dekat sekolah dasar', -3.011);
  const second = await tell('jalan rusak parah dekat sekolah', -3.0125);
  const { page, faults, close } = await openDesk(`/desk/${second.id}`);
  const strip = page.getByRole('region', { name: 'Maybe the same incident' });
  await strip.getByText(first.number).waitFor();
  await strip.getByText(/same words: jalan, rusak/).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Other reports by Siti' }).click();
  const other = page.getByRole('listitem').filter({ hasText: first.number });
  await other.getByTitle('Its number on the map').getByText('1', { exact: true }).waitFor();
  // The same numeral stands on the map, at a ring around the other ticket's place.
  await page.locator('.desk-map .map-chip', { hasText: /^1$/ }).waitFor();
  expect(await page.locator('.desk-map .desk-told-ring').count()).toBe(1);
  await page.keyboard.press('e');
  await page.getByText('Merged into another ticket').waitFor();
  await page.getByRole('button', { name: 'Open that ticket' }).click();
  const known = page.locator(`.desk-ticket[data-ticket="${first.number}"]`);
  await known.getByText('2 reports').first().waitFor();
  await page.keyboard.press('u');
  await page.getByRole('radio', { name: new RegExp(second.number) }).check();
  await page.locator('.desk-form').getByRole('button', { name: 'Split' }).click();
  await known.getByText('1 report', { exact: true }).waitFor();
  await known.getByText(`took 1 of the reports out into ${second.number}`, { exact: false }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a measuring post is on the map with its level, in the reader’s notation, and marked once it is in alarm', async () => {
  const token = await server.token('channel');
  const measured = async (v: number) => {
    const response = await fetch(`${server.url}/channels/sensors/readings`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/senml+json', Authorization: `Bearer ${token}` },
      body: JSON.stringify([{ n: 'urn:dev:kkl:river:jembatan', u: 'm', t: Date.now() / 1000, v }]),
    });
    expect(response.ok, await response.text()).toBe(true);
    await until(async () => {
      const levels = await fetch(`${server.url}/api/sensors`, { headers: { cookie } });
      return (await levels.text()).includes(String(v));
    });
  };
  const { cookie } = await server.signIn('operator');
  await measured(1.25);
  const { page, faults, close } = await openDesk();
  const level = (text: string) => page.locator('.desk-map .map-chip', { hasText: `Jembatan Satu ${text}` });
  await level('1.25 m').waitFor();
  expect(await level('1.25 m').getAttribute('class')).not.toContain('alarm');
  await measured(3.5);
  await page.reload();
  await level('3.50 m').and(page.locator('.desk-chip-alarm')).waitFor();
  await page.getByRole('button', { name: /^ID/ }).click();
  await level('3,50 m').waitFor();
  expect(faults).toEqual([]);
  await close();
});
