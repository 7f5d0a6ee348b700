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

/**
 * The moment as ISO 8601 UTC, or now when the sender's clock is ahead: nothing was said after it was heard, and what
 * comes from the future would belong to nothing else that is reported.
 */
export function notAfter(text: string, now: number): string {
  return new Date(Math.min(Date.parse(text), now)).toISOString();
}

/** What is no time at all has been said already. */
function isOffTheCalendar(ms: number): boolean {
  return !Number.isNaN(ms) && !isPlausibleTime(ms);
}
