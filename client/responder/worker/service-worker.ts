import type { PushMessage } from '../../../shared/wire/push.ts';
import { createApi } from '../../api/request.ts';
import { openPhoneOutbox } from '../outbox/phone-outbox.ts';
import { SYNC_TAG } from '../outbox/sync-tag.ts';
import { isShellPage, shellCacheName } from './shell.ts';
import type { WorkerMessage, WorkerScope } from './worker-scope.ts';

/** Set by the build (`shell-plugin.ts`): the files of this screen, and a number that changes with any of them. */
declare const SHELL_FILES: string[];
declare const SHELL_VERSION: string;

/**
 * The responder's service worker. Keeps the screen's own files so that it opens without signal, sends what waits when
 * the browser says there is signal, and shows what is pushed. Nothing the server says about tickets goes through it.
 */
const scope = self as unknown as WorkerScope;
const CACHE = shellCacheName(SHELL_VERSION);
const PAGE = '/responder';

scope.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && isShellPage(url.pathname)) event.respondWith(fromShell(PAGE, request));
  else if (SHELL_FILES.includes(url.pathname)) event.respondWith(fromShell(url.pathname, request));
});

scope.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendWaiting());
});

scope.addEventListener('push', (event) => {
  const message = event.data?.json() as PushMessage | undefined;
  if (message) event.waitUntil(show(message));
});

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data as { url: string };
  event.waitUntil(open(url));
});

scope.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(subscribeAgain(event.oldSubscription, event.newSubscription));
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...SHELL_FILES].map((path) => new Request(path, { cache: 'no-cache' })));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(shellCacheName('')) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromShell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? (await fetch(request));
}

/** Everybody's who used this phone; the server refuses those who are not signed in. Rejects so that the browser tries again. */
async function sendWaiting(): Promise<void> {
  const { outbox, close } = openPhoneOutbox(() => undefined);
  try {
    const me = await createApi().get<{ id: string }>('/api/me');
    if ((await outbox.flush(me.id)) === 'later') throw new Error('No signal yet');
  } finally {
    close();
  }
}

function show({ title, body, url, ticketId, at, priority, kind }: PushMessage): Promise<void> {
  // One notification a ticket: the newest. It rings again only for what is new about it.
  const options = {
    body,
    tag: ticketId,
    renotify: true,
    data: { url, kind },
    timestamp: Date.parse(at),
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    requireInteraction: priority === 'critical',
    ...(priority === 'critical' && { vibrate: [300, 120, 300, 120, 300] }),
  };
  return scope.registration.showNotification(title, options as NotificationOptions);
}

/** In the app that is open, else in a new window. */
async function open(url: string): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window' });
  const app = windows.find((client) => isShellPage(new URL(client.url).pathname));
  if (!app) {
    await scope.clients.openWindow(url);
    return;
  }
  const message: WorkerMessage = { type: 'open', url };
  app.postMessage(message);
  await app.focus();
}

/** The browser has changed the address; who is not signed in any more is not told of it. */
async function subscribeAgain(old: PushSubscription | null, given: PushSubscription | null): Promise<void> {
  const api = createApi();
  const key = old?.options.applicationServerKey ?? null;
  const fresh =
    given ??
    (await scope.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  await api.post('/api/push/subscriptions', fresh.toJSON());
}
