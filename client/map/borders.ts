import type { CityView } from '../../shared/wire/api.ts';

type Cells = CityView['cells'];
type Line = [lat: number, lng: number][];

/** Past this share of edges without a neighbour the polygons were drawn one by one and share no edges. */
const SHARED_EDGES_AT_LEAST = 0.6;

/**
 * The lines where two kecamatan meet, and the city's outline, found as the edges that two cells of one
 * kecamatan do not share. Empty for polygons whose neighbours do not run through the same points.
 */
export function kecamatanBorders(cells: Cells): Line[] {
  const edges = new Map<string, { line: Line; kecamatan: Set<string>; cells: number }>();
  for (const { kecamatan, rings } of cells) {
    for (const ring of rings.flat()) {
      for (const [from, to] of pairs(ring)) {
        const key = edgeKey(from, to);
        const edge = edges.get(key) ?? { line: [flip(from), flip(to)], kecamatan: new Set(), cells: 0 };
        edge.kecamatan.add(kecamatan);
        edge.cells += 1;
        edges.set(key, edge);
      }
    }
  }
  const all = [...edges.values()];
  const shared = all.filter((edge) => edge.cells > 1).length;
  if (shared < all.length * (1 - SHARED_EDGES_AT_LEAST)) return [];
  return all.filter((edge) => edge.cells === 1 || edge.kecamatan.size > 1).map(({ line }) => line);
}

type Corner = [lng: number, lat: number];

function* pairs(ring: Corner[]): Generator<[Corner, Corner]> {
  for (const [index, to] of ring.entries()) {
    const from = ring[index - 1];
    if (from) yield [from, to];
  }
}

function edgeKey(a: Corner, b: Corner): string {
  const [first, second] = [cornerKey(a), cornerKey(b)].sort();
  return `${first};${second}`;
}

/** To a decimetre: cells grown side by side differ in the last digits. */
function cornerKey([lng, lat]: Corner): string {
  return `${lng.toFixed(6)},${lat.toFixed(6)}`;
}

function flip([lng, lat]: Corner): [number, number] {
  return [lat, lng];
}
