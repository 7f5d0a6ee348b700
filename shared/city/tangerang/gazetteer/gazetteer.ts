import { growCells } from '../../cells.ts';
import type { GazetteerPlace } from '../../gazetteer.ts';
import { createPlane, type Position } from '../../geometry.ts';
import { kecamatan, kelurahan } from '../kelurahan.ts';
import { hasOwnPosition, landmarks } from '../landmarks.ts';
import { lines } from '../lines.ts';
import { CENTRE, REACH_M } from '../where.ts';
import { areaVariants } from './area-variants.ts';
import { placeAll, placeLandmarks, placeLines, placeStreets, plainName } from './build.ts';
import { housing, services, town } from './places.ts';
import { roads } from './roads.ts';
import { streetsCentre } from './streets-centre.ts';
import { streetsEast } from './streets-east.ts';
import { streetsNorth } from './streets-north.ts';
import { streetsSouth } from './streets-south.ts';
import { streetsWest } from './streets-west.ts';

const KELURAHAN_SOURCE = 'npm geografis 1.3.2, four points estimated by hand';

const sizes = new Map(
  growCells({ centre: CENTRE, kelurahan, reachM: REACH_M }).map((rings, at) => [
    kelurahan[at]?.code ?? '',
    areaM2(rings[0]?.[0] ?? []),
  ]),
);
/** Cells at the city's edge reach into the neighbours' land, which is no part of the kelurahan. */
const MOST_KELURAHAN_RADIUS_M = 1000;
const radiusOf = (code: string) => Math.min(radiusOfArea(sizes.get(code) ?? 0), MOST_KELURAHAN_RADIUS_M);
const areas = { byName: new Map(kelurahan.map((area) => [area.name, area])), radiusOf };

const courses = placeLines([...lines, ...roads.map((road) => ({ ...road, kind: 'road' as const }))]);

/**
 * The places of Kota Tangerang that reports name. Where one of them lies is known as well as its `precision` says: most
 * streets only by the kelurahan they are in.
 */
export const gazetteer: readonly GazetteerPlace[] = withoutTwins([
  ...kecamatan.map(({ code, name }): GazetteerPlace => {
    const parts = kelurahan.filter(({ kecamatanCode }) => kecamatanCode === code);
    const size = parts.reduce((sum, part) => sum + (sizes.get(part.code) ?? 0), 0);
    return {
      ...{ name, kind: 'kecamatan', kecamatanCode: code, ...middleOf(parts), radiusM: radiusOfArea(size) },
      ...{ variants: areaVariants[name] ?? [], source: KELURAHAN_SOURCE, precision: 'area' },
    };
  }),
  ...kelurahan.map(
    ({ code, name, lat, lng }): GazetteerPlace => ({
      ...{ name, kind: 'kelurahan', kelurahanCode: code, lat, lng, radiusM: radiusOf(code) },
      ...{ variants: areaVariants[name] ?? [], source: KELURAHAN_SOURCE, precision: 'area' },
    }),
  ),
  ...courses,
  ...placeAll(services, areas),
  ...placeAll(town, areas),
  ...placeAll(housing, areas),
  ...[streetsCentre, streetsWest, streetsNorth, streetsEast, streetsSouth].flatMap((streets) =>
    placeStreets(streets, areas),
  ),
  ...placeLandmarks(landmarks, areas, hasOwnPosition, courses),
]);

/** A landmark that the lists above have by the same name in the same kelurahan is known better there. */
function withoutTwins(places: GazetteerPlace[]): GazetteerPlace[] {
  const seen = new Set<string>();
  return places.filter(({ name, kind, kelurahanCode = '' }) => {
    const area =
      kind === 'street'
        ? kelurahan.find(({ code }) => code === kelurahanCode)?.name.toLowerCase()
        : undefined;
    const plain = plainName(name);
    const key = `${kind} ${area && plain.endsWith(` ${area}`) ? plain.slice(0, -area.length - 1) : plain} ${kelurahanCode}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Within 0.85 of the radius of a circle as large as the area lie about two thirds of it; to the next 50 m. */
function radiusOfArea(size: number): number {
  return Math.round((0.85 * Math.sqrt(size / Math.PI)) / 50) * 50;
}

function areaM2(ring: readonly Position[]): number {
  const plane = createPlane(CENTRE);
  const corners = ring.map(([lng, lat]) => plane.toPlane({ lat, lng }));
  let twice = 0;
  corners.forEach(([x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}

function middleOf(points: readonly { lat: number; lng: number }[]): { lat: number; lng: number } {
  const sum = points.reduce((all, { lat, lng }) => ({ lat: all.lat + lat, lng: all.lng + lng }), {
    lat: 0,
    lng: 0,
  });
  return { lat: round5(sum.lat / points.length), lng: round5(sum.lng / points.length) };
}

function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
