import type { AreaIndex } from '../../shared/city/areas.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { GazetteerPlace } from '../../shared/city/gazetteer.ts';
import { distanceM } from '../../shared/city/geometry.ts';
import type { FilePlace } from './read-places.ts';

const POINT_RADIUS_M = 100;
const LEAST_LINE_RADIUS_M = 200;

/** The places of a file that lie in the city, as its gazetteer has them, and the faults of the others. */
export function placeInCity(
  pack: Pick<CityPack, 'name'>,
  areas: AreaIndex,
  read: readonly FilePlace[],
  source: string,
): { places: GazetteerPlace[]; faults: string[] } {
  const faults: string[] = [];
  const places = read.flatMap(
    ({ label, name, kind, lat, lng, radiusM, variants, along }): GazetteerPlace[] => {
      const area = areas.locate({ lat, lng });
      if (!area) {
        faults.push(`${label} (${name}) lies outside ${pack.name}: ${lat}, ${lng}`);
        return [];
      }
      if (kind === 'kelurahan' || kind === 'kecamatan') {
        faults.push(`${label} (${name}) is an area: those are the pack's own`);
        return [];
      }
      return [
        {
          ...{ name, kind, lat, lng, variants, source },
          radiusM: radiusM ?? (along ? radiusOf(along) : POINT_RADIUS_M),
          precision: 'exact',
          ...(along ? { along } : { kelurahanCode: area.kelurahan.code }),
        },
      ];
    },
  );
  return { places, faults };
}

/** A third of its length from its middle lie two thirds of a line. */
function radiusOf(along: readonly [lat: number, lng: number][]): number {
  let lengthM = 0;
  for (let at = 1; at < along.length; at += 1) {
    const [from, to] = [along[at - 1], along[at]];
    if (from && to) lengthM += distanceM({ lat: from[0], lng: from[1] }, { lat: to[0], lng: to[1] });
  }
  return Math.max(LEAST_LINE_RADIUS_M, Math.round(lengthM / 3));
}
