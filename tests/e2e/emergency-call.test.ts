import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCityPack } from '../../shared/city/packs.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { CITIZEN, createCitizen } from '../support/citizen.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const HD = { width: 1920, height: 1080 };
const CIKOKOL_BRIDGE = { lat: -6.2035, lng: 106.6305 };

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR, pack: loadCityPack('tangerang') });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a 112 call is opened with one key, knows its number and place, and is a ticket on the wall after what it is about', async () => {
  const { cookie } = await server.signIn('operator');
  const desk = await openScreen(browser, { url: server.url, path: '/desk', cookie, size: HD });
  const wall = await openScreen(browser, {
    url: server.url,
    path: '/wall',
    cookie,
    size: HD,
    language: 'en',
  });
  const citizen = await createCitizen(server);
  await citizen.calls('call-1', 'answered');
  await desk.page.getByText(`+${CITIZEN.waId}`).waitFor();
  const onWall = wall.page.locator('.wall-need');
  await onWall.getByText('Emergency', { exact: true }).waitFor();
  await onWall.getByText('Place not known yet').waitFor();

  await desk.page.keyboard.press('n');
  await desk.page.getByText(`Untuk panggilan +${CITIZEN.waId}`).waitFor();
  const form = desk.page.getByRole('form', { name: 'Laporan baru' });
  expect(await form.getByLabel('Nomor pelapor').inputValue()).toBe(`+${CITIZEN.waId}`);
  await desk.page.keyboard.type('lalu lintas');
  await desk.page.keyboard.press('Enter');

  // The caller's phone says where it is while the operator writes.
  await citizen.isLocated(CIKOKOL_BRIDGE);
  await form.getByText('Tempat dari panggilan').waitFor();
  await form.getByLabel('Kata-kata pelapor').fill('truk menabrak motor, dua orang terluka');
  await form.getByRole('button', { name: 'Buat tiket' }).click();

  await desk.page.getByRole('heading', { name: 'Kecelakaan lalu lintas' }).waitFor();
  await desk.page.locator('.desk-ticket[data-status="verified"]').waitFor();
  await desk.page.locator('.desk-row').getByText('Terverifikasi').waitFor();
  await onWall.getByText('Traffic accident').waitFor();
  await onWall.getByText('Cikokol, Tangerang').waitFor();
  expect(await onWall.count()).toBe(1);
  const shown = (await wall.page.content()).toLowerCase();
  expect(['motor', 'terluka', CITIZEN.waId].filter((word) => shown.includes(word))).toEqual([]);

  // Taken down, it is no longer the call that the key opens.
  await desk.page.keyboard.press('n');
  await form.waitFor();
  expect(await form.getByLabel('Nomor pelapor').inputValue()).toBe('');
  expect([...desk.faults, ...wall.faults]).toEqual([]);
});
