import { useCallback, useEffect, useState } from 'react';
import type { CallView } from '../../shared/wire/api.ts';
import { draftKey, draftsUnder, readDraft } from '../session/drafts.ts';
import { useSession } from '../session/session.ts';
import { BLANK, type Fields } from './entry-body.ts';

/** An entry being written, for a call or without one. `shown`: it is on the screen, or put aside for a moment. */
type Entry = { key: string; call: CallView | null; shown: boolean; fields: Fields };

const SCOPE = 'entry.';

function scopeOf(call: CallView | null): string {
  return SCOPE + (call?.callId ?? 'new');
}

function isBlank(fields: Fields, call: CallView | null): boolean {
  const { phone, point, ...told } = fields;
  const { phone: _phone, point: _point, ...blank } = BLANK;
  const own = phone === (call?.callerNumber ?? '') && (point === null || call?.location != null);
  return own && JSON.stringify(told) === JSON.stringify(blank);
}

/**
 * The entry on the screen. It survives a reload, and being put aside for a ticket or another call: opened again, what
 * was written is there.
 */
export function useEntry() {
  const { id } = useSession();
  const [entry, setEntry] = useState<Entry | null>(() => {
    const kept = draftsUnder(sessionStorage, id, SCOPE).map((end) =>
      readDraft<Entry>(sessionStorage, draftKey(id, SCOPE + end)),
    );
    return kept.find((one) => one?.shown) ?? null;
  });
  useEffect(() => {
    if (entry === null) return;
    const key = draftKey(id, scopeOf(entry.call));
    if (!entry.shown && isBlank(entry.fields, entry.call)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(entry));
  }, [entry, id]);

  const set = useCallback(
    (change: Partial<Fields>) =>
      setEntry((known) => known && { ...known, fields: { ...known.fields, ...change } }),
    [],
  );
  return {
    entry: entry?.shown ? entry : null,
    set,
    open(call: CallView | null): void {
      if (entry?.shown && scopeOf(entry.call) === scopeOf(call)) return;
      const kept = readDraft<Entry>(sessionStorage, draftKey(id, scopeOf(call)));
      const { lat, lng } = call?.location ?? {};
      const point = lat === undefined || lng === undefined ? null : { lat, lng };
      const fresh = { ...BLANK, phone: call?.callerNumber ?? '', point };
      setEntry({ key: kept?.key ?? crypto.randomUUID(), call, shown: true, fields: kept?.fields ?? fresh });
    },
    /** Puts it away; what was written stays. */
    hide: () => setEntry((known) => known && { ...known, shown: false }),
    /** Sent, or given up. */
    drop(): void {
      if (entry) sessionStorage.removeItem(draftKey(id, scopeOf(entry.call)));
      setEntry(null);
    },
  };
}
