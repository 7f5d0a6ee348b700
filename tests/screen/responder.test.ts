import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
import { makePicture } from '../support/pictures.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const PHONE = { width: 390, height: 844 };

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

test('a department without tickets is told so, in English', async () => {
  const { cookie } = await server.signIn('responder', 'LUAR');
  const screen = await openScreen(browser, {
    url: server.url,
    path: '/responder',
    cookie,
    language: 'en',
    size: PHONE,
  });
  await screen.page.getByText('No tickets for this department').waitFor();
  expect(screen.faults).toEqual([]);
  await screen.close();
});

test('a ticket is acknowledged, started and returned with a reason, on a phone', async () => {
  const { cookie } = await server.signIn('responder', 'SIAGA');
  const screen = await openScreen(browser, {
    url: server.url,
    path: '/responder',
    cookie,
    language: 'en',
    size: PHONE,
  });
  const { page } = screen;
  await page.getByText('No tickets for this department').waitFor();
  // It comes by itself, while the phone is open.
  const operator = await createOperator(server);
  const { number } = await operator.give(await operator.open('blaze'), 'route', { departmentCode: 'SIAGA' });
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await page.getByText('asap tebal').waitFor();
  expect(await page.getByRole('link', { name: "Open in the phone's map" }).getAttribute('href')).toMatch(
    /^geo:-2\.980000,120\.180000/,
  );
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('started work').waitFor();
  await page.getByRole('button', { name: 'Return' }).click();
  const form = page.getByRole('form', { name: 'Return to the control room' });
  await form.getByRole('button', { name: 'Return' }).click();
  await form.getByText('Say why.').waitFor();
  await form.getByLabel('Reason').fill('not ours');
  await form.getByRole('button', { name: 'Return' }).click();
  await page.getByText('not ours').waitFor();
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(PHONE.width);
  expect(screen.faults).toEqual([]);
  await screen.close();
});

test('work is resolved with a note and a photo of it', async () => {
  const { cookie } = await server.signIn('responder', 'JALAN');
  const operator = await createOperator(server);
  const routed = await operator.give(await operator.open('broken-road', 'lubang besar'), 'route', {
    departmentCode: 'JALAN',
  });
  const ticket = await operator.give(await operator.give(routed, 'acknowledge'), 'start');
  const path = `/responder/${ticket.id}`;
  const screen = await openScreen(browser, { url: server.url, path, cookie, size: PHONE });
  const { page } = screen;
  await page.getByRole('button', { name: 'Selesai' }).click();
  const form = page.getByRole('form', { name: 'Selesaikan tiket' });
  await form.getByLabel('Apa yang sudah dikerjakan?').fill('lubang ditambal');
  const photo = { name: 'sesudah.jpg', mimeType: 'image/jpeg', buffer: await makePicture('jpeg') };
  await page.locator('input[type=file]').setInputFiles(photo);
  await form.getByText('Foto: sesudah.jpg').waitFor();
  await form.getByRole('button', { name: 'Selesai' }).click();
  await page.getByText('lubang ditambal').waitFor();
  await page.getByRole('button', { name: 'Buka foto penuh: Foto sesudah' }).click();
  await page.getByRole('dialog').getByRole('img', { name: 'Foto sesudah' }).waitFor();
  expect(screen.faults).toEqual([]);
  await screen.close();
});
