import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkingHours } from '../../../shared/city/city-pack.ts';
import { deadlinesOf } from '../../../shared/ticket/sla.ts';
import { addOpenMinutes, isOpenAt, utcOfLocal } from '../../../shared/ticket/working-hours.ts';

const ALL_WEEK: WorkingHours = {
  timeZone: 'Asia/Jakarta',
  week: Array.from({ length: 7 }, () => [[0, 1440]] as const),
  holidays: [],
};
const OFFICE: WorkingHours = {
  timeZone: 'Asia/Jakarta',
  week: [
    ...Array.from(
      { length: 5 },
      () =>
        [
          [480, 720],
          [780, 960],
        ] as const,
    ),
    [],
    [],
  ],
  holidays: ['2026-08-17'],
};

const day = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 }).map((edges) => {
  const sorted = edges.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, at): [number, number] => [
    sorted[at * 2] ?? 0,
    sorted[at * 2 + 1] ?? 0,
  ]);
});
const hours: fc.Arbitrary<WorkingHours> = fc
  .record({
    timeZone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'UTC', 'Europe/Berlin'),
    week: fc.array(day, { minLength: 7, maxLength: 7 }),
    holidays: fc.subarray(['2026-01-01', '2026-03-20', '2026-08-17', '2026-12-25']),
  })
  .filter(({ week }) => week.flat().reduce((sum, [from, to]) => sum + to - from, 0) > 60);
const start = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
const minutes = fc.integer({ min: 1, max: 3000 });

test('law: hours around the clock are plain addition', () => {
  fc.assert(
    fc.property(start, minutes, fc.constantFrom('Asia/Jakarta', 'Europe/Berlin'), (at, count, timeZone) => {
      expect(addOpenMinutes(at, count, { ...ALL_WEEK, timeZone })).toBe(at + count * 60_000);
    }),
  );
});

test('law: a deadline is never sooner than by plain addition, and lies in open hours or at their end', () => {
  fc.assert(
    fc.property(start, minutes, hours, (at, count, calendar) => {
      const deadline = addOpenMinutes(at, count, calendar);
      expect(deadline).toBeGreaterThanOrEqual(at + count * 60_000);
      expect(isOpenAt(deadline - 1, calendar)).toBe(true);
    }),
  );
});

test('law: who starts later, or has more time, is never due sooner', () => {
  fc.assert(
    fc.property(
      start,
      minutes,
      fc.nat(100_000_000),
      fc.nat(500),
      hours,
      (at, count, later, more, calendar) => {
        const deadline = addOpenMinutes(at, count, calendar);
        expect(addOpenMinutes(at + later, count, calendar)).toBeGreaterThanOrEqual(deadline);
        expect(addOpenMinutes(at, count + more, calendar)).toBeGreaterThanOrEqual(deadline);
      },
    ),
  );
});

test('an office: over lunch, over the weekend, over a holiday', () => {
  const at = (local: string) => utcOfLocal(local, 'Asia/Jakarta');
  const deadline = (from: string, count: number) => addOpenMinutes(at(from), count, OFFICE);
  expect(deadline('2026-08-13T11:30', 60)).toBe(at('2026-08-13T13:30'));
  // Friday afternoon, and Monday is Independence Day.
  expect(deadline('2026-08-14T15:30', 60)).toBe(at('2026-08-18T08:30'));
  expect(deadline('2026-08-15T03:00', 1)).toBe(at('2026-08-18T08:01'));
});

test('what is critical waits for no opening hours', () => {
  const category = { sla: { acknowledgeMin: 10, resolveMin: 60 }, hours: OFFICE };
  const saturday = new Date(utcOfLocal('2026-08-15T03:00', 'Asia/Jakarta')).toISOString();
  expect(deadlinesOf(saturday, category, 'critical').acknowledgeBy).toBe('2026-08-14T20:10:00.000Z');
  expect(deadlinesOf(saturday, category, 'normal').acknowledgeBy).toBe('2026-08-18T01:10:00.000Z');
});
