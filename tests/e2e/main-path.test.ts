import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePhoto } from '../../scripts/simulate/photo.ts';
import { loadCityPack } from '../../shared/city/packs.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { CITIZEN, createCitizen } from '../support/citizen.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const HD = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };
const PASAR_ANYAR = { lat: -6.1765, lng: 106.631 };
const WORDS = 'kebakaran di belakang rumah mertua saya, asapnya sudah tebal';
const NOTE = 'dipadamkan dua regu, pemilik rumah selamat';

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

/** The wall, and every frame its socket receives. */
async function openWall() {
  const screen = await openScreen(browser, { url: server.url, path: '/sign-in', size: HD });
  const frames: string[] = [];
  screen.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString())),
  );
  await screen.page.goto(`${server.url}/wall?token=${await server.token('wall')}`);
  await expect.poll(() => countOnWall(screen.page, 'open')).toBe('0');
  return { ...screen, frames };
}

function countOnWall(page: Page, which: 'open' | 'critical' | 'done-today'): Promise<string | null> {
  return page.getByTestId(`wall.${which}`).locator('dd').textContent();
}

test('a report lights up on the wall, is routed at the desk, done on a phone with a photo, and closed', async () => {
  const wall = await openWall();
  const operator = await server.signIn('operator');
  const desk = await openScreen(browser, {
    url: server.url,
    path: '/desk',
    cookie: operator.cookie,
    size: HD,
  });
  const responder = await server.signIn('responder', 'BPBD');
  const phone = await openScreen(browser, {
    ...{ url: server.url, path: '/responder', cookie: responder.cookie },
    ...{ size: PHONE, touch: true },
  });
  await phone.page.getByText('Tidak ada tiket untuk OPD ini').waitFor();

  const citizen = await createCitizen(server);
  await citizen.writes(WORDS, PASAR_ANYAR);

  // The wall: what it is and where, by the city's own words.
  const onWall = wall.page.locator('.wall-need');
  await onWall.getByText('Kebakaran', { exact: true }).waitFor();
  await onWall.getByText('Sukarasa, Tangerang').waitFor();
  expect(await onWall.getAttribute('data-priority')).toBe('critical');
  expect(await countOnWall(wall.page, 'open')).toBe('1');
  expect(await countOnWall(wall.page, 'critical')).toBe('1');
  const number = await onWall.getAttribute('data-ticket');
  expect(number).toMatch(/^TLR-\d{4}-000001$/);

  // The desk: the words, who said them, and the department that is suggested, accepted with one key.
  await desk.page.locator(`.desk-row[data-ticket="${number}"]`).click();
  await desk.page.getByText(WORDS).waitFor();
  await desk.page.getByText(CITIZEN.name).first().waitFor();
  await desk.page.keyboard.press('r');
  const routing = desk.page.getByRole('form', { name: 'Teruskan' });
  await routing.getByText(/^Diusulkan karena: .*kebakaran/).waitFor();
  await desk.page.keyboard.press('Enter');
  await wall.page.locator('.wall-need[data-status="routed"]').waitFor();

  // The phone: it is there by itself, and one press takes it.
  await phone.page.locator(`[data-ticket="${number}"]`).tap();
  await phone.page.getByText(WORDS).waitFor();
  await phone.page.getByRole('button', { name: 'Terima' }).tap();
  await wall.page.locator('.wall-need[data-status="acknowledged"]').waitFor();
  await phone.page.getByRole('button', { name: 'Mulai' }).tap();
  await wall.page.locator('.wall-need[data-status="in_progress"]').waitFor();

  // Done, with a note and a photo straight from a phone's camera.
  await phone.page.getByRole('button', { name: 'Selesai' }).tap();
  const done = phone.page.getByRole('form', { name: 'Selesaikan tiket' });
  await done.getByLabel('Apa yang sudah dikerjakan?').fill(NOTE);
  const photo = await makePhoto(112, { ...PASAR_ANYAR, at: Date.now() });
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  await phone.page
    .locator('form input[type=file]')
    .setInputFiles({ name: 'IMG_0112.jpg', mimeType: 'image/jpeg', buffer: photo });
  await done.getByRole('img', { name: 'Foto yang akan dikirim' }).waitFor();
  await done.getByRole('button', { name: 'Selesai' }).tap();
  await expect.poll(() => countOnWall(wall.page, 'open')).toBe('0');

  // The desk sees both, and nothing of the camera; then it is over.
  await desk.page.getByText(NOTE).first().waitFor();
  await desk.page.getByRole('button', { name: 'Buka foto penuh: Foto sesudah' }).click();
  const full = desk.page.getByRole('dialog').getByRole('img', { name: 'Foto sesudah' });
  await full.waitFor();
  const shown = await desk.page.request.get(`${server.url}${await full.getAttribute('src')}`);
  const picture = await sharp(await shown.body()).metadata();
  expect(picture).toMatchObject({ format: 'jpeg', width: 960, height: 720 });
  expect(picture.exif).toBeUndefined();
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.page.keyboard.press('w');
  await desk.page.locator('.desk-ticket[data-status="closed"]').waitFor();
  await expect.poll(() => countOnWall(wall.page, 'done-today')).toBe('1');
  await phone.page.locator('.phone-ticket[data-status="closed"]').waitFor();

  const received = [...wall.frames, await wall.page.content()].join('\n').toLowerCase();
  expect(received).toContain('kebakaran');
  const secrets = [
    ...[CITIZEN.name, 'Zubaidah', 'zubaidah.k', CITIZEN.waId, CITIZEN.bsuid, 'wamid.'],
    ...['mertua', 'asapnya', 'dua regu', 'pemilik', 'IMG_0112', '/api/photos'],
    ...['the operator', 'the responder', operator.email, responder.email],
  ];
  expect(secrets.filter((secret) => received.includes(secret.toLowerCase()))).toEqual([]);
  expect([...wall.faults, ...desk.faults, ...phone.faults]).toEqual([]);
});
