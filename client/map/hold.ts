/** After a person moved the map it does not move by itself for so long. */
export const HOLD_MS = 60_000;

/**
 * How long the map still stays where a person put it, ms; 0 where it may move. By the clock and not by a timer:
 * a machine that slept through the minute lets go at once, and a clock put back holds no longer than a minute.
 */
export function holdLeftMs(touchedAt: number | null, now: number): number {
  if (touchedAt === null) return 0;
  return Math.min(HOLD_MS, Math.max(0, touchedAt + HOLD_MS - now));
}
