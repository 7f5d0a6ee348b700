import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

test('a wall that lost its server says since when its picture is old', async () => {
  const { cookie } = await server.signIn('wall');
  const { page, close } = await openScreen(browser, { url: server.url, path: '/sign-in', cookie });
  await page.clock.install();
  await page.goto(`${server.url}/wall`);
  await expect.poll(() => page.getByTestId('freshness').textContent()).toMatch(/^LANGSUNG/);

  await server.close();
  await page.clock.fastForward(7_000);
  await expect.poll(() => page.getByTestId('freshness').textContent()).toMatch(/^TERTINGGAL/);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.clock.fastForward(10_000);
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toMatch(/^GAMBAR LAMA: keadaan pukul \d\d\.\d\d\.\d\d, \d+ d yang lalu$/);
  await close();
});
