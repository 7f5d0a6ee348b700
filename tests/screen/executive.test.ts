import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { findBarriersInEveryLook } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let browser: Browser;
let cookie: string;
let solved: LiveTicket;

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR });
  browser = await launchBrowser();
  ({ cookie } = await server.signIn('executive'));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const open = (path = '/executive', more: object = {}) =>
  openScreen(browser, { url: server.url, path, cookie, ...more });

async function counted(opened: number): Promise<void> {
  await until(async () => {
    const response = await fetch(`${server.url}/api/insight`, { headers: { cookie } });
    const { current, behind } = (await response.json()) as { current: { opened: number }; behind: number };
    return behind === 0 && current.opened === opened;
  });
}

const answer = (page: Page, id: string) => page.locator(`.exec-answers [data-answer="${id}"]`);

test('a city of which nothing is known yet says so, and what to do', async () => {
  const { page, faults, close } = await open('/executive?period=today&department=JALAN');
  await page.getByText('Tidak ada tiket dalam periode ini.').first().waitFor();
  await page.getByText('Pilih periode lain atau hapus saringan.').waitFor();
  await page.getByRole('button', { name: 'Hapus saringan' }).click();
  await expect.poll(() => page.url()).toBe(`${server.url}/executive?period=today`);
  expect(faults).toEqual([]);
  await close();
});

test('five answers without scrolling, filters in the address, tickets behind each number', async () => {
  const operator = await createOperator(server);
  solved = await operator.open('blaze', 'atap warung terbakar');
  solved = await operator.give(solved, 'route', { departmentCode: 'SIAGA' });
  solved = await operator.give(solved, 'acknowledge');
  solved = await operator.give(solved, 'resolve');
  await operator.open('broken-road', 'lubang besar');
  await counted(2);

  const { page, faults, close } = await open();
  await page.getByText('Kota menyelesaikan 100 % tiket tepat waktu dalam janji 7x24 jam.').waitFor();
  await expect.poll(() => answer(page, 'now').getByText('terbuka', { exact: true }).count()).toBe(1);
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    const outside = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.exec-answers [data-answer]')]
      .filter((one) => one.getBoundingClientRect().bottom > innerHeight || one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.dataset.answer + ' ' + one.scrollHeight + ' ' + one.clientHeight)`);
    expect({ size, outside }).toEqual({ size, outside: [] });
  }
  await page.getByText('Belum ada survei kepuasan').first().waitFor();

  await page.getByRole('combobox', { name: 'OPD' }).selectOption('SIAGA');
  await page.locator('.exec-bar [data-chosen="true"]').waitFor();
  expect(page.url()).toContain('department=SIAGA');
  await answer(page, 'promise').getByRole('link', { name: '100 %' }).click();
  await page.locator('.exec-asked', { hasText: 'Selesai tepat waktu' }).waitFor();
  await page.getByRole('link', { name: solved.number }).click();
  await page.getByRole('heading', { name: 'Api' }).waitFor();
  expect(await page.content()).not.toContain('warung');
  await page.getByRole('link', { name: /Kembali ke daftar/ }).click();
  await page.getByRole('link', { name: /Kembali ke ringkasan/ }).click();
  await expect.poll(() => page.getByRole('combobox', { name: 'OPD' }).inputValue()).toBe('SIAGA');
  expect(faults).toEqual([]);
  await close();
});

test('figures of what was asked before cannot be followed while those of what is asked now are on their way', async () => {
  const { page, close } = await open();
  await answer(page, 'promise').getByRole('link', { name: '100 %' }).waitFor();
  const held = Promise.withResolvers<void>();
  await page.route('**/api/insight?*department=*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole('combobox', { name: 'OPD' }).selectOption('SIAGA');
  await page.getByText('Menghitung ulang').waitFor();
  await page
    .locator('.exec-answers [data-answer="promise"] a')
    .first()
    .evaluate((link: { focus(): void; click(): void }) => link.focus());
  expect(await page.evaluate<string>('document.activeElement.tagName')).not.toBe('A');
  const followed = answer(page, 'promise').getByText('100 %').click();
  held.resolve();
  await followed;
  await page.locator('.exec-asked', { hasText: 'Selesai tepat waktu' }).waitFor();
  expect(page.url()).toContain('department=SIAGA');
  await close();
});

test('it is presented answer by answer, by keys, until Esc', async () => {
  const { page, faults, close } = await open('/executive', { language: 'en' });
  await page.getByRole('button', { name: 'Present' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Are we all right now?' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await dialog.getByRole('heading', { name: 'Do we keep the 7x24 hours?' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await dialog.getByRole('heading', { name: 'Are they satisfied?' }).waitFor();
  // A stray click leads nowhere: figures are shown here, and followed on the page.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await dialog.getByText('100%', { exact: true }).click();
  expect(new URL(page.url()).pathname).toBe('/executive');
  expect(await dialog.getByRole('link').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await answer(page, 'promise').getByRole('link', { name: '100%' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('on a phone nobody is kept out, and nothing scrolls sideways', async () => {
  const { page, close } = await open('/executive', { size: { width: 390, height: 844 } });
  await page.locator('.exec-answers a').first().waitFor();
  expect(await findBarriersInEveryLook(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  await close();
});

test('figures that cannot be read: said, with a way to try again; those read before stay', async () => {
  const { page, close } = await open();
  await page.locator('.exec-answers').waitFor();
  await page.route('**/api/insight?*', (route) => route.fulfill({ status: 500, body: '' }));
  await page.getByRole('combobox', { name: 'Kanal' }).selectOption('operator');
  await page.getByText('Tidak dapat memuat.').first().waitFor();
  await page.unroute('**/api/insight?*');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await page.locator('.exec-answers').waitFor();
  await close();
});
