import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLive } from '../live/use-board.ts';

const LOOK_EVERY_MS = 5_000;
/** A timer this late: the machine slept. */
const SLEPT_MS = 15_000;
/** A connection that calls itself alive and has brought nothing for so long is made anew. */
const DEAD_AFTER_MS = 75_000;

/**
 * Brings a wall back that nobody touches: after the machine slept, and where a connection is dead without having
 * noticed (a router that forgot it, a sleeping server).
 */
export function useRecovery(): void {
  const { freshness, connect } = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    let lookedAt = Date.now();
    let triedAt = Date.now();
    const timer = setInterval(() => {
      const now = Date.now();
      const slept = now - lookedAt > LOOK_EVERY_MS + SLEPT_MS;
      lookedAt = now;
      const ageMs = freshness.read().ageMs ?? 0;
      const dead = ageMs > DEAD_AFTER_MS && now - triedAt > DEAD_AFTER_MS;
      if (!dead && !(slept && ageMs > LOOK_EVERY_MS)) return;
      triedAt = now;
      connect();
      void queries.invalidateQueries();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [freshness, connect, queries]);
}
