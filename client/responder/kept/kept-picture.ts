import { clear, createStore, get, set, type UseStore } from 'idb-keyval';
import type { CityView, Me } from '../../../shared/wire/api.ts';
import type { Holder } from '../../../shared/wire/holders.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';

/**
 * What the phone keeps to open without signal: who it belongs to, the names of things, and the tickets as every live
 * audience may see them, with the colleagues who have them. No reports, no callers, no photos.
 */
export type KeptPicture = {
  me: Me;
  city: CityView;
  tickets: LiveTicket[];
  holders: Holder[];
  /** When the list was so, ms. */
  asOf: number;
};

const PICTURE = 'picture';

let opened: UseStore | null = null;
function store(): UseStore {
  opened ??= createStore('live-room-phone', 'kept');
  return opened;
}

/** Between a wipe and the next person nothing is written, whatever was about to be. */
let isKeeping = true;

/** From now on pictures are kept: somebody works here. */
export function startKeeping(): void {
  isKeeping = true;
}

/** The last picture; null where there is none, or the browser keeps nothing. */
export async function readKept(): Promise<KeptPicture | null> {
  return (await get<KeptPicture>(PICTURE, store()).catch(() => undefined)) ?? null;
}

/** Keeps the picture in place of the last. A phone that cannot keep it works on with signal alone. */
export async function keepPicture(picture: KeptPicture): Promise<void> {
  if (!isKeeping) return;
  // Areas are drawn on maps; a list needs none of them.
  const city = { ...picture.city, cells: [], lines: [], sensors: [] };
  await set(PICTURE, { ...picture, city }, store()).catch(() => undefined);
}

/** Leaves nothing of it on the phone, and keeps nothing more until `startKeeping`. */
export async function wipeKept(): Promise<void> {
  isKeeping = false;
  await clear(store()).catch(() => undefined);
}
