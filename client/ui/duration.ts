/** The letters for the units, in the language of the screen. */
export type UnitLetters = { day: string; hour: string; minute: string; second: string };

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Time left as on all screens, the two largest units: `2 j 14 m`, `9 j`, `3 h 4 j`, under a minute `40 d`;
 * past the deadline `-35 m`. Whole units are cut off towards zero, so that `0 m` is never shown as late.
 */
export function formatTimeLeft(leftMs: number, letters: UnitLetters): string {
  const text = formatDuration(Math.abs(leftMs), letters);
  return leftMs <= -SECOND_MS ? `-${text}` : text;
}

/** A length of time in its two largest units. */
export function formatDuration(ms: number, { day, hour, minute, second }: UnitLetters): string {
  if (ms >= DAY_MS) return pair(ms, DAY_MS, day, HOUR_MS, hour);
  if (ms >= HOUR_MS) return pair(ms, HOUR_MS, hour, MINUTE_MS, minute);
  if (ms >= MINUTE_MS) return `${Math.floor(ms / MINUTE_MS)} ${minute}`;
  return `${Math.floor(ms / SECOND_MS)} ${second}`;
}

function pair(ms: number, large: number, largeLetter: string, small: number, smallLetter: string): string {
  const first = `${Math.floor(ms / large)} ${largeLetter}`;
  const rest = Math.floor((ms % large) / small);
  return rest === 0 ? first : `${first} ${rest} ${smallLetter}`;
}
