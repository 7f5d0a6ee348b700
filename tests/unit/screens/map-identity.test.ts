import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepIdentity } from '../../../client/map/keep-identity.ts';

const place = fc.record({
  lat: fc.double({ min: -7, max: -6, noNaN: true }),
  lng: fc.double({ min: 106, max: 107, noNaN: true }),
});
const places = fc.array(place, { maxLength: 30 });

function counter() {
  let next = 0;
  return () => `fresh ${next++}`;
}

it('gives every cluster a key of its own, and a known one to at most one of them', () => {
  fc.assert(
    fc.property(places, places, fc.double({ min: 0, max: 2, noNaN: true }), (now, before, reach) => {
      const known = before.map((one, index) => ({ ...one, key: `known ${index}` }));
      const keys = keepIdentity(now, known, reach, counter()).map(({ key }) => key);
      expect(new Set(keys).size).toBe(now.length);
    }),
  );
});

it('knows a cluster again that moved a little, and not one from elsewhere', () => {
  const known = [
    { lat: -6.2, lng: 106.6, key: 'centre' },
    { lat: -6.1, lng: 106.7, key: 'airport' },
  ];
  const now = [
    { lat: -6.101, lng: 106.701 },
    { lat: -6.4, lng: 106.2 },
  ];
  expect(keepIdentity(now, known, 0.01, counter()).map(({ key }) => key)).toEqual(['airport', 'fresh 0']);
});
