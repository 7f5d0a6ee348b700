import { expect, test } from 'vitest';
import { countDoneToday, startOfDay } from '../../../shared/ticket/done.ts';

const CASES: [now: string, timeZone: string, start: string][] = [
  ['2026-11-21T12:34:56.789Z', 'UTC', '2026-11-21T00:00:00.000Z'],
  ['2026-11-21T12:34:56.789Z', 'Asia/Jakarta', '2026-11-20T17:00:00.000Z'],
  ['2026-11-21T16:59:59.999Z', 'Asia/Jakarta', '2026-11-20T17:00:00.000Z'],
  ['2026-11-21T17:00:00.000Z', 'Asia/Jakarta', '2026-11-21T17:00:00.000Z'],
  ['2026-11-21T15:59:59.000Z', 'Asia/Makassar', '2026-11-20T16:00:00.000Z'],
  ['2026-11-21T03:00:00.000Z', 'America/New_York', '2026-11-20T05:00:00.000Z'],
  ['2026-11-21T03:00:00.000Z', 'Asia/Kathmandu', '2026-11-20T18:15:00.000Z'],
];

test.for(CASES)('%s in %s: the day began at %s', ([now, timeZone, start]) => {
  expect(new Date(startOfDay(Date.parse(now), timeZone)).toISOString()).toBe(start);
});

test('done today counts what was resolved on the day of the city, not of the machine', () => {
  const done = ['2026-11-20T16:59:59Z', '2026-11-20T17:00:00Z', '2026-11-21T09:00:00Z'].map((resolvedAt) => ({
    resolvedAt,
  }));
  expect(countDoneToday(done, Date.parse('2026-11-21T10:00:00Z'), 'Asia/Jakarta')).toBe(2);
  expect(countDoneToday(done, Date.parse('2026-11-21T18:00:00Z'), 'Asia/Jakarta')).toBe(0);
});
