import type { CityPack } from './city-pack.ts';
import { tangerang } from './tangerang/pack.ts';
import { findPackFaults } from './validate-pack.ts';

/** Every city this build can serve; a new city is a folder beside `tangerang/` and a line here. */
const PACKS: readonly CityPack[] = [tangerang];

/** The ids of all packs: what the setting `CITY` can be. */
export const CITIES: readonly string[] = PACKS.map(({ id }) => id);

/**
 * The pack whose `id` is the given one (the setting `CITY`).
 * @throws Error naming the known cities when there is none, or every fault of a pack that cannot be served.
 */
export function loadCityPack(id: string): CityPack {
  const pack = PACKS.find((candidate) => candidate.id === id);
  if (pack === undefined) throw new Error(`unknown city "${id}"; known: ${CITIES.join(', ')}`);
  const faults = findPackFaults(pack);
  if (faults.length > 0) throw new Error(`the city pack "${id}" has faults:\n  ${faults.join('\n  ')}`);
  return pack;
}
