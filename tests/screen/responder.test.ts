import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { findBarriers, findBarriersInEveryLook } from '../support/axe.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
import { makePicture } from '../support/pictures.ts';
import { weighScripts } from '../support/script-weight.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const PHONE = { width: 390, height: 844 };
/** All scripts of the screen together, gzip. */
const MOST_SCRIPT_BYTES = 180_000;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer({
    clientDir: CLIENT_DIR,
    settings: { PUSH_CONTACT: 'mailto:room@city.example' },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

type Opening = { departmentCode: string; path?: string; language?: 'id' | 'en'; size?: typeof PHONE };
async function openPhone({ departmentCode, path = '/responder', language = 'id', size = PHONE }: Opening) {
  const { cookie } = await server.signIn('responder', departmentCode);
  const screen = await openScreen(browser, { url: server.url, path, cookie, language, size });
  return { ...screen, cookie };
}

/** A ticket of the department, handed over by an operator. */
async function routeTicket(category: string, departmentCode: string) {
  const operator = await createOperator(server);
  return operator.give(await operator.open(category), 'route', { departmentCode });
}

async function readTicket(id: string, cookie: string): Promise<TicketDetail> {
  const response = await fetch(`${server.url}/api/tickets/${id}`, { headers: { cookie } });
  return (await response.json()) as TicketDetail;
}

const workIn = ({ history }: TicketDetail) =>
  history
    .map(({ type }) => type)
    .filter(
      (type) => !['ticket.opened', 'ticket.routed', 'ticket.due_soon', 'ticket.breached'].includes(type),
    );

/** The worker has its screen's files, and the phone its list. */
async function readyForTunnel(page: Page, number: string): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready');
  await until(async () => (await readKept(page)).includes(number), { what: 'the list on the phone' });
}

/** Everything that the page's origin keeps in the browser's databases, as text. */
async function readKept(page: Page): Promise<string> {
  return await page.evaluate<string>(`(async () => {
    const kept = [];
    for (const { name, version } of await indexedDB.databases()) {
      const db = await new Promise((resolve) => {
        const opening = indexedDB.open(name, version);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of db.objectStoreNames) {
        const all = await new Promise((resolve) => {
          const asking = db.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => resolve(asking.result);
        });
        kept.push(...all);
      }
      db.close();
    }
    return JSON.stringify(kept);
  })()`);
}

async function takePhoto(page: Page, within: string, name: string): Promise<void> {
  const photo = { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await makePicture('jpeg') };
  await page.locator(`${within} input[type=file]`).setInputFiles(photo);
}

test('a department without tickets is told so; the menu says why the phone cannot ring; nobody is kept out', async () => {
  const { page, faults, close } = await openPhone({ departmentCode: 'LUAR', language: 'en' });
  await page.getByText('No tickets for this department').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByText('This phone can ring for new and critical tickets.').waitFor();
  const tellMe = page.getByRole('switch', { name: 'Tell me' });
  expect(await tellMe.getAttribute('aria-checked')).toBe('false');
  // Nobody is there to be asked in this browser: that is a no.
  await tellMe.click();
  await page.getByText('Notifications are denied in this browser').waitFor();
  expect(await tellMe.isDisabled()).toBe(true);
  const readInIndonesian = page.getByRole('button', { name: 'Baca dalam bahasa Indonesia' });
  expect(await findBarriersInEveryLook(page, () => readInIndonesian.click())).toEqual([]);
  await page.getByRole('button', { name: 'Tampilan gelap' }).click();
  await page.getByRole('button', { name: 'Tampilan terang' }).waitFor();
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
  expect(faults).toEqual([]);
  await close();
});

test('a ticket is acknowledged, started and returned with a reason, on a phone', async () => {
  const { page, faults, close } = await openPhone({ departmentCode: 'SIAGA', language: 'en' });
  await page.getByText('No tickets for this department').waitFor();
  // It comes by itself, while the phone is open.
  const { number } = await routeTicket('blaze', 'SIAGA');
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await page.getByText('asap tebal').waitFor();
  const route = page.getByRole('link', { name: "Route in the phone's map" });
  expect(await route.getAttribute('href')).toContain('-2.980000');
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('started work').waitFor();
  await page.getByRole('article').getByText('you are on it').waitFor();
  await page.getByRole('button', { name: 'Return' }).click();
  const form = page.getByRole('form', { name: 'Return to the control room' });
  await form.getByRole('button', { name: 'Return' }).click();
  await form.getByText('Choose the reason.').waitFor();
  await form.getByLabel("Not this department's duty").check();
  await form.getByLabel('In more words').fill('ask the roads');
  await form.getByRole('button', { name: 'Return' }).click();
  await page.getByText("Not this department's duty. ask the roads").waitFor();
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(PHONE.width);
  expect(faults).toEqual([]);
  await close();
});

test('colleagues see who has a ticket, and a screen of one’s own tickets shows only those', async () => {
  const mine = await openPhone({ departmentCode: 'JALAN' });
  const theirs = await openPhone({ departmentCode: 'JALAN', size: { width: 1280, height: 800 } });
  const ticket = await routeTicket('broken-road', 'JALAN');
  await mine.page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  await mine.page.getByRole('button', { name: 'Terima' }).click();
  const row = theirs.page.getByRole('link', { name: new RegExp(ticket.number) });
  await row.getByText('diterima the responder').waitFor();
  await row.click();
  await theirs.page.getByText('the responder melihat tiket ini').waitFor();
  await mine.page.getByText('the responder melihat tiket ini').waitFor();
  await theirs.page.getByText('Milik saya').click();
  await theirs.page.getByText('Tidak ada tiket di tangan Anda').waitFor();
  await mine.page.getByRole('link', { name: 'Kembali' }).click();
  await mine.page.getByText('Milik saya').click();
  await mine.page.getByText('Anda terima').waitFor();
  expect([...mine.faults, ...theirs.faults]).toEqual([]);
  await mine.close();
  await theirs.close();
});

test('what is done in a tunnel is seen at once, outlives the app, and arrives once when there is signal', async () => {
  const { page, faults, cookie, close } = await openPhone({ departmentCode: 'SIAGA' });
  const ticket = await routeTicket('river-high', 'SIAGA');
  await page.getByRole('link', { name: new RegExp(ticket.number) }).waitFor();
  await readyForTunnel(page, ticket.number);
  const context = page.context();
  await context.setOffline(true);
  await page.getByText(/^Tanpa sinyal/).waitFor();
  await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  await page.getByText('Laporan, foto dan riwayat muncul bila ada sinyal.').waitFor();
  await page.getByRole('button', { name: 'Terima' }).click();
  await takePhoto(page, '.phone-actions', 'sebelum');
  await page.getByRole('button', { name: 'Mulai' }).click();
  await page.getByRole('button', { name: 'Selesai' }).click();
  const form = page.getByRole('form', { name: 'Selesaikan tiket' });
  await takePhoto(page, 'form', 'sesudah');
  await form.getByRole('img', { name: 'Foto yang akan dikirim' }).waitFor();
  await form.getByLabel('Apa yang sudah dikerjakan?').fill('pintu air dibuka');
  await form.getByRole('button', { name: 'Selesai' }).click();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('status').getByText('5 menunggu sinyal').waitFor();
  // Control room and clock go on meanwhile: it is the same ticket, only newer.
  await (await createOperator(server)).give(ticket, 'note', { note: 'hati-hati' });
  await page.close();

  const again = await context.newPage();
  await again.goto(`${server.url}/responder`);
  await again.getByRole('region', { name: 'Menunggu sinyal' }).getByText(ticket.number).click();
  await again.getByRole('button', { name: 'Buka foto penuh: Foto sesudah, menunggu sinyal' }).waitFor();
  expect(workIn(await readTicket(ticket.id, cookie))).toEqual(['ticket.noted']);
  await context.setOffline(false);
  const done = await until(
    async () => {
      const detail = await readTicket(ticket.id, cookie);
      return detail.status === 'resolved' && detail;
    },
    { what: 'what was done to arrive' },
  );
  expect(workIn(done)).toEqual([
    'ticket.noted',
    'ticket.acknowledged',
    'ticket.photographed',
    'ticket.started',
    'ticket.photographed',
    'ticket.resolved',
  ]);
  await again.getByText('pintu air dibuka').waitFor();
  await again.getByRole('button', { name: 'Buka foto penuh: Foto sesudah' }).click();
  await again.getByRole('dialog').getByRole('img', { name: 'Foto sesudah' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('what the control room decided meanwhile is said, with what can be done; signing out leaves nothing behind', async () => {
  const { page, faults, cookie, close } = await openPhone({ departmentCode: 'SIAGA' });
  const ticket = await routeTicket('river-high', 'SIAGA');
  await readyForTunnel(page, ticket.number);
  await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  const context = page.context();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Terima' }).click();
  await page.getByRole('button', { name: 'Catatan' }).click();
  const form = page.getByRole('form', { name: 'Catatan untuk ruang kendali' });
  await form.getByLabel('Catatan', { exact: true }).fill('sudah di jalan');
  await form.getByRole('button', { name: 'Catatan' }).click();
  await (await createOperator(server)).give(ticket, 'return', { reason: 'salah alamat' });
  await context.setOffline(false);
  await page.getByText('Ruang kendali telah mengubah tiket ini: sekarang Dikembalikan.').waitFor();
  await page.getByText('tertahan').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(await readKept(page)).toContain('sudah di jalan');

  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('2 belum terkirim dan akan hilang').waitFor();
  await page.getByRole('button', { name: 'Batal' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
  await page.getByRole('button', { name: 'Buang' }).click();
  await page.getByRole('button', { name: 'Buang' }).click();
  await until(async () => !(await readKept(page)).includes('sudah di jalan'));
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.waitForURL(/sign-in/);
  expect(await readKept(page)).toBe('[]');
  const kept = await page.evaluate<string[]>(`(async () => {
    const urls = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname);
    return urls;
  })()`);
  expect(kept).toContain('/responder');
  expect(kept.filter((path) => !/^\/(responder$|assets\/)/.test(path))).toEqual([]);
  expect(workIn(await readTicket(ticket.id, (await createOperator(server)).cookie))).toEqual([
    'ticket.returned',
  ]);
  expect(cookie).not.toBe('');
  expect(faults).toEqual([]);
  await close();
});

test('the screen is light, can be installed, and its worker leaves all other screens alone', async () => {
  const { cookie } = await server.signIn('responder', 'LUAR');
  const screen = await openScreen(browser, { url: server.url, path: '/sign-in', cookie, size: PHONE });
  const { page } = screen;
  await page.goto(`${server.url}/responder`);
  await page.getByText('Tidak ada tiket untuk OPD ini').waitFor();
  const { scripts, bytes } = await weighScripts(page);
  expect(scripts).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(MOST_SCRIPT_BYTES);
  const manifestUrl = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await fetch(server.url + manifestUrl)).json()) as {
    name: string;
    start_url: string;
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(manifest).toMatchObject({ name: server.pack.roomName, start_url: '/responder' });
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  for (const { src } of manifest.icons) expect((await fetch(server.url + src)).status).toBe(200);
  await page.evaluate('navigator.serviceWorker.ready');
  const controlled = 'navigator.serviceWorker.controller !== null';
  await page.goto(`${server.url}/responder`);
  expect(await page.evaluate(controlled)).toBe(true);
  for (const path of ['/sign-in', '/wall', '/desk']) {
    await page.goto(server.url + path);
    expect(await page.evaluate(controlled)).toBe(false);
  }
  await screen.close();
});
