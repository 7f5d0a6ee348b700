import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  const account = {
    email: 'operator@demo.example',
    password: TEST_PASSWORD,
    role: 'operator',
    departmentCode: null,
    name: 'Operator demo',
  };
  server = await startTestServer({
    clientDir: CLIENT_DIR,
    settings: { DEMO_ACCOUNTS: JSON.stringify([account]) },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('whoever is not signed in is asked to, in Indonesian, and lands where their work is', async () => {
  const { email } = await server.signIn('responder', 'SIAGA');
  const { page, faults, close } = await openScreen(browser, { url: server.url, path: '/' });
  await page.getByRole('heading', { name: 'Ruang Kendali Kota Kecil' }).waitFor();
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Tiket Siaga' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/responder');
  expect(faults).toEqual([]);
  await close();
});

test('a wrong password is said, and nothing more', async () => {
  const { email } = await server.signIn('operator');
  const { page, close } = await openScreen(browser, { url: server.url, path: '/sign-in', language: 'en' });
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect.poll(() => page.getByRole('alert').textContent()).toBe('Email or password is wrong.');
  await close();
});

test('in a demo one click fills the form', async () => {
  const { page, close } = await openScreen(browser, { url: server.url, path: '/sign-in' });
  await page.getByRole('button', { name: /Operator demo/ }).click();
  expect(await page.getByLabel('Surel').inputValue()).toBe('operator@demo.example');
  expect(await page.getByLabel('Kata sandi', { exact: true }).inputValue()).toBe(TEST_PASSWORD);
  await close();
});

test('the other language is one click away, and stays', async () => {
  const { page, close } = await openScreen(browser, { url: server.url, path: '/sign-in' });
  await page.getByRole('button', { name: 'Read in English' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await close();
});

test('a screen that somebody may not open says so and shows the way home', async () => {
  const { cookie } = await server.signIn('responder', 'SIAGA');
  const { page, close } = await openScreen(browser, { url: server.url, path: '/desk', cookie });
  await page.getByText('Tidak diizinkan').waitFor();
  await page.getByRole('link', { name: 'Ke layar saya' }).click();
  await page.getByRole('heading', { name: 'Tiket Siaga' }).waitFor();
  await close();
});
