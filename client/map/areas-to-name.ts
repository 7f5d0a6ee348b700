import type { CityView } from '../../shared/wire/api.ts';

/** A kecamatan and where its name may stand: near its middle first. */
export type Area = { name: string; places: [lat: number, lng: number][] };

/** The kecamatan of the cells with the middles of their kelurahan as places, the most central first. */
export function areasToName(cells: CityView['cells']): Area[] {
  const middles = new Map<string, [number, number][]>();
  for (const { kecamatan, rings } of cells) {
    const middle = middleOf(rings);
    if (middle) middles.set(kecamatan, [...(middles.get(kecamatan) ?? []), middle]);
  }
  return [...middles].map(([name, points]) => {
    const centre = mean(points);
    const places = [centre, ...points].sort((a, b) => distance2(a, centre) - distance2(b, centre));
    return { name, places };
  });
}

/** The kelurahan with their middles and how wide they are, degrees of longitude. */
export function kelurahanToName(cells: CityView['cells']): (Area & { west: number; east: number })[] {
  return cells.flatMap(({ name, rings }) => {
    const middle = middleOf(rings);
    if (middle === null) return [];
    const longitudes = rings.flat(2).map(([lng]) => lng);
    return [{ name, places: [middle], west: Math.min(...longitudes), east: Math.max(...longitudes) }];
  });
}

/** The mean corner of a cell's first ring: good enough to put a name there. */
export function middleOf(rings: CityView['cells'][number]['rings']): [lat: number, lng: number] | null {
  const corners = rings[0]?.[0];
  if (!corners || corners.length === 0) return null;
  return mean(corners.map(([lng, lat]) => [lat, lng]));
}

function mean(points: [number, number][]): [number, number] {
  const sum = points.reduce<[number, number]>(([y, x], [lat, lng]) => [y + lat, x + lng], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

function distance2([a, b]: [number, number], [c, d]: [number, number]): number {
  return (a - c) ** 2 + (b - d) ** 2;
}
