import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsWith, isVague, VAGUE_M, withoutPlace } from '../../../shared/ticket/place.ts';
import type { Facts, TicketState } from '../../../shared/ticket/ticket.ts';

const place = fc.record({
  name: fc.string(),
  kind: fc.constantFrom('market' as const, 'street' as const),
  relation: fc.constant(null),
  radiusM: fc.nat(),
});
const facts: fc.Arbitrary<Facts> = fc.record(
  { depthCm: fc.nat(), place, outside: fc.string() },
  { requiredKeys: [] },
);
const somewhere = { lat: 0, lng: 0, accuracyM: 5, kelurahan: null, kecamatan: null, source: 'pin' } as const;
const location: fc.Arbitrary<TicketState['location']> = fc.constantFrom(null, somewhere);

test('what is said of a place stays with the place it is said of', () => {
  fc.assert(
    fc.property(facts, facts, location, fc.boolean(), (before, said, known, taken) => {
      const after = factsWith({ facts: before, location: known }, said, taken);
      if (taken) {
        expect(after.place).toEqual(said.place);
        expect(after.outside).toEqual(said.outside);
      } else if (known !== null) {
        expect(after.place).toEqual(before.place);
        expect(after.outside).toEqual(before.outside);
      }
      expect(withoutPlace(after)).toEqual({ ...withoutPlace(before), ...withoutPlace(said) });
    }),
  );
});

test('a place is vague beyond a kilometre, and never without one', () => {
  expect(
    [null, { accuracyM: null }, { accuracyM: VAGUE_M }, { accuracyM: VAGUE_M + 1 }].map(isVague),
  ).toEqual([false, false, false, true]);
});
