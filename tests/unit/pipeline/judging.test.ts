import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, judgeAll } from '../../../server/pipeline/steps/judge.ts';
import { createLikeness, inCommon } from '../../../server/pipeline/steps/likeness.ts';
import type { Candidate, Sighting } from '../../../server/pipeline/steps/match.ts';
import type { Category } from '../../../shared/city/city-pack.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { maskPhone } from '../../../shared/report/phone.ts';

const MINUTE_MS = 60_000;
const find = (code: string): Category => {
  const category = tangerang.categories.find((candidate) => candidate.code === code);
  if (!category) throw new Error(code);
  return category;
};
const read = createLikeness(tangerang);
const here = { lat: -6.18, lng: 106.64 };
const kin = (one: string, other: string) => one !== other;
const sighting = (text: string, given: Partial<Sighting> = {}): Sighting => ({
  ...{ ...here, category: find('flood'), accuracyM: 10, at: 600 * MINUTE_MS, said: read(text) },
  ...given,
});
const candidate = (text: string, east: number, given: Partial<Candidate> = {}): Candidate => ({
  ...{ ticketId: 't', lat: here.lat, lng: here.lng + east / 110_550, accuracyM: 10, category: 'flood' },
  ...{ createdAt: 590 * MINUTE_MS, of: find(given.category ?? 'flood'), said: () => read(text) },
  ...given,
});

describe('judging whether two reports are of one incident', () => {
  test.each<[string, Sighting, Candidate, 'join' | 'propose' | undefined]>([
    ['the same kind nearby', sighting('banjir'), candidate('air masuk rumah', 100), 'join'],
    ['the same kind too far', sighting('banjir'), candidate('air masuk rumah', 900), undefined],
    [
      'the same words somewhat too far',
      sighting('banjir warung kopi'),
      candidate('banjir warung kopi', 700),
      'propose',
    ],
    ['a rough place', sighting('banjir', { accuracyM: 900 }), candidate('hujan', 700), undefined],
    [
      'a rough place, alike',
      sighting('banjir warung', { accuracyM: 900 }),
      candidate('banjir warung', 700),
      'propose',
    ],
    [
      'a rough place of the same name',
      sighting('banjir di jl melati', { accuracyM: 900 }),
      candidate('Jalan Melati Raya banjir', 700),
      'join',
    ],
    ['kin', sighting('banjir'), candidate('saluran mampet', 50, { category: 'drain' }), 'propose'],
    ['a call', sighting('banjir', { neverJoined: true }), candidate('banjir', 50), 'propose'],
    [
      'a post in alarm',
      sighting('', { category: find('high-water'), joinsKin: [find('flood')] }),
      candidate('banjir', 300),
      'join',
    ],
    ['too long ago', sighting('banjir'), candidate('banjir', 10, { createdAt: 60 * MINUTE_MS }), undefined],
  ])('%s', (_, one, other, expected) => {
    expect(judge(one, other, kin)?.verdict).toBe(expected);
  });

  test('the nearer, the more recent and the more alike, the surer', () => {
    const score = (...given: Parameters<typeof candidate>) =>
      judge(sighting('banjir warung kopi'), candidate(...given), kin)?.score ?? 0;
    expect(score('banjir', 50)).toBeGreaterThan(score('banjir', 300));
    expect(score('banjir warung kopi', 50)).toBeGreaterThan(score('hujan deras', 50));
    expect(score('banjir', 50)).toBeGreaterThan(score('banjir', 50, { createdAt: 300 * MINUTE_MS }));
  });

  test('whatever was said and wherever: a score from 0 to 1, both ways round alike', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('jalan melati', 'banjir'),
    );
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: 0, max: 3000 }),
        fc.nat(3000),
        (one, other, east, accuracyM) => {
          const all = judgeAll(sighting(one, { accuracyM }), [candidate(other, east)], kin);
          for (const { score } of [...all.proposals, ...(all.join ? [all.join] : [])]) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
          }
          const [a, b] = [inCommon(read(one), read(other)), inCommon(read(other), read(one))];
          expect(a.words.toSorted()).toEqual(b.words.toSorted());
          expect(a.share).toBe(b.share);
        },
      ),
    );
  });
});

test.each([
  ['+62811234293', '+62 811-****-293'],
  ['+6281234567293', '+62 812-****-293'],
  ['112', '*12'],
])('the number %s is shown as %s to who may not call it', (number, shown) => {
  expect(maskPhone(number)).toBe(shown);
});
