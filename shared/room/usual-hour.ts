const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** What is usual is taken from so many weeks … */
export const USUAL_WEEKS = 4;
const USUAL_HOURS = USUAL_WEEKS * 7 * DAY_HOURS;
/** … and is not known before there is one. */
const LEAST_HISTORY_MS = 7 * DAY_HOURS * HOUR_MS;

/** The start of the whole hour a moment lies in, ms since the epoch. */
export function hourOf(ms: number): number {
  return Math.floor(ms / HOUR_MS) * HOUR_MS;
}

/**
 * The hours before `hour` (a start, ms) that are like it: the same hour of the day on the same kind of day, working
 * day or weekend, by the city's clock; of the last four weeks, none before `historyFrom`.
 */
export function hoursLike(hour: number, historyFrom: number, timeZone: string): number[] {
  const kindOf = createHourKind(timeZone);
  const wanted = kindOf(hour);
  const before = Array.from({ length: USUAL_HOURS }, (_, back) => hour - (back + 1) * HOUR_MS);
  return before.filter((start) => start >= historyFrom && kindOf(start) === wanted);
}

/**
 * How many to expect in the sixty minutes up to `nowMs`, as a function of what the hours had (`countOf` by start, ms).
 * These minutes lie in two clock hours: each counts by its share. Null with less than a week of history.
 */
export function createUsual(
  nowMs: number,
  historyFrom: number,
  timeZone: string,
): ((countOf: (hour: number) => number) => number) | null {
  if (nowMs - historyFrom < LEAST_HISTORY_MS) return null;
  const current = hourOf(nowMs);
  const share = (nowMs - current) / HOUR_MS;
  const [now, before] = [current, current - HOUR_MS].map((hour) => hoursLike(hour, historyFrom, timeZone));
  if (!now?.length || !before?.length) return null;
  return (countOf) => share * average(now, countOf) + (1 - share) * average(before, countOf);
}

function average(hours: readonly number[], countOf: (hour: number) => number): number {
  return hours.reduce((sum, hour) => sum + countOf(hour), 0) / hours.length;
}

/** `12 work` or `12 rest`, by the city's own clock. */
function createHourKind(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return (ms) => {
    const parts = format.formatToParts(ms);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    const isRest = ['Sat', 'Sun'].includes(part('weekday'));
    return `${part('hour')} ${isRest ? 'rest' : 'work'}`;
  };
}
