import { SYNC_TAG } from '../outbox/sync-tag.ts';

/** Only this screen is the worker's: walls and desks never meet it. */
const SCRIPT = '/service-worker.js';
const SCOPE = '/responder';

/** Background Sync, which not all browsers have, nor TypeScript. */
type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Where the browser allows it (HTTPS, or this machine); null elsewhere: then the screen works with signal alone. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return null;
  return await navigator.serviceWorker
    .register(SCRIPT, { scope: SCOPE, updateViaCache: 'none' })
    .catch(() => null);
}

/** The worker of this screen, once it is there. */
export async function findWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  return (await navigator.serviceWorker.getRegistration(SCOPE).catch(() => undefined)) ?? null;
}

/** Has the browser send what waits when there is signal again, also when the app is closed by then. */
export async function askForSync(): Promise<void> {
  const registration = (await findWorker()) as WithSync | null;
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}
