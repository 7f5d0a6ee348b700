import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../support/server.ts';

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

async function openDesk(path = '/desk'): Promise<Screen> {
  const { cookie } = await server.signIn('operator');
  const size = { width: 1440, height: 900 };
  return openScreen(browser, { url: server.url, path, cookie, language: 'en', size });
}

test('a call is a ticket after two facts, with the keyboard alone', async () => {
  const { page, faults, close } = await openDesk();
  await page.getByText('Choose a ticket from the queue').waitFor();
  await page.keyboard.press('n');
  await page.getByRole('form', { name: 'New report' }).waitFor();
  await page.keyboard.type('Blaze');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Pasir Dua');
  await page.keyboard.press('Enter');
  await page.getByLabel("The reporter's words").fill('api di dapur');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await page.getByRole('heading', { name: /Blaze/ }).waitFor();
  await page.getByText('api di dapur').waitFor();
  await page.locator('main').getByText('Pasir Dua, Hilir').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a form without its two facts says what is missing', async () => {
  const { page, close } = await openDesk();
  await page.getByRole('button', { name: 'New report' }).click();
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await page.getByText('Choose the kind.').waitFor();
  await page.getByText('Choose the place.').waitFor();
  await close();
});

test('a ticket is found in the queue, routed with a reason, and its history says so', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('anything', 'genangan di gang');
  const { page, faults, close } = await openDesk();
  await page
    .getByRole('region', { name: 'Queue' })
    .getByRole('button', { name: new RegExp(ticket.number) })
    .click();
  await page.getByText('genangan di gang').waitFor();
  await page.keyboard.press('r');
  const form = page.getByRole('form', { name: 'Route' });
  await form.getByRole('combobox', { name: 'Department' }).fill('Siaga');
  await page.getByRole('option', { name: /Siaga/ }).click();
  await form.getByLabel('Reason').fill('sungai naik');
  await form.getByRole('button', { name: 'Route' }).click();
  await page.getByText('the operator routed it from Jalan to Siaga').waitFor();
  await page.getByText('sungai naik').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('who comes second sees the newer ticket and is told so', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('broken-road', 'lubang');
  const { page, close } = await openDesk(`/desk/${ticket.id}`);
  await page.getByText('lubang').waitFor();
  await page.keyboard.press('x');
  const form = page.getByRole('form', { name: 'Reject' });
  // The form has the keyboard already.
  await page.keyboard.type('ganda');
  // The screen hears nothing of what the other operator does: it learns of it from the answer.
  await page.route(`**/api/tickets/${ticket.id}/reject`, async (route) => {
    await operator.give(ticket, 'note', { note: 'sudah dicek' });
    await route.continue();
  });
  await form.getByRole('button', { name: 'Reject' }).click();
  await page.getByText('Somebody else has just changed this ticket.').waitFor();
  await page.getByText('sudah dicek').waitFor();
  expect(await form.getByLabel('Reason').inputValue()).toBe('ganda');
  await close();
});

test('the keys of the desk are shown', async () => {
  const { page, close } = await openDesk();
  await page.getByText('Choose a ticket from the queue').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('new report or call').waitFor();
  await close();
});

test('who is signed out elsewhere is asked to sign in again, and comes back to where they were', async () => {
  const { cookie, email } = await server.signIn('operator');
  const { page, close } = await openScreen(browser, {
    url: server.url,
    path: '/desk',
    cookie,
    language: 'en',
  });
  await page.getByText('Choose a ticket from the queue').waitFor();
  await fetch(`${server.url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: server.url },
  });
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Choose a ticket from the queue').waitFor();
  expect(new URL(page.url()).pathname).toBe('/desk');
  await close();
});

test('Escape puts a form away and nothing else', async () => {
  const operator = await createOperator(server);
  const ticket = await operator.open('broken-road', 'lubang');
  const { page, close } = await openDesk(`/desk/${ticket.id}`);
  await page.getByText('lubang').waitFor();
  await page.keyboard.press('r');
  await page.getByRole('form', { name: 'Route' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('form', { name: 'Route' }).waitFor({ state: 'detached' });
  // The keys are the desk's again.
  await page.keyboard.press('m');
  await page.getByRole('form', { name: 'Merge' }).waitFor();
  await close();
});
