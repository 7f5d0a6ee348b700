import type { Browser, BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { PushInfo } from '../../shared/wire/push.ts';
import { CLIENT_DIR, launchBrowser, openScreen } from '../support/browser.ts';
import { createOperator } from '../support/operator.ts';
import { type PushService, startPushService } from '../support/push-service.ts';
import { startRelay } from '../support/relay.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const PHONE = { width: 390, height: 844 };

let server: TestServer;
let browser: Browser;
let service: PushService;
let publicKey = '';

beforeAll(async () => {
  server = await startTestServer({
    clientDir: CLIENT_DIR,
    settings: { PUSH_CONTACT: 'mailto:room@city.example', PUSH_LOOPBACK: 'yes' },
  });
  service = await startPushService(() => publicKey);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.close();
  await server.close();
});

/** A page of the same phone that is neither the app nor leads to it. */
const ELSEWHERE = '/icon.svg';
/** What the worker is woken for. */
const SYNC_TAG = 'live-room.outbox';

type Opening = { departmentCode: string; phone?: string; url?: string };

/** A phone whose browser gets its push addresses from the tests' push service: the real ones ask Google for them. */
async function openPhone({ departmentCode, phone, url = server.url }: Opening) {
  const { cookie } = await server.signIn('responder', departmentCode);
  const options = { url, path: ELSEWHERE, cookie, language: 'id', size: PHONE } as const;
  const screen = await openScreen(browser, options);
  const { page } = screen;
  const info = await fetch(`${server.url}/api/push`, { headers: { cookie } });
  publicKey = ((await info.json()) as PushInfo).publicKey ?? '';
  if (phone !== undefined) await page.context().addInitScript(givePushAddress(phone));
  await page.goto(`${url}/responder`);
  await page.evaluate('navigator.serviceWorker.ready');
  return { ...screen, context: page.context(), cookie };
}

/** Takes the place of the browser's own push service, and of nothing else: the permission is still asked for. */
function givePushAddress(phone: string): string {
  const { language: _language, ...given } = service.addPhone(phone);
  return `{
    const given = ${JSON.stringify(given)};
    const subscription = {
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: async () => { localStorage.removeItem('subscribed'); return true; },
    };
    PushManager.prototype.subscribe = async (options) => {
      if (Notification.permission !== 'granted') throw new DOMException('denied', 'NotAllowedError');
      if (options.applicationServerKey !== ${JSON.stringify(publicKey)} || !options.userVisibleOnly)
        throw new DOMException('which server?', 'InvalidAccessError');
      localStorage.setItem('subscribed', 'yes');
      return subscription;
    };
    PushManager.prototype.getSubscription = async () =>
      localStorage.getItem('subscribed') === null ? null : subscription;
  }`;
}

/** A ticket of the department, handed over by an operator. */
async function routeTicket(category: string, departmentCode: string, text?: string) {
  const operator = await createOperator(server);
  return operator.give(await operator.open(category, text), 'route', { departmentCode });
}

async function listPhones(cookie: string): Promise<string[]> {
  const me = (await (await fetch(`${server.url}/api/me`, { headers: { cookie } })).json()) as { id: string };
  const rows = await server.db
    .selectFrom('push_subscription')
    .select('endpoint')
    .where('user_id', '=', me.id)
    .execute();
  return rows.map(({ endpoint }) => endpoint.split('/').at(-1) ?? '');
}

/** Speaks to the browser about the phone's worker, over a page that need not be the worker's own. */
async function reachWorker(page: Page): Promise<{ session: CDPSession; registrationId: string }> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${originOf(page)}/responder`);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return { session, registrationId: await registered };
}

const originOf = (page: Page): string => new URL(page.url()).origin;

/** Hands the worker what the push service was sent, as the browser does. */
async function deliverPush(page: Page, data: string): Promise<void> {
  const { session, registrationId } = await reachWorker(page);
  await session.send('ServiceWorker.deliverPushMessage', { origin: originOf(page), registrationId, data });
  await session.detach();
}

/** Tells the worker that there is signal, as the browser does. */
async function dispatchSync(page: Page): Promise<void> {
  const { session, registrationId } = await reachWorker(page);
  const told = { origin: originOf(page), registrationId, tag: SYNC_TAG, lastChance: false };
  await session.send('ServiceWorker.dispatchSyncEvent', told);
  await session.detach();
}

type Shown = { title: string; body: string; tag: string };

function readShown(page: Page): Promise<Shown[]> {
  return page.evaluate<Shown[]>(`navigator.serviceWorker.getRegistration('/responder')
    .then((registration) => registration.getNotifications())
    .then((all) => all.map(({ title, body, tag }) => ({ title, body, tag })))`);
}

async function findWorker(context: BrowserContext): Promise<Worker> {
  return await until(() => context.serviceWorkers()[0], { what: 'the worker' });
}

/**
 * Taps a notification. Only a finger may have a browser open a window, so what the worker asks for is written down
 * instead; a message to the app that is open goes its own way.
 */
async function tapNotification(context: BrowserContext, tag: string): Promise<string[]> {
  return await (await findWorker(context)).evaluate<string[]>(`(async () => {
    const opened = [];
    clients.openWindow = async (url) => { opened.push(url); return null; };
    const [notification] = await registration.getNotifications({ tag: '${tag}' });
    let answered;
    const waitUntil = (work) => { answered = work; };
    const tap = new NotificationEvent('notificationclick', { notification });
    dispatchEvent(Object.assign(tap, { waitUntil }));
    // Nor may it bring a window to the front without a finger.
    await answered.catch(() => undefined);
    return opened;
  })()`);
}

const doneTo = async (ticket: LiveTicket, cookie: string): Promise<string[]> => {
  const response = await fetch(`${server.url}/api/tickets/${ticket.id}`, { headers: { cookie } });
  const { history } = (await response.json()) as { history: { type: string }[] };
  return history
    .map(({ type }) => type)
    .filter((type) => ['ticket.acknowledged', 'ticket.noted', 'ticket.started'].includes(type));
};

test('a phone rings after one switch and its permission, shows what the server wrote, and a tap opens the ticket', async () => {
  const { page, context, cookie, faults, close } = await openPhone({ departmentCode: 'SIAGA', phone: 'ani' });
  await page.getByRole('button', { name: 'Menu' }).click();
  const tellMe = page.getByRole('switch', { name: 'Kabari saya' });
  await page.getByText('Ponsel ini dapat berbunyi untuk tiket baru dan kritis.').waitFor();
  await context.grantPermissions(['notifications'], { origin: server.url });
  await tellMe.click();
  await page.getByText('Ponsel ini berbunyi untuk tiket baru, kritis').waitFor();
  expect(await tellMe.getAttribute('aria-checked')).toBe('true');
  expect(await listPhones(cookie)).toEqual(['ani']);

  const first = await routeTicket('river-high', 'SIAGA', 'Air masuk rumah Bu Sri, telepon 081234567890');
  const arrivedFor = (kind: string) => service.arrived.find(({ message }) => message.kind === kind);
  const told = await until(() => arrivedFor('new'), { what: 'the push' });
  await deliverPush(page, JSON.stringify(told.message));
  await until(async () => (await readShown(page)).length > 0, { what: 'the notification' });
  expect(await readShown(page)).toEqual([
    { title: 'Tiket baru: Sungai naik', body: `Tinggi · Batu Satu · ${first.number}`, tag: first.id },
  ]);
  // The same ticket again takes the first one's place.
  await (await createOperator(server)).give(first, 'reprioritise', { priority: 'critical', reason: 'naik' });
  const worse = await until(() => arrivedFor('critical'), { what: 'the second push' });
  await deliverPush(page, JSON.stringify(worse.message));
  await until(async () => (await readShown(page))[0]?.title.startsWith('KRITIS'), { what: 'the newer one' });
  expect(await readShown(page)).toEqual([
    { title: 'KRITIS: Sungai naik', body: `Kritis · Batu Satu · ${first.number}`, tag: first.id },
  ]);
  expect(JSON.stringify(service.arrived)).not.toMatch(/Sri|0812|masuk/);

  expect(await tapNotification(context, first.id)).toEqual([]);
  await page.waitForURL(`${server.url}/responder/${first.id}`);
  // With the app closed it is opened at the ticket.
  await page.goto(server.url + ELSEWHERE);
  await deliverPush(page, JSON.stringify(worse.message));
  await until(async () => (await readShown(page)).length > 0, { what: 'the notification' });
  expect(await tapNotification(context, first.id)).toEqual([`/responder/${first.id}`]);

  await page.goto(`${server.url}/responder`);
  await page.getByRole('button', { name: 'Menu' }).click();
  // The phone still knows that it is told.
  await page.getByText('Ponsel ini berbunyi untuk tiket baru, kritis').waitFor();
  await tellMe.click();
  await page.getByText('Ponsel ini dapat berbunyi untuk tiket baru dan kritis.').waitFor();
  expect(await listPhones(cookie)).toEqual([]);
  expect(service.faults).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test('what waits is sent by the worker once the app is closed, once, also while it opens again', async () => {
  const { page, context, cookie, faults, close } = await openPhone({ departmentCode: 'SIAGA' });
  const ticket = await routeTicket('river-high', 'SIAGA');
  await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  await page.getByRole('button', { name: 'Terima' }).waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Terima' }).click();
  await writeNote(page, 'sudah di jalan');
  await page.getByRole('status').getByText('2 menunggu sinyal').waitFor();
  // Another screen of the same phone, which the worker leaves alone.
  const elsewhere = await context.newPage();
  await page.close();
  expect(await doneTo(ticket, cookie)).toEqual([]);
  await context.setOffline(false);
  await elsewhere.goto(server.url + ELSEWHERE);
  await dispatchSync(elsewhere);
  await until(async () => (await doneTo(ticket, cookie)).length === 2, { what: 'the worker to send' });
  expect(await doneTo(ticket, cookie)).toEqual(['ticket.acknowledged', 'ticket.noted']);

  await elsewhere.goto(`${server.url}/responder/${ticket.id}`);
  await elsewhere.getByRole('button', { name: 'Mulai' }).waitFor();
  await context.setOffline(true);
  await elsewhere.getByRole('button', { name: 'Mulai' }).click();
  await writeNote(elsewhere, 'pompa dipasang');
  await elsewhere.getByRole('status').getByText('2 menunggu sinyal').waitFor();
  await elsewhere.close();
  const again = await context.newPage();
  await context.setOffline(false);
  await again.goto(server.url + ELSEWHERE);
  await Promise.all([
    dispatchSync(again).then(() => dispatchSync(again)),
    context.newPage().then((app) => app.goto(`${server.url}/responder/${ticket.id}`)),
  ]);
  await until(async () => (await doneTo(ticket, cookie)).length >= 4, { what: 'both to send' });
  await again.goto(`${server.url}/responder/${ticket.id}`);
  await again.getByText('pompa dipasang').waitFor();
  expect(await doneTo(ticket, cookie)).toEqual([
    'ticket.acknowledged',
    'ticket.noted',
    'ticket.started',
    'ticket.noted',
  ]);
  expect(faults).toEqual([]);
  await close();
});

test('an app that is closed while its signal hangs leaves the rest to the worker', async () => {
  const line = await startRelay(server.url);
  const { page, context, cookie, close } = await openPhone({ departmentCode: 'SIAGA', url: line.url });
  const ticket = await routeTicket('river-high', 'SIAGA');
  await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  await page.getByRole('button', { name: 'Terima' }).waitFor();
  const elsewhere = await context.newPage();
  await elsewhere.goto(line.url + ELSEWHERE);
  // Neither answered nor refused: the app cannot know yet that there is no signal.
  line.hold();
  await page.getByRole('button', { name: 'Terima' }).click();
  await until(async () => (await readAsked(elsewhere)).includes(SYNC_TAG), {
    what: 'the browser to be asked',
    timeoutMs: 10_000,
  });
  await page.close();
  line.cut();
  line.release();
  await dispatchSync(elsewhere);
  await until(async () => (await doneTo(ticket, cookie)).length > 0, { what: 'the worker to send' });
  expect(await doneTo(ticket, cookie)).toEqual(['ticket.acknowledged']);
  await close();
  await line.close();
});

/** What the browser has been asked to wake the worker for. */
function readAsked(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`navigator.serviceWorker.getRegistration('/responder')
    .then((registration) => registration.sync.getTags())`);
}

async function writeNote(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Catatan' }).click();
  const form = page.getByRole('form', { name: 'Catatan untuk ruang kendali' });
  await form.getByLabel('Catatan', { exact: true }).fill(words);
  await form.getByRole('button', { name: 'Catatan' }).click();
}
