import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserRole } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { findBarriersInBothThemes, findBarriersInEveryLook } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen, type ScreenOptions } from '../support/browser.ts';
import { CITIZEN, createCitizen } from '../support/citizen.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const pack: CityPack = {
  ...smallCity,
  urgency: {
    rules: [{ code: 'smoke', name: { id: 'Asap', en: 'Smoke' }, priority: 'critical', says: 'asap tebal' }],
    hedges: 'takut',
    past: 'kemarin',
  },
  noise: {
    signs: [{ code: 'tease', name: { id: 'Menggoda', en: 'Teasing' }, says: 'wkwk*' }],
    texts: [],
    followUps: [],
    rudeButReal: [],
  },
};

let server: TestServer;
let browser: Browser;
let operator: Awaited<ReturnType<typeof createOperator>>;
let calls: LiveTicket[];

/** A city at work: calls at one place, something at each department, something done, something written. */
beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR, pack });
  browser = await launchBrowser();
  operator = await createOperator(server);
  for (const category of ['river-high', 'dead-power', 'anything']) await operator.open(category, 'air naik');
  const toSiaga = async (text: string) =>
    operator.give(await operator.open('blaze', text), 'route', { departmentCode: 'SIAGA' });
  calls = [await toSiaga('asap tebal'), await toSiaga('api besar'), await toSiaga('ledakan')];
  const solved = await toSiaga('sudah padam');
  await operator.give(await operator.give(solved, 'acknowledge'), 'resolve');
  const citizen = await createCitizen(server, CITIZEN);
  await citizen.writes('jalan rusak di depan pasar satu');
  await until(async () => (await server.db.selectFrom('report').selectAll().execute()).length > 7);
  await fillRoom();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function fillRoom(): Promise<void> {
  const { cookie } = await server.signIn('supervisor');
  const post = async (path: string, body: object) => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', cookie, origin: server.url },
      body: JSON.stringify({ id: crypto.randomUUID(), ...body }),
    });
    expect(response.ok, await response.text()).toBe(true);
  };
  await post('/api/room/pins', { text: 'Apel pagi' });
  await post('/api/room/warnings', {
    severity: 'Severe',
    event: 'Hujan lebat',
    text: 'Potensi genangan',
    kecamatan: ['Hulu'],
    source: 'BMKG',
    until: new Date(Date.now() + 3_600_000).toISOString(),
  });
}

type Opening = Omit<ScreenOptions, 'url' | 'cookie'> & { role?: UserRole; departmentCode?: string };

async function open({ role, departmentCode, ...options }: Opening) {
  const cookie = role && (await server.signIn(role, departmentCode ?? null)).cookie;
  const size = { width: 1440, height: 900 };
  const screen = await openScreen(browser, { url: server.url, size, ...(cookie && { cookie }), ...options });
  screen.page.setDefaultTimeout(60_000);
  await screen.page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    ...screen,
    async end() {
      expect(screen.faults).toEqual([]);
      await screen.close();
    },
  };
}

/** Called first, and shown first on desk and phone. */
const first = (): LiveTicket => calls[0] as LiveTicket;

/** The clock of its promise moves a ticket, too. */
const now = (id: string) =>
  server.db.selectFrom('ticket').select(['id', 'version']).where('id', '=', id).executeTakeFirstOrThrow();

const shows = (page: Page, selector: string) => page.locator(selector).first().waitFor();
const lookAt = async (page: Page) => expect.soft(await findBarriersInEveryLook(page)).toEqual([]);

describe('nobody is kept out, in either theme or language', () => {
  test('of signing in, choosing a password, and what is not there or not theirs', async () => {
    const { page, end } = await open({ path: '/sign-in' });
    await shows(page, 'form');
    await lookAt(page);
    await page.goto(`${server.url}/set-password#none`);
    await page.locator('input').first().fill('pendek');
    await page.locator('[type=submit]').click();
    await lookAt(page);
    await page.goto(`${server.url}/nowhere`);
    await shows(page, '.state');
    expect.soft(await findBarriersInBothThemes(page)).toEqual([]);
    await end();
    const forbidden = await open({ role: 'executive', path: '/desk' });
    await shows(forbidden.page, '.state-title');
    expect.soft(await findBarriersInBothThemes(forbidden.page)).toEqual([]);
    await forbidden.end();
  });

  test('of the desk: a ticket with its map, its forms, filters, a selection, the palette, help and a call', async () => {
    const { page, end } = await open({ role: 'operator', path: `/desk/${first().id}` });
    await page.getByText('asap tebal').first().waitFor();
    await shows(page, '.desk-map .map-mark-calling');
    await lookAt(page);
    for (const key of ['r', 'm', 'c']) {
      await page.keyboard.press(key);
      await shows(page, '.desk-form');
      await lookAt(page);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('x');
    await page.keyboard.press('p');
    await shows(page, '.desk-bulk');
    await page.keyboard.press('f');
    await shows(page, '.desk-filter');
    await lookAt(page);
    await page.keyboard.press('Escape');
    for (const key of ['Control+k', '?']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await lookAt(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('n');
    await shows(page, '.desk-entry');
    await lookAt(page);
    await end();
  });

  test('of a phone: the list, the menu, a ticket and its forms', async () => {
    const size = { width: 390, height: 844 };
    const { page, end } = await open({
      role: 'responder',
      departmentCode: 'SIAGA',
      path: '/responder',
      size,
    });
    const both = async () => expect.soft(await findBarriersInBothThemes(page)).toEqual([]);
    const inMenu = async (act: () => Promise<unknown>) => {
      await page.locator('.phone-head .phone-icon-button').last().click();
      await act();
      await page.locator('.phone-sheet .phone-button').last().click();
    };
    const switchLanguage = () => page.locator('.phone-item[lang]').click();
    await shows(page, '.phone-row');
    await both();
    await inMenu(async () => {
      expect.soft(await findBarriersInEveryLook(page, switchLanguage)).toEqual([]);
    });
    await both();
    await page.locator('.phone-row', { hasText: first().number }).click();
    await shows(page, '.phone-actions');
    await both();
    await inMenu(switchLanguage);
    await both();
    for (const button of await page.locator('.phone-actions-more > button').all()) {
      await button.click();
      await shows(page, '.phone-form');
      await both();
      await page.locator('.phone-form .phone-button').last().click();
    }
    await end();
  });

  test('of what the city’s heads read: answers, tickets behind them, and presented', async () => {
    const { page, end } = await open({ role: 'executive', path: '/executive' });
    await shows(page, '.exec-answers a');
    await lookAt(page);
    await page.locator('.exec-bar button').last().click();
    await shows(page, '.exec-presentation');
    await lookAt(page);
    await page.keyboard.press('Escape');
    await page.locator('.exec-answers a').first().click();
    await shows(page, '.exec-table');
    await lookAt(page);
    await page.locator('.exec-table a').first().click();
    await shows(page, 'main h1, main h2');
    await lookAt(page);
    await end();
  });

  test('of the room: its walls, pins, warnings, the form of one, and passing messages', async () => {
    const wall = await open({ role: 'wall', path: '/wall' });
    await shows(wall.page, '[data-testid="wall.open"]');
    const { page, end } = await open({ role: 'supervisor', path: '/room' });
    await page.getByText('Apel pagi').waitFor();
    await page.getByText('Hujan lebat').first().waitFor();
    await page.getByRole('button', { name: /^(Peringatan baru|New warning)$/ }).click();
    await page.getByRole('form', { name: /^(Peringatan baru|New warning)$/ }).waitFor();
    await lookAt(page);
    // What passes says that it was done, and can be closed.
    await page.getByRole('button', { name: /Apel pagi/ }).click();
    await shows(page, '.room-undo');
    await lookAt(page);
    await end();
    await wall.end();
  });

  test('of administration: people, tokens, health, what is learned, and the audit trail', async () => {
    const { page, end } = await open({ role: 'administrator', path: '/admin/health' });
    await shows(page, '.admin-nav a');
    const areas = (await hrefs(page, '.admin-nav a')).filter((area) => area !== '/admin/city');
    for (const area of areas) {
      await follow(page, area);
      await lookAt(page);
      await lookBehind(page, area);
    }
    expect(areas.length).toBeGreaterThan(3);
    await end();
  });

  test('of what is set for the city: each list, a part of it, and the form of a new one', async () => {
    const { page, end } = await open({ role: 'administrator', path: '/admin/city' });
    await shows(page, '.admin-tabs a');
    const tabs = await hrefs(page, '.admin-tabs a');
    for (const tab of tabs) {
      await follow(page, tab);
      await lookAt(page);
      await lookBehind(page, tab);
    }
    expect(tabs.length).toBeGreaterThan(9);
    await end();
  });

  test('of a wall, whatever scene it shows, and of its keys', async () => {
    const { page, end } = await open({ role: 'wall', path: '/wall', size: { width: 1920, height: 1080 } });
    await shows(page, '.map-cluster, .map-mark');
    const switchLanguage = () => page.keyboard.press('l');
    await shows(page, '.wall-need[data-calling=true]');
    expect.soft(await findBarriersInEveryLook(page, switchLanguage)).toEqual([]);
    // While somebody calls, the map is up.
    for (const { id } of calls) await operator.give(await now(id), 'acknowledge');
    for (const [key, scene] of ['map', 'departments', 'sensors', 'flood', 'heat'].entries()) {
      await page.keyboard.press(String(key + 1));
      await shows(page, `main[data-scene=${scene}]`);
      expect.soft(await findBarriersInEveryLook(page, switchLanguage), scene).toEqual([]);
    }
    await page.keyboard.press('?');
    await shows(page, '[role=dialog], dialog');
    expect.soft(await findBarriersInEveryLook(page, switchLanguage)).toEqual([]);
    await end();
  });
});

const hrefs = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).all()).reduce<Promise<string[]>>(
    async (all, link) => [...(await all), (await link.getAttribute('href')) ?? ''],
    Promise.resolve([]),
  );

async function follow(page: Page, href: string): Promise<void> {
  await page.locator(`a[href="${href}"]`).first().click();
  await page.waitForURL(server.url + href);
  await shows(page, '#content h1');
  await page.locator('.state-dots').waitFor({ state: 'detached' });
}

/** A part of what is listed, and the form of a new one. */
async function lookBehind(page: Page, list: string): Promise<void> {
  const links = [`.admin-table a[href^="${list}/"]`, `.admin-head a[href^="${list}/"]`];
  for (const link of links) {
    const [href] = await hrefs(page, link);
    if (!href) continue;
    await follow(page, href);
    await lookAt(page);
    await page.goBack();
    await page.waitForURL(server.url + list);
  }
}
