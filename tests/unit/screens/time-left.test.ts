import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, formatTimeLeft } from '../../../client/ui/duration.ts';

const letters = { day: 'h', hour: 'j', minute: 'm', second: 'd' };
const S = 1_000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;

describe('time left', () => {
  it.each([
    [2 * H + 14 * M, '2 j 14 m'],
    [-35 * M, '-35 m'],
    [9 * H, '9 j'],
    [9 * H + 59 * S, '9 j'],
    [3 * D + 4 * H + 50 * M, '3 h 4 j'],
    [7 * D, '7 h'],
    [47 * M + 59 * S, '47 m'],
    [59 * S, '59 d'],
    [0, '0 d'],
    [-1 * S, '-1 d'],
    [-(2 * H + 14 * M), '-2 j 14 m'],
  ])('of %i ms is written %s', (ms, text) => {
    expect(formatTimeLeft(ms, letters)).toBe(text);
  });

  it('is never late before a whole second is over', () => {
    expect(formatTimeLeft(-999, letters)).toBe('0 d');
  });

  it('has at most two units, and says the same late as early but for the sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: S, max: 400 * D }), (ms) => {
        const text = formatDuration(ms, letters);
        expect(text).toMatch(/^\d+ [hjmd]( \d+ [jm])?$/);
        expect(formatTimeLeft(-ms, letters)).toBe(`-${text}`);
      }),
    );
  });
});
