import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
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

/** An operator's entry, routed to the department; answers its number. */
async function openTicket(category: string, departmentCode: string): Promise<string> {
  const { cookie } = await server.signIn('operator');
  const post = async (path: string, body: object) => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: server.url },
      body: JSON.stringify(body),
    });
    expect(response.ok).toBe(true);
    return (await response.json()) as { id: string; number: string; version: number };
  };
  const entry = {
    entryId: crypto.randomUUID(),
    category,
    text: 'asap tebal',
    location: { lat: -2.98, lng: 120.18 },
  };
  const ticket = await post('/api/tickets', entry);
  await post(`/api/tickets/${ticket.id}/route`, { version: ticket.version, departmentCode });
  return ticket.number;
}

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
  const number = await openTicket('blaze', 'SIAGA');
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
