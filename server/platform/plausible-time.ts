import { z } from 'zod';

/** Nobody reports from before the first second of Unix time, or from after this. */
const LATEST_MS = Date.UTC(2100, 0, 1);

/** True for a moment (ms since the epoch) that a clock could show: 1970 to 2099. The database takes no others in ISO 8601. */
export function isPlausibleTime(ms: number): boolean {
  return ms >= 0 && ms < LATEST_MS;
}

/** An ISO 8601 time with an offset, of a year that a clock could show. */
export const plausibleDateTime = z.iso
  .datetime({ offset: true })
  .refine((text) => !isOffTheCalendar(Date.parse(text)), 'expected a year from 1970 to 2099');

/** A clock that shows less has not been set since it lost its battery. */
const CLOCKS_SET_MS = Date.UTC(2020, 0, 1);

/**
 * When something was said, as ISO 8601 UTC: as the sender's clock has it, or now when that is ahead, was never set, or
 * says nothing (NaN). Nothing was said after it was heard; and what comes from another time would belong to nothing
 * else that is reported.
 */
export function believedTime(ms: number, now: number): string {
  return new Date(ms >= CLOCKS_SET_MS && ms <= now ? ms : now).toISOString();
}

/** What is no time at all has been said already. */
function isOffTheCalendar(ms: number): boolean {
  return !Number.isNaN(ms) && !isPlausibleTime(ms);
}
