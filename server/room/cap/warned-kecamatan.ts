import type { AreaIndex } from '../../../shared/city/areas.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { distanceM, isInside, type Rings } from '../../../shared/city/geometry.ts';
import type { CapInfo } from './parse-cap.ts';

/** Between two corners of a warning's outline it is looked at so often, metres. */
const STEP_M = 300;
const MOST_STEPS = 2_000;

/**
 * The kecamatan of the city that a warning's areas touch: a kelurahan's point or a corner of its outline lies in them,
 * or their outline crosses it. Null where they touch none; an empty list where they touch all: the whole city.
 */
export function warnedKecamatan(
  { polygons, circles }: Pick<CapInfo, 'polygons' | 'circles'>,
  pack: CityPack,
  areas: AreaIndex,
): string[] | null {
  const touched = new Set<string>();
  const rings: Rings[] = polygons.map((corners) => [[corners.map(({ lat, lng }) => [lng, lat])]]);
  const isWarned = (at: { lat: number; lng: number }) =>
    rings.some((own) => isInside(at, own)) ||
    circles.some((circle) => distanceM(at, circle) <= circle.radiusM);
  for (const cell of areas.cells()) {
    const corners = cell.rings.flat(2).map(([lng, lat]) => ({ lat, lng }));
    if (corners.some(isWarned)) touched.add(cell.kecamatan);
  }
  for (const { lat, lng, kecamatanCode } of pack.kelurahan)
    if (isWarned({ lat, lng })) touched.add(nameOf(pack, kecamatanCode));
  for (const at of [...polygons.flatMap(alongOutline), ...circles]) {
    const found = areas.locate(at);
    if (found) touched.add(found.kecamatan.name);
  }
  if (touched.size === 0) return null;
  const names = pack.kecamatan.map(({ name }) => name).filter((name) => touched.has(name));
  return names.length === pack.kecamatan.length ? [] : names;
}

function nameOf({ kecamatan }: CityPack, code: string): string {
  return kecamatan.find((one) => one.code === code)?.name ?? '';
}

/** Points on the outline, close enough that no kelurahan lies between two. */
function alongOutline(corners: readonly { lat: number; lng: number }[]): { lat: number; lng: number }[] {
  return corners.flatMap((from, index) => {
    const to = corners[index + 1] ?? from;
    const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil(distanceM(from, to) / STEP_M)));
    return Array.from({ length: steps }, (_, step) => ({
      lat: from.lat + ((to.lat - from.lat) * step) / steps,
      lng: from.lng + ((to.lng - from.lng) * step) / steps,
    }));
  });
}
