import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findBarriersInEveryLook } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';
import { openWall, type WallPlayer } from '../support/wall-player.ts';

const pack = {
  ...smallCity,
  flood: { posts: 1, reports: 5, withinMin: 60, calmMin: 30, categories: ['river-high'] },
};
let server: TestServer;
let browser: Browser;
let supervisor: string;
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR, pack });
  browser = await launchBrowser();
  supervisor = (await server.signIn('supervisor')).cookie;
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openRoom(options: Partial<Parameters<typeof openScreen>[1]> = {}): Promise<Screen> {
  const screen = await openScreen(browser, {
    url: server.url,
    path: '/room',
    cookie: supervisor,
    language: 'en',
    size: { width: 1440, height: 1000 },
    ...options,
  });
  open.push(screen);
  return screen;
}

async function connectWall(): Promise<WallPlayer> {
  const wall = openWall(server.url, await server.token('wall'));
  open.push(wall);
  return wall;
}

const seesWall = (page: Page, wall: WallPlayer) => page.locator(`[data-wall="${wall.socket.id}"]`).waitFor();

test('the walls are listed with what is wrong with them, and take orders', async () => {
  const { page, faults } = await openRoom();
  await page.getByText('No wall screen is connected.').waitFor();
  const kiosk = await connectWall();
  await kiosk.report({
    version: 'yesterday',
    sound: 'blocked',
    pictureAgeMs: 61_000,
    width: 3840,
    height: 2160,
  });
  // And a wall as it really is.
  const wall = await openScreen(browser, {
    url: server.url,
    path: `/wall?token=${await server.token('wall')}`,
  });
  open.push(wall);
  const row = page.locator('tr', { hasText: '3840 × 2160' });
  const other = page.locator('tr', { hasText: '1280 × 720' });
  const said = ['Map by schedule', '1 m old picture', 'not heard', "not the server's version"];
  await expect.poll(() => row.textContent()).toMatch(new RegExp(said.join('.*')));
  await expect.poll(() => other.textContent()).toMatch(/Map by schedule.*newest/);

  await other.getByRole('button', { name: 'Choose scene for a wall' }).click();
  await page.getByRole('menuitem', { name: 'Sensors' }).click();
  await wall.page.locator('.wall[data-scene="sensors"]').waitFor();
  await expect.poll(() => other.textContent()).toContain('Sensors held');
  await row.getByRole('button', { name: 'Reload a wall' }).click();
  await until(() => kiosk.orders.length === 1);
  expect(kiosk.orders).toEqual([{ kind: 'reload' }]);

  // Making all of them dark asks first.
  await wall.page.evaluate('window.isOldPage = true');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Reload all' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Reload all' }).click();
  await dialog.getByRole('button', { name: 'Reload all' }).click();
  await until(() => kiosk.orders.length === 2);
  await wall.page.waitForFunction('window.isOldPage === undefined');
  // What was chosen for it outlives its page.
  await wall.page.locator('.wall[data-scene="sensors"]').waitFor();
  await expect.poll(() => other.textContent()).toContain('Sensors held');

  // A server that does not answer takes nothing away; the list says that it is old.
  await page.route('**/api/walls', (route) => route.abort());
  const old = page.getByText('This list is not up to date');
  await old.waitFor();
  await row.waitFor();
  await page.unroute('**/api/walls');
  await old.waitFor({ state: 'detached' });
  kiosk.close();
  await row.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

test('flood mode is set by hand and given back; a message and a ticket are pinned, and taking down is undone', async () => {
  const wall = await connectWall();
  await wall.report({ sound: 'blocked', version: 'yesterday' });
  const operator = await createOperator(server);
  const { page, faults } = await openRoom();
  const flood = page.getByRole('region', { name: 'Flood mode' });
  await flood.getByText('0 of 5').waitFor();
  await flood.getByRole('button', { name: 'Turn on' }).click();
  await flood.getByText(/turned on by the supervisor since/).waitFor();
  await until(() => wall.room()?.flood?.by === 'hand');
  await flood.getByRole('button', { name: 'Give back to the rule' }).click();
  await until(() => wall.room()?.flood === null);
  await expect.poll(() => flood.getByTestId('flood-state').textContent()).toBe('Offby the rule');
  const ticket = await operator.open('river-high', 'air naik');
  await flood.getByText('1 of 5').waitFor();

  const pins = page.getByRole('region', { name: 'Pinned on every wall' });
  const message = pins.getByRole('textbox', { name: 'Message' });
  await pins.getByRole('button', { name: 'Pin message' }).click();
  await pins.getByText('Write the message.').waitFor();
  await message.fill('Apel pagi pukul 07.30');
  await pins.getByRole('button', { name: 'Pin message' }).click();
  await pins.getByRole('listitem').getByText('Apel pagi pukul 07.30').waitFor();
  expect(await message.inputValue()).toBe('');
  await pins.getByRole('combobox', { name: 'Ticket' }).fill('river');
  await page.getByRole('option', { name: new RegExp(ticket.number) }).click();
  await pins.getByRole('button', { name: 'Pin ticket' }).click();
  await pins.getByRole('listitem').getByText(ticket.number).waitFor();
  await until(() => wall.room()?.pins.length === 2);
  await pins.getByRole('button', { name: 'Take down the pin Apel pagi pukul 07.30' }).click();
  await until(() => wall.room()?.pins.length === 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(() => wall.room()?.pins.length === 2);

  await seesWall(page, wall);
  expect(faults).toEqual([]);
});

test('a warning is entered, extended and ended with the keyboard in Indonesian, on a phone', async () => {
  const wall = await connectWall();
  await wall.report();
  const { page, faults } = await openRoom({ language: 'id', size: { width: 390, height: 844 } });
  const panel = page.getByRole('region', { name: 'Peringatan' });
  await panel.getByRole('button', { name: 'Peringatan baru' }).press('Enter');
  const form = panel.getByRole('form', { name: 'Peringatan baru' });
  await form.getByRole('button', { name: 'Tampilkan peringatan' }).press('Enter');
  await form.getByText('Isi dahulu.').first().waitFor();
  await form.getByLabel('Kejadian').fill('Hujan lebat');
  await form.getByLabel('Isi peringatan').fill('Hujan lebat disertai petir dan angin kencang');
  await form.getByLabel('Sumber').fill('BMKG');
  const kecamatan = form.getByRole('combobox', { name: 'Kecamatan' });
  await kecamatan.press('ArrowDown');
  await page.getByRole('option', { name: 'Hulu' }).waitFor();
  await kecamatan.press('ArrowDown');
  await kecamatan.press('Enter');
  await kecamatan.press('Tab');
  await form.getByRole('button', { name: 'Tampilkan peringatan' }).press('Enter');
  await until(() => wall.room()?.warnings.length === 1);
  const given = wall.room()?.warnings[0];
  expect(given).toMatchObject({ event: 'Hujan lebat', severity: 'Moderate', source: 'BMKG' });
  expect(given?.kecamatan).toHaveLength(1);

  await panel.getByRole('button', { name: 'Perpanjang Hujan lebat' }).press('Enter');
  await page.getByRole('menuitem', { name: '+ 1 j' }).press('Enter');
  await until(() => wall.room()?.warnings[0]?.until !== given?.until);
  const later = Date.parse(wall.room()?.warnings[0]?.until ?? '') - Date.parse(given?.until ?? '');
  expect(later).toBe(3_600_000);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

  await panel.getByRole('button', { name: 'Akhiri Hujan lebat' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Akhiri Hujan lebat' }).press('Enter');
  await until(() => wall.room()?.warnings.length === 0);
  await panel.getByText('Tidak ada peringatan yang berlaku.').waitFor();
  expect(faults).toEqual([]);

  await panel.getByRole('button', { name: 'Peringatan baru' }).press('Enter');
  await seesWall(page, wall);
  expect(await findBarriersInEveryLook(page)).toEqual([]);
});
