import type { CityView } from '../../shared/wire/api.ts';
import { kecamatanBorders } from '../map/borders.ts';
import { spreadNames } from './spread-names.ts';

type Point = [x: number, y: number];
export type DrawnArea = { name: string; path: string; at: Point };

export type Drawing = { areas: DrawnArea[]; borders: string; viewBox: string; unit: number };

/** Units of the drawing from west to east. */
const WIDTH = 1000;

/**
 * Outlines of the kecamatan for an SVG, made of their kelurahan; `at` is where a figure stands. `unit` is a hundredth
 * of the drawing's shorter side.
 */
export function drawKecamatan(cells: CityView['cells']): Drawing {
  const corners = cells.flatMap(({ rings }) => rings.flat(2));
  const west = Math.min(...corners.map(([lng]) => lng));
  const east = Math.max(...corners.map(([lng]) => lng));
  const south = Math.min(...corners.map(([, lat]) => lat));
  const north = Math.max(...corners.map(([, lat]) => lat));
  const scale = WIDTH / Math.max(1e-9, east - west);
  const stretch = 1 / Math.cos((((north + south) / 2) * Math.PI) / 180);
  const draw = ([lng, lat]: readonly [number, number]): Point => [
    (lng - west) * scale,
    (north - lat) * scale * stretch,
  ];
  const height = (north - south) * scale * stretch;
  const names = [...new Set(cells.map(({ kecamatan }) => kecamatan))];
  const unit = Math.min(WIDTH, height) / 100;
  const areas = names.map((name) => {
    const own = cells.filter(({ kecamatan }) => kecamatan === name);
    const rings = own.flatMap((cell) => cell.rings.flat()).map((ring) => ring.map(draw));
    return { name, path: rings.map(pathOf).join(''), at: middleOf(rings) };
  });
  const lines = kecamatanBorders(cells).map((line) => line.map(([lat, lng]) => draw([lng, lat])));
  const rim = WIDTH / 100;
  return {
    areas: spreadNames(areas, unit),
    borders: lines.map(lineOf).join(''),
    viewBox: `${-rim} ${-rim} ${WIDTH + 2 * rim} ${height + 2 * rim}`,
    unit,
  };
}

function pathOf(ring: readonly Point[]): string {
  return `${lineOf(ring)}Z`;
}

function lineOf(line: readonly Point[]): string {
  return `M${line.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

/** The centre of gravity of all the rings together. */
function middleOf(rings: readonly (readonly Point[])[]): Point {
  let [x, y, whole] = [0, 0, 0];
  for (const ring of rings) {
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      const area = x1 * y2 - x2 * y1;
      x += (x1 + x2) * area;
      y += (y1 + y2) * area;
      whole += 3 * area;
    }
  }
  return whole === 0 ? (rings[0]?.[0] ?? [0, 0]) : [x / whole, y / whole];
}
