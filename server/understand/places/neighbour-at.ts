import { createAreaIndex } from '../../../shared/city/areas.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { distanceM } from '../../../shared/city/geometry.ts';
import type { LatLng } from '../../../shared/report/report.ts';

/** Farther from everything that is known of the cities around, nobody can say which of them it is. */
const REACH_M = 8000;

/** Names the city beside this one in which a point lies; null within the city, and where none is near. */
export function createNeighbourAt(pack: CityPack): (point: LatLng) => string | null {
  const areas = createAreaIndex(pack);
  const parts = (pack.neighbours ?? []).flatMap(({ name, areas: known }) =>
    known.map((area) => ({ name, lat: area.lat, lng: area.lng })),
  );
  return (point) => {
    if (areas.locate(point)) return null;
    let nearest: string | null = null;
    let least = REACH_M;
    for (const part of parts) {
      const apart = distanceM(point, part);
      if (apart < least) [least, nearest] = [apart, part.name];
    }
    return nearest;
  };
}
