import type { LatLng } from '../report/report.ts';

/** A position as GeoJSON writes it (RFC 7946): longitude first, WGS 84 degrees. */
export type Position = [lng: number, lat: number];

/** Rings of a GeoJSON MultiPolygon: polygons → rings (outer first, then holes) → positions. */
export type Rings = Position[][][];

/** Metres east (x) and north (y) of some origin. */
export type PlanePoint = [x: number, y: number];

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * A flat picture of the surroundings of `origin` (equirectangular). Over a city of 30 km near the equator its
 * distances are right to about one part in ten thousand.
 */
export function createPlane(origin: LatLng) {
  const metresPerLat = EARTH_RADIUS_M * RADIANS;
  const metresPerLng = metresPerLat * Math.cos(origin.lat * RADIANS);
  return {
    toPlane({ lat, lng }: LatLng): PlanePoint {
      return [(lng - origin.lng) * metresPerLng, (lat - origin.lat) * metresPerLat];
    },
    toPosition([x, y]: PlanePoint): Position {
      return [origin.lng + x / metresPerLng, origin.lat + y / metresPerLat];
    },
  };
}

/** Metres between two places, good over the distances within one city. */
export function distanceM(a: LatLng, b: LatLng): number {
  const x = (b.lng - a.lng) * RADIANS * Math.cos(((a.lat + b.lat) / 2) * RADIANS);
  const y = (b.lat - a.lat) * RADIANS;
  return Math.hypot(x, y) * EARTH_RADIUS_M;
}

/** True when the place lies inside a polygon of `rings` and outside that polygon's holes. */
export function isInside({ lat, lng }: LatLng, rings: Rings): boolean {
  return rings.some((polygon) => {
    let crossings = 0;
    for (const ring of polygon) crossings += crossingsOf(ring, lng, lat);
    return crossings % 2 === 1;
  });
}

/** How many edges of the ring a ray from the point to the east crosses. */
function crossingsOf(ring: Position[], lng: number, lat: number): number {
  let crossings = 0;
  let previous = ring.at(-1);
  for (const corner of ring) {
    if (previous !== undefined && corner[1] > lat !== previous[1] > lat) {
      const share = (lat - corner[1]) / (previous[1] - corner[1]);
      if (lng < corner[0] + share * (previous[0] - corner[0])) crossings += 1;
    }
    previous = corner;
  }
  return crossings;
}

/** The smallest box around all rings; of no rings an empty box, which contains nothing. */
export function boxAround(rings: Rings): { south: number; west: number; north: number; east: number } {
  const box = { south: 90, west: 180, north: -90, east: -180 };
  for (const [lng, lat] of rings.flat(2)) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
  }
  return box;
}
