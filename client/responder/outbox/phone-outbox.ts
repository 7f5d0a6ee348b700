import { createApi } from '../../api/request.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { phoneStore } from './phone-store.ts';
import { sendItem } from './send-item.ts';
import { SYNC_TAG } from './sync-tag.ts';

/** This phone's outbox, in a page or in its service worker. `changed` is also called for what others changed. */
export function openPhoneOutbox(changed: () => void): { outbox: Outbox; close(): void } {
  const api = createApi();
  const channel = new BroadcastChannel(SYNC_TAG);
  channel.onmessage = changed;
  const outbox = createOutbox({
    store: phoneStore,
    send: (item) => sendItem(api, item),
    exclusive: oneAtATime(),
    now: () => Date.now(),
    changed() {
      channel.postMessage(null);
      changed();
    },
  });
  return { outbox, close: () => channel.close() };
}

/** The browser's own locks reach over pages and workers; without HTTPS there are none, and no worker either. */
function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (navigator.locks !== undefined) return (await navigator.locks.request(SYNC_TAG, run)) as T;
    const mine = last.then(run, run);
    last = mine.catch(() => undefined);
    return mine;
  };
}
