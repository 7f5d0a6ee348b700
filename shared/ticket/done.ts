import type { LiveTicket } from '../wire/live.ts';

/** Resolved, and not open again: what counts as done. */
export function isDone(ticket: Pick<LiveTicket, 'status' | 'resolvedAt'>): boolean {
  return (ticket.status === 'resolved' || ticket.status === 'closed') && ticket.resolvedAt !== null;
}

/** How many of these were resolved on the city's day that `now` (ms since the epoch) lies in. */
export function countDoneToday(
  done: Iterable<{ resolvedAt: string }>,
  now: number,
  timeZone: string,
): number {
  const since = startOfDay(now, timeZone);
  let count = 0;
  for (const { resolvedAt } of done) if (Date.parse(resolvedAt) >= since) count++;
  return count;
}

/** When the day that `now` lies in began in the city, both in ms since the epoch. */
export function startOfDay(now: number, timeZone: string): number {
  const parts = dayClock(timeZone).formatToParts(now);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const intoDay = ((read('hour') * 60 + read('minute')) * 60 + read('second')) * 1000;
  return Math.floor(now / 1000) * 1000 - intoDay;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function dayClock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}
