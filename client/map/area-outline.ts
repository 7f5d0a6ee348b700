import type { CityView } from '../../shared/wire/api.ts';

type Corner = [lng: number, lat: number];

/** The line around some cells together: their edges that no two of them share. */
export function areaOutline(cells: CityView['cells']): [lat: number, lng: number][][] {
  const edges = new Map<string, { from: Corner; to: Corner; times: number }>();
  for (const ring of cells.flatMap(({ rings }) => rings.flat())) {
    for (const [index, to] of ring.slice(1).entries()) {
      const from = ring[index] ?? to;
      const key = [nameOf(from), nameOf(to)].sort().join(';');
      const times = (edges.get(key)?.times ?? 0) + 1;
      edges.set(key, { from, to, times });
    }
  }
  return chain([...edges.values()].filter(({ times }) => times === 1).map(({ from, to }) => [from, to]));
}

/** Puts edges that follow each other into one line, so that its dashes run on. */
function chain(edges: [Corner, Corner][]): [number, number][][] {
  const lines: [number, number][][] = [];
  let last = '';
  for (const [from, to] of edges) {
    if (nameOf(from) !== last) lines.push([flip(from)]);
    lines.at(-1)?.push(flip(to));
    last = nameOf(to);
  }
  return lines;
}

/** To about a metre: cells grown side by side differ in the last digits. */
function nameOf([lng, lat]: Corner): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}

function flip([lng, lat]: Corner): [number, number] {
  return [lat, lng];
}
