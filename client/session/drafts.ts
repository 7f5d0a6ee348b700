const PREFIX = 'live-room.draft.';
/** What the other tabs hear of. */
export const SIGNED_OUT = 'live-room.signed-out';

/** What is being written belongs to one person and one form; kept in the tab only, so that closing it ends it. */
export function draftKey(personId: string, scope: string): string {
  return `${PREFIX}${personId}.${scope}`;
}

/** A draft as it was kept, or null; what cannot be read was never written by us. */
export function readDraft<T>(storage: Storage, key: string): T | null {
  const kept = storage.getItem(key);
  if (kept === null) return null;
  try {
    return JSON.parse(kept) as T;
  } catch {
    return null;
  }
}

/** Forgets drafts: all of them, or those of everybody else. */
export function clearDrafts(storage: Storage, exceptPersonId: string | null = null): void {
  const own = exceptPersonId === null ? null : draftKey(exceptPersonId, '');
  for (const key of Array.from({ length: storage.length }, (_, at) => storage.key(at))) {
    if (key?.startsWith(PREFIX) && (own === null || !key.startsWith(own))) storage.removeItem(key);
  }
}

/** Forgets all drafts, in the other tabs of this browser too: a citizen's words do not outlive the session. */
export function clearDraftsEverywhere(): void {
  clearDrafts(sessionStorage);
  localStorage.setItem(SIGNED_OUT, String(Date.now()));
}

/** The end of the scopes under which this person has drafts that start so, e.g. the commands of a ticket. */
export function draftsUnder(storage: Storage, personId: string, start: string): string[] {
  const prefix = draftKey(personId, start);
  return Array.from({ length: storage.length }, (_, at) => storage.key(at))
    .filter((key) => key?.startsWith(prefix))
    .map((key) => key?.slice(prefix.length) ?? '');
}
