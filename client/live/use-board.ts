import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Change } from '../../shared/wire/live.ts';
import type { RoomState } from '../../shared/wire/room.ts';
import type { BoardState } from './board.ts';
import type { Freshness } from './freshness.ts';
import type { ConnectionStatus, Live } from './socket.ts';

/** How often a shown age moves. */
const FRESHNESS_TICK_MS = 200;

/** Holds the page's one live connection: `<LiveContext value={live}>`. */
export const LiveContext = createContext<Live | null>(null);

/** The page's live connection; throws outside of a LiveContext. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('useLive needs a LiveContext above it');
  return live;
}

/**
 * Selects from the board. The component renders again only when what it selected changed: the same by
 * `isEqual`, which is identity unless told otherwise (`sameItems` for arrays made by the selector).
 */
export function useBoard<T>(
  select: (state: BoardState) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const { board } = useLive();
  const last = useRef<{ state: BoardState; select: (state: BoardState) => T; value: T } | null>(null);

  function read(): T {
    const state = board.getSnapshot();
    const known = last.current;
    if (known && known.state === state && known.select === select) return known.value;
    const selected = select(state);
    const value = known && isEqual(known.value, selected) ? known.value : selected;
    last.current = { state, select, value };
    return value;
  }

  return useSyncExternalStore(board.subscribe, read, read);
}

/** Two arrays with the same items in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}

/** Calls back with each change as it happens, not with what a snapshot brings. */
export function useChanges(onChanges: (changes: Change[]) => void): void {
  const { board } = useLive();
  const latest = useRef(onChanges);
  useEffect(() => {
    latest.current = onChanges;
  });
  useEffect(() => board.onChanges((changes) => latest.current(changes)), [board]);
}

/** How old the picture is, read again five times a second. */
export function useFreshness(): Freshness {
  const { freshness } = useLive();
  const [now, setNow] = useState(() => freshness.read());
  useEffect(() => {
    const timer = setInterval(() => setNow(freshness.read()), FRESHNESS_TICK_MS);
    return () => clearInterval(timer);
  }, [freshness]);
  return now;
}

/** Whether there is a connection, and why not. */
export function useConnection(): ConnectionStatus {
  const { connection } = useLive();
  return useSyncExternalStore(connection.subscribe, connection.getSnapshot, connection.getSnapshot);
}

/** The room's state; null before the server has told it, and with a server that has none. */
export function useRoom(): RoomState | null {
  const { room } = useLive();
  return useSyncExternalStore(room.subscribe, room.getSnapshot, room.getSnapshot);
}
