import { useEffect, useMemo, useRef } from 'react';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useConnection, useFreshness, useLive } from '../../live/use-board.ts';
import { useCity } from '../../session/city-words.ts';
import { useSession } from '../../session/session.ts';
import { useSampledBoard } from '../../session/use-sampled-board.ts';
import { useHolders } from '../list/use-holders.ts';
import { keepPicture, startKeeping } from './kept-picture.ts';
import { useKept } from './offline-start.tsx';

/** Writing to a phone's storage costs battery. */
const KEEP_AFTER_MS = 1_500;

/** The department's open tickets, live or as the phone kept them; null before either. */
export function useOwnTickets(): readonly LiveTicket[] | null {
  const { tickets, seq } = useSampledBoard();
  const kept = useKept();
  return useMemo(() => {
    if (seq !== null) return [...tickets.values()];
    return kept?.tickets ?? null;
  }, [tickets, seq, kept]);
}

/** Whether there is signal, and since when (ms) the list is old; `asOf` null where there is no list. */
export function useSignal(): { isOffline: boolean; asOf: number | null } {
  const { board } = useLive();
  const { state } = useConnection();
  const { level, ageMs, asOf } = useFreshness();
  const kept = useKept();
  const isOffline = !navigator.onLine || state === 'offline' || (ageMs !== null && level === 'old');
  return { isOffline, asOf: board.seq() === null ? (kept?.asOf ?? null) : asOf };
}

/** Keeps the list on the phone as it changes. */
export function useKeepPicture(): void {
  const me = useSession();
  const city = useCity();
  const { freshness } = useLive();
  const { tickets, seq } = useSampledBoard();
  const holders = useHolders();
  const latest = useRef({ me, city, tickets, holders });
  latest.current = { me, city, tickets, holders };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list, person or city is the reason to keep it again
  useEffect(() => {
    if (seq === null || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const now = latest.current;
      void keepPicture({
        ...now,
        tickets: [...now.tickets.values()],
        holders: [...now.holders.values()],
        asOf: freshness.serverNow(),
      });
    }, KEEP_AFTER_MS);
  }, [seq, tickets, holders, me, city, freshness]);
  useEffect(() => {
    startKeeping();
    return () => clearTimeout(timer.current);
  }, []);
}
