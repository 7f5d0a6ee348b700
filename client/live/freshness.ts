import type { Heartbeat } from '../../shared/wire/live.ts';

/** Past this age the picture is marked, past the second one a band says since when it is old. */
export const STALE_AFTER_MS = 5_000;
export const OLD_AFTER_MS = 15_000;

/** Beats from which the best passage is taken; a changed clock is forgotten after so many. */
const REMEMBERED_BEATS = 60;

export type FreshnessLevel = 'live' | 'stale' | 'old';

/** How old the picture is. `ageMs` and `asOf` (local time, ms since the epoch) are null before the first beat. */
export type Freshness = { level: FreshnessLevel; ageMs: number | null; asOf: number | null };

/** The wall clock ahead of the steady one by more than this: the machine slept, or its clock was set. */
const JUMP_MS = 2_000;

/** Local time twice, ms: `now` is steady but may stop while the machine sleeps, `wall` is the clock on the wall. */
export type LocalTime = { now(): number; wall(): number };

export const localTime: LocalTime = { now: () => performance.now(), wall: () => Date.now() };

export type FreshnessMeter = ReturnType<typeof createFreshnessMeter>;

/**
 * Measures the age of the picture end to end. A beat says: at `at` the server had looked, and `seq` was the
 * newest. The clocks of both sides differ by an unknown amount, so the quickest of the recent beats stands for
 * no delay, and what another beat took longer than that counts as age: beats that waited in a full pipe make
 * the picture old even though they keep arriving.
 */
export function createFreshnessMeter(time: LocalTime = localTime) {
  let passages: number[] = [];
  let best: { shownAt: number; serverAt: number } | null = null;
  let slept = 0;
  let ahead = time.wall() - time.now();

  /** Steady time that goes on while the machine sleeps: who wakes up must not take the picture for fresh. */
  function elapsed(): number {
    const jump = time.wall() - time.now() - ahead;
    ahead += jump;
    if (jump > JUMP_MS) {
      slept += jump;
      passages = [];
    }
    return time.now() + slept;
  }

  return {
    /** A beat whose number the picture has reached. */
    confirm(beat: Heartbeat): void {
      const serverAt = Date.parse(beat.at);
      const passage = elapsed() - serverAt;
      passages = [...passages.slice(1 - REMEMBERED_BEATS), passage];
      const shownAt = serverAt + Math.min(...passages);
      if (best === null || shownAt >= best.shownAt) best = { shownAt, serverAt };
    },
    /** Another connection may be another server with another clock. The picture's age goes on. */
    restart(): void {
      passages = [];
    },
    read(): Freshness {
      if (best === null) return { level: 'old', ageMs: null, asOf: null };
      const ageMs = Math.max(0, elapsed() - best.shownAt);
      return { level: levelOf(ageMs), ageMs, asOf: time.wall() - ageMs };
    },
    /** The server's clock now as far as it is known, ms since the epoch: deadlines are counted against it. */
    serverNow(): number {
      return best === null ? time.wall() : best.serverAt + (elapsed() - best.shownAt);
    },
  };
}

function levelOf(ageMs: number): FreshnessLevel {
  if (ageMs > OLD_AFTER_MS) return 'old';
  return ageMs > STALE_AFTER_MS ? 'stale' : 'live';
}
