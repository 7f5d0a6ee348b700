import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoomState } from '../../shared/wire/room.ts';
import { findBarriers } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { tapLive } from '../support/live-wire.ts';
import { createOperator } from '../support/operator.ts';
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

describe('with a busy city', () => {
  const ROOM: RoomState = {
    flood: null,
    pins: [
      { id: 'p', at: '2026-11-24T12:00:00.000Z', by: 'Supervisor', kind: 'message', text: 'Rapat pukul 21' },
    ],
    warnings: [
      {
        id: 'w',
        severity: 'Severe',
        event: 'Hujan lebat',
        text: 'Potensi genangan di jalan utama',
        kecamatan: ['Hulu'],
        source: 'BMKG',
        from: '2020-01-01T00:00:00.000Z',
        until: '2099-01-01T00:00:00.000Z',
      },
    ],
    channels: [
      { channel: '112', lastHour: 34, usual: 18 },
      { channel: 'whatsapp', lastHour: 5, usual: null },
    ],
  };
  let busy: TestServer;
  let operator: Awaited<ReturnType<typeof createOperator>>;
  let cookie: string;

  beforeAll(async () => {
    busy = await startTestServer({ clientDir: CLIENT_DIR });
    operator = await createOperator(busy);
    ({ cookie } = await busy.signIn('wall'));
    for (const category of ['broken-road', 'river-high', 'dead-power']) await operator.open(category);
  });
  afterAll(() => busy.close());

  /** A wall with its picture, and with its wire in hand. */
  async function openWall(size = { width: 1280, height: 720 }) {
    const screen = await openScreen(browser, { url: busy.url, path: '/sign-in', cookie, size });
    const { page } = screen;
    const wire = await tapLive(page);
    // A browser without a screen lets every page sound at once; others leave it suspended until it is touched.
    await page.addInitScript(`window.tones = 0;
      window.AudioContext = class extends AudioContext { constructor() { super(); void this.suspend(); } };
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) { window.tones += 1; start.apply(this, when); };`);
    await page.goto(`${busy.url}/wall`);
    await expect.poll(() => page.getByTestId('wall.open').locator('dd').textContent()).toMatch(/\d/);
    return { ...screen, wire, scene: () => page.locator('main').getAttribute('data-scene') };
  }

  test.each([
    ['1280x720', 1280, 720],
    ['1920x1080', 1920, 1080],
    ['3840x2160', 3840, 2160],
    ['two screens', 7680, 2160],
    ['portrait', 1080, 1920],
  ])(
    'no text of a wall of %s is smaller than a sixtieth of its height, and nothing sticks out',
    async (_, width, height) => {
      const { page, wire, close } = await openWall({ width, height });
      wire.tell('room.changed', ROOM);
      await page.getByText('Rapat pukul 21').waitFor();
      const smallest = await page.evaluate<number>(`Math.min(...[...document.querySelectorAll('.wall *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
    .filter((element) => !element.closest('.visually-hidden, .leaflet-control'))
    .map((element) => parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM?.().a ?? 1)))`);
      expect(smallest).toBeGreaterThanOrEqual(height / 60 - 0.01);
      const overflow = await page.evaluate<
        string[]
      >(`[...document.querySelectorAll('.wall-panel, .wall-header > *, .wall-ribbon')]
    .filter((element) => element.offsetParent !== null)
    .filter((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
    }).map((element) => element.className)`);
      expect(overflow).toEqual([]);
      await close();
    },
  );

  test('a new critical ticket opens its card and sounds once, where the screen may sound', async () => {
    const { page, faults, close } = await openWall();
    const sound = page.getByTestId('sound');
    const tones = () => page.evaluate<number>('window.tones');
    await expect.poll(() => sound.textContent()).toBe('ketuk untuk suara');
    await sound.click();
    await expect.poll(() => sound.textContent()).toBe('suara menyala');

    const blaze = await operator.open('blaze');
    const card = page.getByTestId('critical-card');
    await card.waitFor({ state: 'attached' });
    expect(await card.getAttribute('data-ticket')).toBe(blaze.number);
    await expect.poll(tones).toBeGreaterThan(0);
    const once = await tones();

    // A screen that was reloaded has announced it already; that it is silent is kept, too.
    await sound.click();
    await expect.poll(() => sound.textContent()).toBe('suara mati');
    await page.reload();
    await page.locator(`.wall-need[data-ticket="${blaze.number}"][data-calling="true"]`).waitFor();
    expect(await sound.textContent()).toBe('suara mati');
    expect(await card.count()).toBe(0);
    expect(await tones()).toBe(0);
    expect(once).toBeGreaterThan(0);

    const routed = await operator.give(blaze, 'route', { departmentCode: 'SIAGA' });
    await operator.give(routed, 'acknowledge');
    await page.locator(`.wall-need[data-ticket="${blaze.number}"][data-calling="false"]`).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('a person takes the scene by a key, and the map by hand', async () => {
    const { page, faults, wire, scene, close } = await openWall();
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: 'SLA per OPD' }).waitFor();
    await page.keyboard.press('3');
    await expect.poll(scene).toBe('sensors');
    await expect
      .poll(() => wire.heard('wall.reported').at(-1))
      .toMatchObject({ scene: 'sensors', sceneHeld: true, width: 1280, height: 720 });
    await page.reload();
    await expect.poll(scene).toBe('sensors');
    await page.keyboard.press('0');
    await expect.poll(scene).toBe('map');

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tombol' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.locator('html[data-mantine-color-scheme=light]').waitFor({ state: 'attached' });
    await page.keyboard.press('h');
    await page.locator('canvas.map-heat').waitFor({ state: 'attached' });

    const stage = await page.locator('.wall-stage').boundingBox();
    const x = (stage?.x ?? 0) + (stage?.width ?? 0) / 2;
    const y = (stage?.y ?? 0) + (stage?.height ?? 0) / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 10, { steps: 5 });
    await page.mouse.up();
    await page.getByText(/^Peta ditahan, \d+ dtk lagi$/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/^Peta ditahan/).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });

  test('the room decides with it: flood mode, pins, warnings, orders', async () => {
    const { page, faults, wire, scene, close } = await openWall();
    wire.tell('room.changed', ROOM);
    await page.getByText('Rapat pukul 21').waitFor();
    await page.getByText('Hujan lebat').waitFor();
    expect(await page.locator('[data-channel="112"]').getAttribute('data-trend')).toBe('above');
    await page.locator('.map-shade-high').first().waitFor({ state: 'attached' });
    const since = new Date().toISOString();
    wire.tell('room.changed', { ...ROOM, flood: { since, by: 'rule', posts: 3, reports: 14 } });
    await page.getByText('3 pos siaga, 14 laporan banjir').waitFor();
    await expect.poll(scene).toBe('flood');
    await page.getByRole('region', { name: 'Kecamatan terdampak' }).getByText('Hulu').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    wire.tell('wall.ordered', { kind: 'scene', scene: 'departments' });
    await expect.poll(scene).toBe('departments');
    wire.tell('wall.ordered', { kind: 'scene', scene: null });
    await expect.poll(scene).toBe('flood');
    wire.tell('room.changed', ROOM);
    await expect.poll(scene).toBe('map');
    expect(faults).toEqual([]);
    const loaded = page.waitForEvent('load');
    wire.tell('wall.ordered', { kind: 'reload' });
    await loaded;
    await close();
  });
});
