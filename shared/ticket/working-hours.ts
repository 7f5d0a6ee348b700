import type { WorkingHours } from '../city/city-pack.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** So many days without a single open minute are taken for a calendar that never opens. */
const MOST_CLOSED_DAYS = 800;

/**
 * The moment when so many minutes of open hours have passed since `startMs` (both ms since the epoch). It lies in
 * open hours or at their end; with hours around the clock it is plain addition. Throws for a calendar that never opens.
 */
export function addOpenMinutes(startMs: number, minutes: number, hours: WorkingHours): number {
  let left = minutes * MINUTE_MS;
  let closedDays = 0;
  const first = localDay(startMs, hours.timeZone);
  for (let day = first; ; day += DAY_MS) {
    closedDays += 1;
    for (const [from, to] of spansOf(day, hours)) {
      const opens = Math.max(toUtc(day + from * MINUTE_MS, hours.timeZone), startMs);
      const open = toUtc(day + to * MINUTE_MS, hours.timeZone) - opens;
      if (open <= 0) continue;
      if (left <= open) return opens + left;
      left -= open;
      closedDays = 0;
    }
    if (closedDays > MOST_CLOSED_DAYS) throw new Error('a calendar that never opens');
  }
}

/** True while the calendar is open; its closing moment does not count. */
export function isOpenAt(ms: number, hours: WorkingHours): boolean {
  const day = localDay(ms, hours.timeZone);
  const minute = (ms + offsetMs(ms, hours.timeZone) - day) / MINUTE_MS;
  return spansOf(day, hours).some(([from, to]) => minute >= from && minute < to);
}

/** The open spans of a day, given as its local midnight written as if it were UTC. */
function spansOf(day: number, { week, holidays }: WorkingHours): WorkingHours['week'][number] {
  if (holidays.includes(new Date(day).toISOString().slice(0, 10))) return [];
  // The epoch was a Thursday; weeks begin on Monday.
  return week[(Math.floor(day / DAY_MS) + 3) % 7] ?? [];
}

function localDay(ms: number, timeZone: string): number {
  return Math.floor((ms + offsetMs(ms, timeZone)) / DAY_MS) * DAY_MS;
}

/** A local time, written as if it were UTC, as the moment it is. */
function toUtc(local: number, timeZone: string): number {
  const guess = local - offsetMs(local, timeZone);
  return local - offsetMs(guess, timeZone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clocks are ahead of UTC at a moment. */
function offsetMs(ms: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clock.formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** The moment (ms since the epoch) of a local time written `2026-11-25T08:00`. */
export function utcOfLocal(local: string, timeZone: string): number {
  return toUtc(Date.parse(`${local}Z`), timeZone);
}
