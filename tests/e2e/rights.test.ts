import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
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

test('a wall whose token an administrator revokes says so at once, and is a wall again with another', async () => {
  const wall = await openScreen(browser, {
    url: server.url,
    path: `/wall?token=${await server.token('wall')}`,
  });
  await expect.poll(() => wall.page.getByTestId('freshness').textContent()).toMatch(/^LANGSUNG/);

  const { cookie } = await server.signIn('administrator');
  const admin = await openScreen(browser, { url: server.url, path: '/admin/tokens', cookie });
  await admin.page.getByRole('button', { name: 'Cabut a wall' }).click();
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Cabut a wall' }).click();
  await wall.page.getByText('Token layar ini tidak berlaku lagi').waitFor();

  await wall.page.goto(`${server.url}/wall?token=${await server.token('wall')}`);
  await expect.poll(() => wall.page.getByTestId('freshness').textContent()).toMatch(/^LANGSUNG/);
  await expect.poll(() => wall.page.getByText('Token layar ini tidak berlaku lagi').count()).toBe(0);
  expect([...wall.faults, ...admin.faults]).toEqual([]);
});

test("a responder sees their own department's tickets, and those of others not even by their address", async () => {
  const operator = await createOperator(server);
  const theirs = await operator.give(await operator.open('broken-road', 'aspal amblas'), 'route', {
    departmentCode: 'JALAN',
  });
  const own = await operator.give(await operator.open('blaze', 'api di gudang'), 'route', {
    departmentCode: 'SIAGA',
  });
  const { cookie } = await server.signIn('responder', 'SIAGA');
  const { page, faults } = await openScreen(browser, {
    ...{ url: server.url, path: '/responder', cookie, language: 'en', size: PHONE, touch: true },
  });
  await page.getByRole('link', { name: new RegExp(own.number) }).waitFor();
  expect(await page.getByText(theirs.number).count()).toBe(0);

  await page.goto(`${server.url}/responder/${theirs.id}`);
  await page.getByText('This ticket is no longer with your department.').waitFor();
  expect(await page.getByText('aspal amblas').count()).toBe(0);

  // One that is handed over comes by itself, one that is taken away leaves.
  await page.goto(`${server.url}/responder`);
  await page.getByRole('link', { name: new RegExp(own.number) }).waitFor();
  await operator.give(theirs, 'route', { departmentCode: 'SIAGA' });
  await page.getByRole('link', { name: new RegExp(theirs.number) }).waitFor();
  await operator.give(own, 'route', { departmentCode: 'JALAN' });
  await page.getByRole('link', { name: new RegExp(own.number) }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test('an executive reads the numbers, in English, and nobody’s words', async () => {
  const operator = await createOperator(server);
  await operator.open('blaze', 'atap runtuh menimpa warung');
  const { cookie } = await server.signIn('executive');
  const { page, faults } = await openScreen(browser, {
    ...{ url: server.url, path: '/', cookie, language: 'en' },
  });
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByRole('row', { name: /Dinas Siaga/ }).waitFor();
  expect(await page.content()).not.toContain('warung');
  await page.goto(`${server.url}/desk`);
  await page.getByText('may not open this screen').waitFor();
  expect(faults).toEqual([]);
});
