import { useCallback, useEffect, useRef, useState } from 'react';
import { clearDrafts, draftKey, readDraft, SIGNED_OUT } from './drafts.ts';
import { useSession } from './session.ts';

/** Has this tab forget its drafts when somebody signs out in another, and those of whoever sat here before. */
export function useDraftsEnd(): void {
  const { id } = useSession();
  useEffect(() => {
    clearDrafts(sessionStorage, id);
    const onStorage = ({ key }: StorageEvent) => {
      if (key === SIGNED_OUT) clearDrafts(sessionStorage);
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [id]);
}

/**
 * State of a form that survives a reload. Kept from the first change on; `drop` forgets it, for when it was sent or
 * put away.
 */
export function useDraft<T extends object>(scope: string, initial: () => T) {
  const { id } = useSession();
  const key = draftKey(id, scope);
  const [value, setValue] = useState<T>(() => ({ ...initial(), ...readDraft<T>(sessionStorage, key) }));
  const dropped = useRef(false);
  const set = useCallback(
    (change: Partial<T>) => {
      setValue((known) => {
        const next = { ...known, ...change };
        if (!dropped.current) sessionStorage.setItem(key, JSON.stringify(next));
        return next;
      });
    },
    [key],
  );
  const drop = useCallback(() => {
    dropped.current = true;
    sessionStorage.removeItem(key);
  }, [key]);
  return { value, set, drop };
}
