import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../server/insight/words.ts';
import { BUCKET_EDGES_MS, BUCKETS, bucketOf, mergeBuckets, quantileMs } from '../../shared/kpi/buckets.ts';
import { addDays, createDayOf, daysBetween } from '../../shared/kpi/city-day.ts';
import { nameOfPeriod, periodBefore, periodOf } from '../../shared/kpi/period.ts';
import { tellChange, tellFigure, tellLength } from '../../shared/kpi/tell.ts';

const lengths = fc.array(fc.integer({ min: 0, max: 60 * 24 * 3_600_000 }), { maxLength: 60 });
const count = (list: readonly number[]) => {
  const counts = Array<number>(BUCKETS).fill(0);
  for (const ms of list) counts[bucketOf(ms)] = (counts[bucketOf(ms)] ?? 0) + 1;
  return counts;
};

describe('buckets of lengths of time', () => {
  test('merged in any order and any parts they are those of everything together', () => {
    fc.assert(
      fc.property(lengths, lengths, lengths, (a, b, c) => {
        const whole = count([...a, ...b, ...c]);
        expect(mergeBuckets(mergeBuckets(count(a), count(b)), count(c))).toEqual(whole);
        expect(mergeBuckets(count(c), mergeBuckets(count(b), count(a)))).toEqual(whole);
      }),
    );
  });

  test('the median they tell lies in the bucket of the true one', () => {
    fc.assert(
      fc.property(lengths, (list) => {
        const sorted = list.toSorted((a, b) => a - b);
        const told = quantileMs(count(list), 0.5);
        const middle = sorted[Math.ceil(list.length / 2) - 1];
        if (middle === undefined) expect(told).toBeNull();
        else
          expect(bucketOf(Math.min(told ?? -1, BUCKET_EDGES_MS.at(-1) ?? 0))).toBe(
            Math.min(bucketOf(middle), 12),
          );
      }),
    );
  });
});

describe('days and periods', () => {
  test('a day is the city’s', () => {
    expect(createDayOf('Asia/Jakarta')('2026-11-20T17:00:00Z')).toBe('2026-11-21');
    expect(createDayOf('America/Lima')('2026-11-20T04:59:59Z')).toBe('2026-11-19');
  });

  test('the period before is as long and ends the day before', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      from: '2026-01-29',
      to: '2026-02-28',
    });
    expect(daysBetween('2026-01-29', addDays('2026-02-28', 1))).toBe(31);
  });

  test('named periods are known again by their days', () => {
    expect(periodOf('month', '2026-11-24')).toEqual({ from: '2026-10-26', to: '2026-11-24' });
    expect(nameOfPeriod({ from: '2026-11-18', to: '2026-11-24' }, '2026-11-24')).toBe('week');
    expect(nameOfPeriod({ from: '2026-11-17', to: '2026-11-24' }, '2026-11-24')).toBeNull();
  });
});

describe('figures in words', () => {
  const [id, en] = [wordsOf('id'), wordsOf('en')];

  test('as each language writes them', () => {
    expect(tellFigure('opened', 14012, id)).toBe('14.012');
    expect(tellFigure('onTime', 0.923, id)).toBe('92 %');
    expect(tellFigure('onTime', 0.999, en)).toBe('99%');
    expect(tellFigure('onTime', null, en)).toBe('–');
    expect(tellLength(26 * 3_600_000, en)).toBe('1 d 2 h');
    expect(tellLength(20_000, en)).toBe('1 m');
  });

  test('a change says which way, by how much, and knows whether it is good', () => {
    expect(tellChange('onTime', 0.92, 0.89, id)).toEqual({
      direction: 'up',
      isGood: true,
      text: 'naik 3 poin',
    });
    expect(tellChange('breached', 5, 2, en)).toEqual({ direction: 'up', isGood: false, text: 'up 3' });
    expect(tellChange('solveMedian', 3_600_000, 7_200_000, id)).toMatchObject({
      isGood: true,
      text: 'lebih cepat 1 j',
    });
    expect(tellChange('onTime', 0.921, 0.919, id).direction).toBe('same');
    expect(tellChange('onTime', null, 0.5, id).direction).toBe('none');
  });
});
