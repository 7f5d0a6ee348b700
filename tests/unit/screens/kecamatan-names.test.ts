import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadNames } from '../../../client/executive/spread-names.ts';

test('names on the map lie beside each other, the same ones as before, and those that lay apart stay', () => {
  const areas = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('Benda', 'Karawaci', 'Tangerang', 'Karang Tengah', 'Pinang', 'Larangan'),
      at: fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 700 })),
    }),
    { selector: ({ name }) => name, maxLength: 3 },
  );
  fc.assert(
    fc.property(areas, (given) => {
      const spread = spreadNames(given, 7);
      expect(spread.map(({ name }) => name)).toEqual(given.map(({ name }) => name));
      expect(overlaps(spread, 1)).toEqual([]);
      if (overlaps(given, 0).length === 0) expect(spread).toEqual(given);
    }),
  );
});

/** Which lie over each other by more than `slack`. */
function overlaps(areas: readonly { name: string; at: readonly number[] }[], slack: number): string[] {
  const wide = (name: string) => Math.max(4, name.length) * 1.95 * 7;
  return areas.flatMap((one, index) =>
    areas.slice(index + 1).flatMap((other) => {
      const dx = Math.abs((one.at[0] ?? 0) - (other.at[0] ?? 0));
      const dy = Math.abs((one.at[1] ?? 0) - (other.at[1] ?? 0));
      const isOver = dx < (wide(one.name) + wide(other.name)) / 2 - slack && dy < 10 * 7 - slack;
      return isOver ? [`${one.name} ${other.name}`] : [];
    }),
  );
}
