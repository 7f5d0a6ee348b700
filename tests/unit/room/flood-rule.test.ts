import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FloodRule } from '../../../shared/city/city-pack.ts';
import { type FloodVerdict, isFloodSign, judgeFlood, NO_FLOOD } from '../../../shared/room/flood-rule.ts';

const MINUTE_MS = 60_000;

const rules = fc.record({
  posts: fc.integer({ min: 1, max: 5 }),
  reports: fc.integer({ min: 1, max: 20 }),
  withinMin: fc.constant(60),
  calmMin: fc.integer({ min: 0, max: 60 }),
  categories: fc.constant(['flood']),
}) satisfies fc.Arbitrary<FloodRule>;

/** Looks at growing times, with what was seen: around the limits, so that they are often crossed. */
const looks = fc
  .array(
    fc.record({
      waitMin: fc.integer({ min: 0, max: 20 }),
      posts: fc.integer({ min: 0, max: 6 }),
      reports: fc.integer({ min: 0, max: 24 }),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ waitMin, ...signs }) => {
      at += waitMin * MINUTE_MS;
      return { at, signs };
    });
  });

test('enough signs turn it on at once, and it is off only after a calm of full length without a break', () => {
  fc.assert(
    fc.property(rules, looks, (rule, seen) => {
      let verdict: FloodVerdict = NO_FLOOD;
      let lastSignAt: number | null = null;
      let firstCalmAt: number | null = null;
      for (const { at, signs } of seen) {
        const before = verdict;
        verdict = judgeFlood(rule, before, signs, at);
        if (isFloodSign(signs, rule)) {
          lastSignAt = at;
          firstCalmAt = null;
        } else firstCalmAt ??= at;
        const calmMs = firstCalmAt === null ? 0 : at - firstCalmAt;
        const isOn =
          lastSignAt !== null &&
          (firstCalmAt === null || (before.onSince !== null && calmMs < rule.calmMin * MINUTE_MS));
        expect(verdict.onSince !== null).toBe(isOn);
        // Since when is that of the beginning, however long it goes on.
        if (before.onSince !== null && verdict.onSince !== null) expect(verdict.onSince).toBe(before.onSince);
        if (before.onSince === null && verdict.onSince !== null) expect(verdict.onSince).toBe(at);
      }
    }),
  );
});

test('looking more often than needed changes nothing', () => {
  fc.assert(
    fc.property(rules, looks, (rule, seen) => {
      let once: FloodVerdict = NO_FLOOD;
      let twice: FloodVerdict = NO_FLOOD;
      for (const { at, signs } of seen) {
        once = judgeFlood(rule, once, signs, at);
        twice = judgeFlood(rule, judgeFlood(rule, twice, signs, at), signs, at);
        expect(twice).toEqual(once);
      }
    }),
  );
});

test('numbers that play around the limit keep the walls as they are', () => {
  const rule: FloodRule = { posts: 3, reports: 10, withinMin: 60, calmMin: 30, categories: ['flood'] };
  let verdict: FloodVerdict = NO_FLOOD;
  let turns = 0;
  for (let minute = 0; minute < 120; minute += 1) {
    const next = judgeFlood(
      rule,
      verdict,
      { posts: minute % 2 === 0 ? 3 : 2, reports: 0 },
      minute * MINUTE_MS,
    );
    if ((next.onSince === null) !== (verdict.onSince === null)) turns += 1;
    verdict = next;
  }
  expect(turns).toBe(1);
});
