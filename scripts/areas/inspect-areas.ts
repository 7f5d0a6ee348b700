import type { AreaPolygon } from '../../shared/city/areas.ts';
import { boxAround, distanceM, isInside } from '../../shared/city/geometry.ts';
import type { LatLng } from '../../shared/report/report.ts';

/** How the polygons lie to each other, measured on a grid: areas in hectares, rounded. */
export type Coverage = {
  coveredHa: number;
  /** Places in two polygons or more. */
  overlapHa: number;
  /** Places in no polygon but surrounded by polygons. */
  gapHa: number;
};

const STEPS = 300;

/**
 * Lays a grid of 300 x 300 points over all polygons and counts what is covered, covered twice and left out.
 * Gaps narrower than a grid step (about 70 m in a city of 20 km) may be missed or seem open to the outside.
 */
export function inspectAreas(polygons: readonly AreaPolygon[]): Coverage {
  const boxed = polygons.map(({ rings }) => ({ rings, box: boxAround(rings) }));
  const around = boxAround(polygons.flatMap(({ rings }) => rings));
  const place = (row: number, column: number): LatLng => ({
    lat: around.south + ((row + 0.5) / STEPS) * (around.north - around.south),
    lng: around.west + ((column + 0.5) / STEPS) * (around.east - around.west),
  });
  const counts = Array.from({ length: STEPS * STEPS }, (_, index) => {
    const { lat, lng } = place(Math.floor(index / STEPS), index % STEPS);
    return boxed.filter(
      ({ box, rings }) =>
        lat >= box.south &&
        lat <= box.north &&
        lng >= box.west &&
        lng <= box.east &&
        isInside({ lat, lng }, rings),
    ).length;
  });
  const cellM2 = distanceM(place(0, 0), place(1, 0)) * distanceM(place(0, 0), place(0, 1));
  const toHa = (cells: number) => Math.round((cells * cellM2) / 10_000);
  const covered = counts.filter((count) => count > 0).length;
  return {
    coveredHa: toHa(covered),
    overlapHa: toHa(counts.filter((count) => count > 1).length),
    gapHa: toHa(STEPS * STEPS - covered - countOutside(counts)),
  };
}

/** Empty grid points that can be reached from the grid's edge over empty ones. */
function countOutside(counts: number[]): number {
  const reached = new Set<number>();
  const waiting: number[] = [];
  const visit = (row: number, column: number) => {
    const index = row * STEPS + column;
    const isThere = row >= 0 && row < STEPS && column >= 0 && column < STEPS;
    if (!isThere || counts[index] !== 0 || reached.has(index)) return;
    reached.add(index);
    waiting.push(index);
  };
  for (let step = 0; step < STEPS; step += 1) {
    for (const edge of [0, STEPS - 1]) {
      visit(step, edge);
      visit(edge, step);
    }
  }
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const [row, column] = [Math.floor(index / STEPS), index % STEPS];
    visit(row - 1, column);
    visit(row + 1, column);
    visit(row, column - 1);
    visit(row, column + 1);
  }
  return reached.size;
}
