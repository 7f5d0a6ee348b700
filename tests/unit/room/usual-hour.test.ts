import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUsual, hourOf, hoursLike } from '../../../shared/room/usual-hour.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE = 'Asia/Jakarta';
/** A Tuesday, 19.30 in Jakarta. */
const NOW = Date.parse('2026-11-24T12:30:00Z');
const LONG_AGO = NOW - 60 * DAY_MS;

const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
const zones = fc.constantFrom(ZONE, 'Asia/Makassar', 'Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata');

function localHourAndDay(ms: number, timeZone: string): { hour: number; isRest: boolean } {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
  return { hour: Number(/\d+/.exec(text)?.[0]), isRest: /Saturday|Sunday/.test(text) };
}

describe('the hours like one', () => {
  test('are whole hours of the last four weeks, of the same kind by the local clock', () => {
    fc.assert(
      fc.property(moments, zones, (now, zone) => {
        const hour = hourOf(now);
        const like = hoursLike(hour, LONG_AGO - 400 * DAY_MS, zone);
        const wanted = localHourAndDay(hour, zone);
        for (const start of like) {
          expect(start % HOUR_MS).toBe(0);
          expect(start).toBeLessThan(hour);
          expect(start).toBeGreaterThanOrEqual(hour - 28 * DAY_MS);
          expect(localHourAndDay(start, zone)).toEqual(wanted);
        }
        // Four weeks have twenty working days and eight days of rest; a changed clock may add or take one.
        expect(Math.abs(like.length - (wanted.isRest ? 8 : 20))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 12 },
    );
  });

  test('lie where there is history', () => {
    const from = hourOf(NOW) - 8 * DAY_MS;
    expect(hoursLike(hourOf(NOW), from, ZONE).every((start) => start >= from)).toBe(true);
    expect(hoursLike(hourOf(NOW), from, ZONE)).toHaveLength(6);
  });
});

describe('what is usual', () => {
  test('is not known before a week has passed', () => {
    expect(createUsual(NOW, NOW - 7 * DAY_MS + 1, ZONE)).toBeNull();
    expect(createUsual(NOW, NOW - 7 * DAY_MS, ZONE)).not.toBeNull();
  });

  test('of hours that are all alike is what each of them had', () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 0, max: 1000 }), (now, zone, count) => {
        expect(createUsual(now, now - 60 * DAY_MS, zone)?.(() => count)).toBeCloseTo(count, 6);
      }),
      { numRuns: 12 },
    );
  });

  test('lies between the least and the most that like hours had', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.nat(500), { minLength: 5, maxLength: 50 }), (now, counts) => {
        const countOf = (hour: number) => counts[(hour / HOUR_MS) % counts.length] ?? 0;
        const usual = createUsual(now, now - 60 * DAY_MS, ZONE)?.(countOf) ?? Number.NaN;
        expect(usual).toBeGreaterThanOrEqual(Math.min(...counts) - 1e-9);
        expect(usual).toBeLessThanOrEqual(Math.max(...counts) + 1e-9);
      }),
      { numRuns: 12 },
    );
  });

  test('counts both hours that the last sixty minutes lie in, each by its share', () => {
    const current = hourOf(NOW);
    const isCurrent = (hour: number) =>
      localHourAndDay(hour, ZONE).hour === localHourAndDay(current, ZONE).hour;
    const usual = createUsual(NOW, LONG_AGO, ZONE)?.((hour) => (isCurrent(hour) ? 40 : 10));
    expect(usual).toBeCloseTo(25, 6);
  });

  test('of a working day does not ask the weekend', () => {
    const usual = createUsual(
      NOW,
      LONG_AGO,
      ZONE,
    )?.((hour) => (localHourAndDay(hour, ZONE).isRest ? 999 : 7));
    expect(usual).toBeCloseTo(7, 6);
  });
});
