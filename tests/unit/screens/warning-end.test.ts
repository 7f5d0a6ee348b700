import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTime, usualEnd } from '../../../client/room/until.ts';

const HOUR_MS = 3_600_000;
const ZONE = 'Asia/Jakarta';
const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') });
const pad = (value: number) => String(value).padStart(2, '0');
const clocks = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);

function shownAt(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(ms);
}

test('a time of day is the next moment at which the city shows it, within a day', () => {
  fc.assert(
    fc.property(moments, clocks, (now, clock) => {
      const next = nextTime(clock, now, ZONE) ?? Number.NaN;
      expect(shownAt(next)).toBe(clock);
      expect(next).toBeGreaterThan(now);
      expect(next - now).toBeLessThanOrEqual(24 * HOUR_MS);
    }),
  );
});

test('what is no time of day is no moment', () => {
  for (const clock of ['', '24:00', '7', '07:60', '730', 'siang'])
    expect(nextTime(clock, 0, ZONE)).toBeNull();
});

test('the usual end is two to two and a half hours ahead, on a half hour', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const end = usualEnd(now);
      expect(end % (HOUR_MS / 2)).toBe(0);
      expect(end - now).toBeGreaterThanOrEqual(2 * HOUR_MS);
      expect(end - now).toBeLessThan(2.5 * HOUR_MS);
      expect(nextTime(shownAt(end).replace(':', '.'), now, ZONE)).toBe(end);
    }),
  );
});
