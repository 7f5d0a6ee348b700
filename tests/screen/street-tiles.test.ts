import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { makePicture } from '../support/pictures.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const OUT_OF_REACH = 'Peta jalan tidak terjangkau';

let tiles: Server;
let server: TestServer;
let browser: Browser;
/** Whether the tile server has tiles to give. */
let giving = false;

beforeAll(async () => {
  const picture = await makePicture('png', 256, 256);
  tiles = createServer((_req, res) => {
    if (giving) res.setHeader('Content-Type', 'image/png').end(picture);
    else res.writeHead(503).end();
  });
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve));
  const { port } = tiles.address() as AddressInfo;
  const settings = { TILE_URL: `http://127.0.0.1:${port}/{z}/{x}/{y}.png` };
  server = await startTestServer({ clientDir: CLIENT_DIR, settings });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  tiles.close();
});

test('a wall without street tiles draws the city itself, and says so', async () => {
  giving = false;
  const { cookie } = await server.signIn('wall');
  const { page, close } = await openScreen(browser, { url: server.url, path: '/wall', cookie });
  await page.getByText(OUT_OF_REACH).waitFor();
  await expect.poll(() => page.locator('.map-river').count()).toBeGreaterThan(0);
  expect(await page.locator('.map-cell-open').count()).toBe(0);
  await close();
});

test('with street tiles only outlines lie over them', async () => {
  giving = true;
  const { cookie } = await server.signIn('wall');
  const { page, faults, close } = await openScreen(browser, { url: server.url, path: '/wall', cookie });
  await page.locator('img.leaflet-tile-loaded').first().waitFor();
  await expect.poll(() => page.locator('.map-cell-open').count()).toBe(server.pack.kelurahan.length);
  expect(await page.getByText(OUT_OF_REACH).count()).toBe(0);
  expect(await page.locator('.map-river').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});
