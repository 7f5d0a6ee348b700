import { createStore, del, delMany, get, set, type UseStore, update } from 'idb-keyval';
import type { OutboxStore } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';

const ITEMS = 'items';

/** IndexedDB of this phone's browser; opened when first used, and again in a service worker. */
let opened: UseStore | null = null;
function store(): UseStore {
  opened ??= createStore('live-room-outbox', 'outbox');
  return opened;
}

/** The outbox's place on the phone, the same for the page and its service worker. */
export const phoneStore: OutboxStore = {
  read: async () => (await get<OutboxItem[]>(ITEMS, store())) ?? [],
  change: (edit) => update<OutboxItem[]>(ITEMS, (items) => edit(items ?? []), store()),
  dropPhotos: (ids) => delMany(ids.map(photoKey), store()),
};

/** Bytes rather than a blob: some browsers lose blobs that are read in a service worker. */
export async function keepPhoto(id: string, photo: Blob): Promise<void> {
  await set(photoKey(id), await photo.arrayBuffer(), store());
}

/** The photo of an item; null where the browser has thrown it away. */
export async function readPhoto(id: string): Promise<Blob | null> {
  const bytes = await get<ArrayBuffer>(photoKey(id), store());
  return bytes ? new Blob([bytes], { type: 'image/jpeg' }) : null;
}

/** Everything of one person, for signing out. */
export async function wipeOutbox(owner: string): Promise<void> {
  const gone: string[] = [];
  await phoneStore.change((items) =>
    items.filter((item) => {
      if (item.owner === owner) gone.push(item.id);
      return item.owner !== owner;
    }),
  );
  await phoneStore.dropPhotos(gone);
  if ((await phoneStore.read()).length === 0) await del(ITEMS, store());
}

function photoKey(id: string): string {
  return `photo ${id}`;
}
