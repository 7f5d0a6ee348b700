import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserRole } from '../../shared/access/actor.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** A screen, who works at it, what it says when there is nothing yet, and who is not let in. */
type Case = { path: string; role: UserRole; empty: string | RegExp; notFor: UserRole };

const SCREENS: Case[] = [
  { path: '/wall', role: 'wall', empty: 'No open tickets', notFor: 'responder' },
  { path: '/desk', role: 'operator', empty: 'Nothing is waiting for you.', notFor: 'executive' },
  { path: '/responder', role: 'responder', empty: 'No tickets for this department', notFor: 'operator' },
  { path: '/executive', role: 'executive', empty: /No tickets in this period/, notFor: 'responder' },
  { path: '/room', role: 'supervisor', empty: 'No wall screen is connected.', notFor: 'operator' },
  { path: '/admin/health', role: 'administrator', empty: 'No report has failed.', notFor: 'executive' },
  { path: '/admin/understanding', role: 'supervisor', empty: 'No decisions yet', notFor: 'operator' },
];

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

async function open({ path }: Case, role: UserRole, before?: (page: Page) => Promise<unknown>) {
  const { cookie } = await server.signIn(role, role === 'responder' ? 'JALAN' : null);
  const screen = await openScreen(browser, { url: server.url, path: '/favicon.ico', cookie, language: 'en' });
  await before?.(screen.page);
  await screen.page.goto(server.url + path);
  return screen;
}

const API = '**/api/**';

describe.each(SCREENS)('$path', (screen) => {
  test('whose server is slow says that it loads, then that there is nothing yet, with no fault on it', async () => {
    const held: Route[] = [];
    let slow = true;
    const { page, faults, close } = await open(screen, screen.role, (page) =>
      page.route(API, async (route) => {
        if (slow) held.push(route);
        else await route.continue();
      }),
    );
    await page.getByText('Loading…').first().waitFor();
    expect(await page.getByText(screen.empty).count()).toBe(0);
    slow = false;
    for (const route of held) await route.continue();
    await page.getByText(screen.empty).first().waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('whose server is gone says so, and is there again by itself when it is back', async () => {
    const { page, close } = await open(screen, screen.role, (page) =>
      page.route(API, (route) => route.abort()),
    );
    await page.getByText('No connection').first().waitFor();
    await page.unroute(API);
    await page.getByText(screen.empty).first().waitFor();
    await close();
  });

  test('is not opened for somebody else: who they are and the way to their own screen stand there', async () => {
    const { page, close } = await open(screen, screen.notFor);
    await page.getByText('Not allowed').waitFor();
    await page.getByText(`the ${screen.notFor}`).first().waitFor();
    await close();
  });
});
