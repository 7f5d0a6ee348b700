import type { CityPack } from './city-pack.ts';
import { createPlane, type PlanePoint, type Rings } from './geometry.ts';

const DISK_CORNERS = 48;

/**
 * Areas grown from points, for a city without boundaries: each kelurahan gets the places nearer to its point
 * than to any other (its Voronoi cell), and no farther from it than the pack's reach. The rings, in the
 * order of `pack.kelurahan`, never overlap; the disk is drawn as a polygon inscribed in it.
 */
export function growCells(pack: Pick<CityPack, 'centre' | 'kelurahan' | 'reachM'>): Rings[] {
  const plane = createPlane(pack.centre);
  const sites = pack.kelurahan.map((kelurahan) => plane.toPlane(kelurahan));
  return sites.map((site) => {
    let cell = diskAround(site, pack.reachM);
    for (const other of sites) if (other !== site) cell = keepNearer(cell, site, other);
    const ring = cell.map((corner) => plane.toPosition(corner));
    return [[ring.concat(ring.slice(0, 1))]];
  });
}

function diskAround([x, y]: PlanePoint, radiusM: number): PlanePoint[] {
  return Array.from({ length: DISK_CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / DISK_CORNERS;
    return [x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle)];
  });
}

/** Cuts off the part of a convex polygon that is nearer to `other` than to `site` (Sutherland–Hodgman). */
function keepNearer(polygon: PlanePoint[], site: PlanePoint, other: PlanePoint): PlanePoint[] {
  const [dx, dy] = [other[0] - site[0], other[1] - site[1]];
  const [middleX, middleY] = [(other[0] + site[0]) / 2, (other[1] + site[1]) / 2];
  /** Negative on the side of `site`. */
  const side = ([x, y]: PlanePoint) => (x - middleX) * dx + (y - middleY) * dy;
  const kept: PlanePoint[] = [];
  let previous = polygon.at(-1);
  for (const corner of polygon) {
    if (previous !== undefined) {
      const [before, now] = [side(previous), side(corner)];
      if (before < 0 !== now < 0) kept.push(between(previous, corner, before / (before - now)));
      if (now < 0) kept.push(corner);
    }
    previous = corner;
  }
  return kept;
}

function between(a: PlanePoint, b: PlanePoint, share: number): PlanePoint {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}
