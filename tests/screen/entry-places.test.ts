import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

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

/** An entry whose first fact is told: the keyboard waits at the second. */
async function openEntry(): Promise<Screen> {
  const { cookie } = await server.signIn('operator');
  const size = { width: 1440, height: 900 };
  const screen = await openScreen(browser, { url: server.url, path: '/desk', cookie, language: 'en', size });
  const { page } = screen;
  await page.getByRole('region', { name: 'Queue' }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('form', { name: 'New report' }).waitFor();
  await page.keyboard.type('keb');
  await page.getByRole('option', { name: /Blaze/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Where?' }).and(page.locator(':focus')).waitFor();
  return screen;
}

async function sendWithEnter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create ticket' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Blaze/ }).waitFor();
}

/** Holds the finder's answers back: `asked` tells that it was asked exactly this, `answer` lets it answer. */
async function holdAnswers(page: Page) {
  const held = new Map<string, Route>();
  await page.route('**/api/places?*', (route) => {
    held.set(new URL(route.request().url()).searchParams.get('text') ?? '', route);
  });
  return {
    asked: (words: string) => expect.poll(() => held.has(words)).toBe(true),
    // What nobody waits for any more cannot be answered.
    answer: (words: string) =>
      held
        .get(words)
        ?.continue()
        .catch(() => undefined),
  };
}

test('words that only the server can place become places of the list, with how far off; Enter takes the likeliest', async () => {
  const { page, faults, close } = await openEntry();
  await page.keyboard.type('depan pasar satu');
  await page.getByRole('option', { name: /in front of Pasar Satu.*Batu Satu, Hulu ±\d+ m/ }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText(/^Pasar Satu ±\d+ m$/).waitFor();
  await sendWithEnter(page);
  const facts = page.locator('.desk-facts');
  await facts.getByText('Batu Satu, Hulu').waitFor();
  await facts.getByText(/accuracy ±\d+ m/).waitFor();
  // Who goes there is told what the caller said.
  await page.locator('.part-said, .talk').getByText('depan pasar satu').first().waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('an address that nobody knows is kept, and makes the ticket without a point', async () => {
  const { page, faults, close } = await openEntry();
  await page.keyboard.type('belakang warung bu siti');
  await page
    .getByRole('option', { name: 'belakang warung bu siti as the address, without a point' })
    .waitFor();
  await page.keyboard.press('Enter');
  expect(await page.getByLabel('Landmark or address').inputValue()).toBe('belakang warung bu siti');
  await page.getByText('No point: placed by the words of the address.').waitFor();
  await sendWithEnter(page);
  await page.locator('.desk-facts').getByText('Place not known yet').waitFor();
  await page.locator('main').getByText('belakang warung bu siti').first().waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('what was typed of the place is kept as the address when somebody goes on without choosing', async () => {
  const { page, faults, close } = await openEntry();
  await page.keyboard.type('dekat pangkalan ojek');
  await page.getByLabel("Reporter's number").click();
  expect(await page.getByLabel('Landmark or address').inputValue()).toBe('dekat pangkalan ojek');
  expect(faults).toEqual([]);
  await close();
});

test('nobody waits for a slow server: the words are kept, and the ticket is placed by them', async () => {
  const { page, close } = await openEntry();
  await holdAnswers(page);
  await page.keyboard.type('seberang pasar satu');
  await page.keyboard.press('Enter');
  await sendWithEnter(page);
  const facts = page.locator('.desk-facts');
  await facts.getByText('across from Pasar Satu, Batu Satu, Hulu').waitFor();
  await facts.getByText('by the words of the report').waitFor();
  await close();
});

test('an answer to words that are no longer there shows nothing, and a late one does not move what was chosen', async () => {
  const { page, close } = await openEntry();
  const finder = await holdAnswers(page);
  const where = page.getByRole('combobox', { name: 'Where?' });
  await where.fill('dekat pasar satu');
  await finder.asked('dekat pasar satu');
  await where.fill('listrik hilir');
  await finder.asked('listrik hilir');
  // The words themselves are all there is yet, and gone to by hand.
  await page.keyboard.press('ArrowDown');
  await finder.answer('dekat pasar satu');
  await finder.answer('listrik hilir');
  await page.getByRole('option', { name: /^Hilir/ }).waitFor();
  expect(await page.getByRole('option', { name: /Pasar Satu/ }).count()).toBe(0);
  await page.keyboard.press('Enter');
  expect(await page.getByLabel('Landmark or address').inputValue()).toBe('listrik hilir');
  await close();
});
