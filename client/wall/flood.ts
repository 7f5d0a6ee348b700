import type { LiveTicket } from '../../shared/wire/live.ts';

/** A kecamatan under water: how many tickets, and the deepest of them in centimetres where one was told. */
export type Affected = { kecamatan: string; count: number; deepestCm: number | null };

/** The tickets about water, the deepest first; without a depth by age. `categories` are those of the city. */
export function floodTickets(tickets: readonly LiveTicket[], categories: readonly string[]): LiveTicket[] {
  const kinds = new Set(categories);
  return tickets
    .filter(({ category, facts }) => facts.depthCm !== undefined || kinds.has(category))
    .sort((a, b) => depthOf(b) - depthOf(a) || (a.createdAt < b.createdAt ? -1 : 1));
}

/** Where the water is, the most tickets first. */
export function affectedKecamatan(flooded: readonly LiveTicket[]): Affected[] {
  const areas = new Map<string, Affected>();
  for (const { location, facts } of flooded) {
    const kecamatan = location?.kecamatan;
    if (!kecamatan) continue;
    const known = areas.get(kecamatan) ?? { kecamatan, count: 0, deepestCm: null };
    const deepestCm =
      facts.depthCm === undefined ? known.deepestCm : Math.max(known.deepestCm ?? 0, facts.depthCm);
    areas.set(kecamatan, { kecamatan, count: known.count + 1, deepestCm });
  }
  return [...areas.values()].sort((a, b) => b.count - a.count || (b.deepestCm ?? 0) - (a.deepestCm ?? 0));
}

function depthOf({ facts }: LiveTicket): number {
  return facts.depthCm ?? -1;
}
