import type { PushInfo } from '../../../shared/wire/push.ts';
import type { Api } from '../../api/request.ts';
import { createApi } from '../../api/request.ts';
import { findWorker } from '../worker/registration.ts';

/** `unsupported`: by this browser, or without HTTPS. `off`: by this server. */
export type PushState = 'unsupported' | 'off' | 'denied' | 'not-asked' | 'on';

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** How it stands on this phone. A phone that is told says so to the server again: it may have forgotten. */
export async function readPush(api: Api, language: 'id' | 'en'): Promise<PushState> {
  const { publicKey } = await api.get<PushInfo>('/api/push');
  if (publicKey === null) return 'off';
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  const subscription = await (await findWorker())?.pushManager.getSubscription();
  if (!subscription) return 'not-asked';
  await api.post('/api/push/subscriptions', { ...subscription.toJSON(), language });
  return 'on';
}

/** Asks the person, then the browser's push service, then tells the server. Rejects where one of them is not reached. */
export async function joinPush(api: Api, language: 'id' | 'en'): Promise<PushState> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'not-asked';
  const { publicKey } = await api.get<PushInfo>('/api/push');
  const worker = await findWorker();
  if (publicKey === null) return 'off';
  if (worker === null) return 'unsupported';
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  await api.post('/api/push/subscriptions', { ...subscription.toJSON(), language });
  return 'on';
}

/** This phone is told no more, whether or not the server hears of it: a push to it is then answered with `gone`. */
export async function leavePush(api: Api = createApi()): Promise<void> {
  if (!isSupported()) return;
  const subscription = await (await findWorker())?.pushManager.getSubscription();
  if (!subscription) return;
  await subscription.unsubscribe();
  await api.remove('/api/push/subscriptions', { endpoint: subscription.endpoint }).catch(() => undefined);
}
