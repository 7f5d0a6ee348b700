import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createCitizen } from '../support/citizen.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { findFreePort } from '../support/free-port.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let database: TestDatabase;
let port: number;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  port = await findFreePort();
  server = await start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

function start(): Promise<TestServer> {
  const settings = { PORT: String(port) };
  return startTestServer({ clientDir: CLIENT_DIR, databaseUrl: database.url, settings });
}

test('a wall whose server is gone says so, and is live again by itself when it is back', async () => {
  const token = await server.token('wall');
  const { page, faults } = await openScreen(browser, { url: server.url, path: '/sign-in' });
  await page.clock.install();
  await page.goto(`${server.url}/wall?token=${token}`);
  const freshness = page.getByTestId('freshness');
  await expect.poll(() => freshness.textContent()).toMatch(/^LANGSUNG/);
  await (await createCitizen(server)).writes('jalan rusak, lubang besar', { lat: -2.98, lng: 120.18 });
  await page.locator('.wall-need').getByText('Jalan rusak').waitFor();

  await server.close();
  await page.clock.fastForward(16_000);
  await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/^GAMBAR LAMA: keadaan pukul /);
  // What was last known stays to be seen.
  expect(await page.locator('.wall-need').count()).toBe(1);

  server = await start();
  const citizen = await createCitizen(server);
  await citizen.writes('kebakaran di pasar', { lat: -3.02, lng: 120.2 });
  await page.locator('.wall-need').getByText('Api', { exact: true }).waitFor();
  await expect.poll(() => freshness.textContent()).toMatch(/^LANGSUNG/);
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  expect(await page.locator('.wall-need').count()).toBe(2);
  expect(page.url()).toBe(`${server.url}/wall`);
  expect(faults).toEqual([]);
});
