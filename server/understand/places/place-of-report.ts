import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { LatLng, LocationSource } from '../../../shared/report/report.ts';
import type { AreaNames, Facts } from '../../../shared/ticket/ticket.ts';
import { createNeighbourAt } from './neighbour-at.ts';
import { createPlaceFinder } from './place-finder.ts';

/** `areas`: where the name says in which it lies, or that it lies in none alone; left out, the point says so. */
type Point = LatLng & { accuracyM: number | null; source: LocationSource; areas?: AreaNames };

/** Where a report is about: a point, and what anybody may know of it. */
export type PlaceOfReport = { point: Point | null; facts: Pick<Facts, 'place' | 'outside'> };

/**
 * Where a report is about: its own coordinates when it has any, else the likeliest place its words name, as far off as
 * that name says. Outside the city it is said so, with the neighbour's name where one is known.
 */
export function createPlaceOfReport(pack: CityPack): (words: string, own: Point | null) => PlaceOfReport {
  const findPlaces = createPlaceFinder(pack);
  const neighbourAt = createNeighbourAt(pack);

  return (words, own) => {
    if (own) {
      const outside = neighbourAt(own);
      return { point: own, facts: outside === null ? {} : { outside } };
    }
    const answer = findPlaces(words);
    const [best] = answer?.places ?? [];
    if (!best) return { point: null, facts: answer?.outside ? { outside: answer.outside.name } : {} };
    const { lat, lng, radiusM, name, kind, relation, kelurahan, kecamatan } = best;
    return {
      point: { lat, lng, accuracyM: radiusM, source: 'words', areas: { kelurahan, kecamatan } },
      facts: { place: { name, kind, relation, radiusM } },
    };
  };
}
