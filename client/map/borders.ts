import type { CityView } from '../../shared/wire/api.ts';

type Line = [lat: number, lng: number][];
type Corner = [lng: number, lat: number];

/**
 * The lines where two kecamatan meet: edges that cells of different kecamatan share. Polygons that were drawn
 * one by one share none, and have no such lines.
 */
export function kecamatanBorders(cells: CityView['cells']): Line[] {
  const edges = new Map<string, { line: Line; kecamatan: Set<string> }>();
  for (const { kecamatan, rings } of cells) {
    for (const [from, to] of rings.flat().flatMap(pairs)) {
      const key = edgeKey(from, to);
      const edge = edges.get(key) ?? { line: [flip(from), flip(to)], kecamatan: new Set() };
      edge.kecamatan.add(kecamatan);
      edges.set(key, edge);
    }
  }
  return [...edges.values()].filter((edge) => edge.kecamatan.size > 1).map(({ line }) => line);
}

function pairs(ring: Corner[]): [Corner, Corner][] {
  return ring.slice(1).map((to, index) => [ring[index] ?? to, to]);
}

function edgeKey(a: Corner, b: Corner): string {
  return [cornerKey(a), cornerKey(b)].sort().join(';');
}

/** To about a metre: cells grown side by side differ in the last digits. */
function cornerKey([lng, lat]: Corner): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}

function flip([lng, lat]: Corner): [number, number] {
  return [lat, lng];
}
