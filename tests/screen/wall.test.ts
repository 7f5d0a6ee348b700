import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** Said once the first picture is there and nothing is open. */
const CALM = 'Laporan baru muncul di sini begitu masuk.';

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

test('a kiosk token opens the wall without a form, leaves the address and is kept', async () => {
  const token = await server.token('wall');
  const { page, faults, close } = await openScreen(browser, {
    url: server.url,
    path: `/wall?token=${token}`,
  });
  await page.getByText(CALM).waitFor();
  expect(page.url()).toBe(`${server.url}/wall`);
  await expect.poll(() => page.getByTestId('freshness').textContent()).toMatch(/^LANGSUNG \d,\d dtk$/);
  expect(await page.getByTestId('wall.open').locator('dd').textContent()).toBe('0');
  await page.reload();
  await page.getByText(CALM).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a wall without a token says how to connect it', async () => {
  const { page, close } = await openScreen(browser, { url: server.url, path: '/wall' });
  await page.getByText('Layar ini belum dihubungkan').waitFor();
  await close();
});

test('a wall whose token was revoked says so', async () => {
  const { page, close } = await openScreen(browser, {
    url: server.url,
    path: '/wall?token=lr_wall_revoked',
    language: 'en',
  });
  await page.getByText('The token of this screen is no longer valid').waitFor();
  await close();
});

test.each([
  ['1280x720', 1280, 720],
  ['1920x1080', 1920, 1080],
  ['3840x2160', 3840, 2160],
  ['portrait', 1080, 1920],
])(
  'no text of a wall of %s is smaller than a sixtieth of its height, and nothing sticks out',
  async (_, width, height) => {
    const { cookie } = await server.signIn('wall');
    const size = { width, height };
    const { page, close } = await openScreen(browser, { url: server.url, path: '/wall', cookie, size });
    await page.getByText(CALM).waitFor();
    const smallest = await page.evaluate<number>(`Math.min(...[...document.querySelectorAll('.wall *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
    .filter((element) => !element.closest('.visually-hidden, .leaflet-control'))
    .map((element) => parseFloat(getComputedStyle(element).fontSize)))`);
    expect(smallest).toBeGreaterThanOrEqual(height / 60 - 0.01);
    const overflow = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.wall-panel, .wall-header > *')]
    .filter((element) => element.offsetParent !== null)
    .filter((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
    }).map((element) => element.className)`);
    expect(overflow).toEqual([]);
    await close();
  },
);
