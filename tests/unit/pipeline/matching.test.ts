import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideTarget, type Thread } from '../../../server/pipeline/steps/decide.ts';
import {
  boxOf,
  type Candidate,
  findMatch,
  reachM,
  type Sighting,
  squaresOf,
} from '../../../server/pipeline/steps/match.ts';
import type { Understanding } from '../../../server/pipeline/steps/understand.ts';
import type { Category } from '../../../shared/city/city-pack.ts';
import { distanceM } from '../../../shared/city/geometry.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';

const HOUR_MS = 3_600_000;
const matchable = tangerang.categories.filter(({ match }) => match !== null);
const find = (code: string): Category => {
  const category = tangerang.categories.find((candidate) => candidate.code === code);
  if (!category) throw new Error(code);
  return category;
};
const flood = find('flood');
const here = { lat: -6.18, lng: 106.64 };
const sighting = (given: Partial<Sighting> = {}): Sighting => ({
  ...here,
  category: flood,
  accuracyM: null,
  at: 10 * HOUR_MS,
  ...given,
});
const candidate = (given: Partial<Candidate> = {}): Candidate => ({
  ...here,
  ticketId: 't',
  category: 'flood',
  accuracyM: null,
  createdAt: 9 * HOUR_MS,
  ...given,
});
const north = (metres: number) => ({ lat: here.lat + metres / 111_195, lng: here.lng });

const anywhere = fc.record({
  lat: fc.double({ min: -60, max: 60, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
});
const anyCategory = fc.constantFrom(...matchable);
const anyAccuracy = fc.option(fc.integer({ min: 0, max: 5000 }));

describe('matching a report with open tickets', () => {
  test('takes the nearest of the same category within radius and window', () => {
    const near = candidate({ ticketId: 'near', ...north(100) });
    expect(findMatch(sighting(), [candidate({ ticketId: 'far', ...north(300) }), near])).toBe(near);
  });

  test.each([
    ['too far', candidate(north(500))],
    ['too old', candidate({ createdAt: 3 * HOUR_MS })],
    ['of another category', candidate({ category: 'fire' })],
  ])('takes none that is %s', (_, other) => {
    expect(findMatch(sighting(), [other])).toBeNull();
  });

  test('reaches farther, within bounds, for places that are not exact', () => {
    const away = candidate(north(600));
    expect(findMatch(sighting({ accuracyM: 300 }), [away])).toBe(away);
    expect(findMatch(sighting({ accuracyM: 50_000 }), [candidate(north(900))])).toBeNull();
  });

  test('never joins categories that are never joined', () => {
    const category = find('violence');
    expect(findMatch(sighting({ category }), [candidate({ category: 'violence' })])).toBeNull();
    expect(squaresOf(sighting({ category }))).toEqual([]);
  });

  test('two sightings that may be one incident share a square, wherever on earth', () => {
    const degree = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        anywhere,
        anyCategory,
        degree,
        degree,
        anyAccuracy,
        (place, category, dLat, dLng, accuracyM) => {
          const reach = reachM(category, accuracyM, Number.POSITIVE_INFINITY);
          const one = sighting({ ...place, category, accuracyM });
          const other = {
            lat: place.lat + (dLat * reach) / 111_195,
            lng: place.lng + (dLng * reach) / (111_195 * Math.cos((place.lat * Math.PI) / 180)),
          };
          fc.pre(distanceM(one, other) <= reach && Math.abs(other.lat) <= 60);
          const squares = squaresOf(sighting({ ...other, category }));
          expect(squaresOf(one).some((square) => squares.includes(square))).toBe(true);
          expect(squares.length).toBeLessThanOrEqual(4);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('every match lies in the box that candidates are read from', () => {
    fc.assert(
      fc.property(
        anywhere,
        anyCategory,
        anyAccuracy,
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
        (place, category, accuracyM, d) => {
          const one = sighting({ ...place, category, accuracyM });
          const other = candidate({
            lat: place.lat + d,
            lng: place.lng - d,
            category: category.code,
            createdAt: one.at,
          });
          fc.pre(findMatch(one, [other]) !== null);
          const box = boxOf(one);
          expect(other.lat).toBeGreaterThanOrEqual(box.south);
          expect(other.lat).toBeLessThanOrEqual(box.north);
          expect(other.lng).toBeGreaterThanOrEqual(box.west);
          expect(other.lng).toBeLessThanOrEqual(box.east);
        },
      ),
    );
  });
});

describe('the next message of a sender', () => {
  const understood = (given: Partial<Understanding> = {}): Understanding => ({
    category: flood,
    known: true,
    priority: 'high',
    facts: {},
    point: null,
    because: [],
    ...given,
  });
  const thread = (given: Partial<Thread> = {}): Thread => ({
    ticketId: 'thread',
    category: 'flood',
    place: here,
    quoted: false,
    ...given,
  });
  const point = (metres: number) => ({ ...north(metres), accuracyM: null, source: 'pin' as const });
  const targetOf = (one: Understanding, of: Thread | null) =>
    decideTarget({ channel: 'whatsapp' }, one, of, null, [], () => false).join?.ticketId ?? null;

  test.each<[string, Understanding, Thread | null, string | null]>([
    ['words of no category belong to it', understood({ known: false }), thread(), 'thread'],
    ['words of its category belong to it', understood(), thread(), 'thread'],
    ['words of another category do not', understood({ category: find('fire') }), thread(), null],
    [
      'a pin alone belongs to it, however far',
      understood({ known: false, point: point(5000) }),
      thread(),
      'thread',
    ],
    ['the same thing at another place does not', understood({ point: point(5000) }), thread(), null],
    ['the same thing at the same place does', understood({ point: point(30) }), thread(), 'thread'],
    ['there is none', understood({ known: false }), null, null],
  ])('%s', (_, one, of, expected) => {
    expect(targetOf(one, of)).toBe(expected);
  });
});
