import { startOfDay } from '../../shared/ticket/done.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const HALF_HOUR_MS = 30 * MINUTE_MS;

/**
 * The next time that the city's clocks show `clock` (`21.30`, `21:30`), after `now`; both in ms since the epoch. Null for what
 * is no time of day.
 */
export function nextTime(clock: string, now: number, timeZone: string): number | null {
  const match = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(clock.trim());
  if (!match) return null;
  const intoDay = (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS;
  const today = startOfDay(now, timeZone) + intoDay;
  return today > now ? today : startOfDay(now + DAY_MS, timeZone) + intoDay;
}

/** Two hours from now, on the next half hour; both in ms since the epoch. */
export function usualEnd(now: number): number {
  return Math.ceil((now + 4 * HALF_HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
}
