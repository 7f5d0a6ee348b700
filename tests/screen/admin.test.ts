import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { UrgencyRule } from '../../shared/city/urgency.ts';
import { findBarriers } from '../support/axe.ts';
import {
  CLIENT_DIR,
  launchBrowser,
  openScreen,
  type Screen,
  type ScreenOptions,
} from '../support/browser.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';

const smoke: UrgencyRule = {
  code: 'smoke',
  name: { id: 'Asap', en: 'Smoke' },
  ...{ priority: 'critical', says: 'asap … tebal, kobaran' },
};
const pack: CityPack = {
  ...smallCity,
  urgency: { rules: [smoke], hedges: 'takut', past: 'kemarin' },
  training: [{ category: 'blaze', text: 'kobaran di gudang', urgent: true }],
};
let server: TestServer;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer({ clientDir: CLIENT_DIR, pack });
  browser = await launchBrowser();
  cookie = (await server.signIn('administrator')).cookie;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** As the administrator, unless told otherwise; with patience for a machine that runs everything at once. */
async function open(options: Omit<ScreenOptions, 'url'>): Promise<Screen> {
  const screen = await openScreen(browser, { url: server.url, cookie, ...options });
  screen.page.setDefaultTimeout(60_000);
  return screen;
}

test('an account is made, its person chooses a password by the link, and gets another role', async () => {
  const { page, faults, close } = await openScreen(browser, {
    url: server.url,
    path: '/admin/people',
    cookie,
  });
  await page.getByRole('link', { name: 'Akun baru' }).click();
  await page.getByLabel('Surel').fill('siti');
  await page.getByLabel('Peran').selectOption('responder');
  await page.getByRole('button', { name: 'Buat akun' }).click();
  await page.getByText('Bukan alamat surel.').waitFor();
  await page.getByLabel('Surel').fill('siti@kota.example');
  await page.getByRole('button', { name: 'Buat akun' }).click();
  await page.getByText('Pilih OPD yang aktif.').waitFor();
  await page.getByLabel('OPD').selectOption('SIAGA');
  await page.getByRole('button', { name: 'Buat akun' }).click();
  const link = (await page.locator('.admin-once code').textContent()) ?? '';

  const own = await openScreen(browser, {
    url: server.url,
    path: new URL(link).pathname + new URL(link).hash,
  });
  await own.page.getByLabel('Kata sandi baru').fill('pendek');
  await own.page.getByLabel('Ulangi kata sandi').fill('pendek');
  await own.page.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await own.page.getByText('terlalu pendek atau terlalu mudah').waitFor();
  await own.page.getByLabel('Kata sandi baru').fill(TEST_PASSWORD);
  await own.page.getByLabel('Ulangi kata sandi').fill(TEST_PASSWORD);
  await own.page.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await own.page.getByText('tersimpan. Silakan masuk.').waitFor();
  await own.close();

  await page.getByRole('link', { name: '← Semua akun' }).click();
  await page.getByRole('link', { name: 'siti', exact: true }).click();
  await page.getByLabel('Peran').selectOption('operator');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByText('Perubahan tersimpan.').waitFor();
  await page.getByRole('button', { name: 'Tutup akun' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup akun' }).click();
  await page.getByRole('button', { name: 'Buka lagi akun' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a target is changed after a look at what it does, and taken back; by the keyboard alone', async () => {
  const { page, faults, close } = await open({ path: '/admin/city/sla/broken-road' });
  const acknowledge = page.getByLabel('Tanggapan (menit)').first();
  await acknowledge.fill('99999');
  await page.keyboard.press('Enter');
  await page.getByText('Urutannya keliru').waitFor();
  await acknowledge.fill('30');
  await page.keyboard.press('Enter');
  await page.getByText('0 tiket 30 hari terakhir').waitFor();
  await page.getByRole('row', { name: 'Tanggapan (menit) 1 h 30 m' }).waitFor();
  await page.getByText('Jam yang sudah berjalan memakai batas lamanya').waitFor();
  await page.getByLabel('Alasan').focus();
  await page.keyboard.type('Perwal baru');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /^Jalan rusak 30 m/ }).waitFor();

  await page.getByRole('link', { name: 'Jalan rusak' }).click();
  await page.getByRole('row', { name: /Perwal baru/ }).waitFor();
  await page
    .getByRole('row', { name: /Asli, dari paket kota/ })
    .getByRole('button')
    .click();
  await page.getByRole('row', { name: 'Tanggapan (menit) 30 m 1 h' }).waitFor();
  await page.getByRole('button', { name: 'Berlakukan' }).click();
  await page.getByRole('row', { name: /^Jalan rusak 1 h/ }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('targets of one priority are set and told apart from the others', async () => {
  const { page, faults, close } = await open({ path: '/admin/city/sla/dead-power' });
  const critical = page.getByRole('group', { name: 'Kritis' });
  await critical.getByLabel('Tanggapan (menit)').fill('5');
  await page.getByRole('button', { name: 'Periksa perubahan' }).click();
  await critical.getByText('Isi dengan angka yang wajar.').waitFor();
  await critical.getByLabel('Selesai (menit)').fill('60');
  await page.getByRole('button', { name: 'Periksa perubahan' }).click();
  await page.getByRole('row', { name: 'Kritis: Selesai (menit) – 1 j' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel('Alasan').fill('Perwal baru');
  await page.getByRole('button', { name: 'Berlakukan' }).click();
  await page.getByRole('row', { name: /Kritis 5 m \/ 1 j/ }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a sign of urgency is taken from emergencies only by who says so; by the keyboard alone', async () => {
  const { page, faults, close } = await open({ path: '/admin/city/urgency' });
  await page.getByRole('row', { name: 'Asap Kritis 2 frasa: asap … tebal, kobaran Dipakai' }).waitFor();
  await page.getByRole('link', { name: 'Asap' }).press('Enter');
  const says = page.getByLabel('Kata dan frasa');
  await says.fill('asap … tebal\nasap!');
  await page.getByRole('button', { name: 'Periksa perubahan' }).press('Enter');
  await page.getByText('Tidak dapat dibaca: “asap!”').waitFor();
  await says.fill('Asap ... tebal\nasap hitam');
  await page.getByRole('button', { name: 'Periksa perubahan' }).press('Enter');
  await page.getByRole('row', { name: 'Kata dan frasa kobaran asap hitam' }).waitFor();
  await page.getByRole('alert').getByText('1 contoh darurat kota tidak akan dikenali').waitFor();
  await page.getByRole('row', { name: 'Contoh darurat kota 1 0 1' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const save = page.getByRole('button', { name: 'Berlakukan' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('Saya memahami bahwa darurat').press('Space');
  await page.getByLabel('Alasan').fill('Salah dengar');
  await save.press('Enter');
  await page.getByRole('row', { name: 'Asap Kritis 2 frasa: asap … tebal, asap hitam Dipakai' }).waitFor();

  await page.goto(`${server.url}/admin/city/urgency/smoke`);
  await page
    .getByRole('row', { name: /Asli, dari paket kota/ })
    .getByRole('button')
    .press('Enter');
  await page.getByRole('row', { name: 'Kata dan frasa asap hitam kobaran' }).waitFor();
  await save.press('Enter');
  await page.getByRole('row', { name: 'Asap Kritis 2 frasa: asap … tebal, kobaran Dipakai' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('what was done is found, and read on a phone', async () => {
  const { page, faults, close } = await open({
    path: '/admin/audit',
    language: 'en',
    size: { width: 390, height: 844 },
    touch: true,
  });
  await page.getByLabel('Kind').selectOption('account.created');
  await page.getByLabel('Search').fill('siti');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
  await page.getByText('siti@kota.example').waitFor();
  const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(sideways).toBe(0);
  await page.getByLabel('Search').fill('nobody at all');
  await page.getByText('Nothing matches.').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('whether the summary figures are what the log says is told, with what differs', async () => {
  const { page, faults, close } = await open({ path: '/admin/health' });
  await page.getByText('Belum pernah dihitung ulang').waitFor();
  const example = 'opened, SIAGA, 2026-11-01: 3 kept, 2 from the log';
  await server.db
    .insertInto('kpi_check')
    .values({
      checked_at: new Date('2026-11-02T20:10:00Z'),
      ...{ seq: 9, tickets: 4, differences: 1, examples: JSON.stringify([example]) },
    })
    .execute();
  await page.getByText(/1 perbedaan dengan catatan tiket, dihitung ulang .*04[.:]10/).waitFor();
  await page.getByText('Contoh perbedaan').click();
  await page.getByText(example).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test('a supervisor sees what is theirs; what cannot be read is said', async () => {
  const supervisor = (await server.signIn('supervisor')).cookie;
  const { page, close } = await open({ path: '/admin/city/categories/blaze', cookie: supervisor });
  await page.getByText('mengubahnya adalah tugas administrator').waitFor();
  expect(await page.getByRole('button', { name: 'Periksa perubahan' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Jejak' }).count()).toBe(0);
  await page.goto(`${server.url}/admin/audit`);
  await page.getByText('Tidak diizinkan').waitFor();
  await page.route('**/api/settings', (route) => route.fulfill({ status: 500, body: '' }));
  await page.goto(`${server.url}/admin/city/thresholds`);
  await page.getByText('Tidak dapat memuat.').waitFor();
  await page.unroute('**/api/settings');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await page.getByRole('link', { name: 'Jembatan Satu (m)' }).waitFor();
  await close();
});
