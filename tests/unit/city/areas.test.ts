import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreaPolygon, createAreaIndex } from '../../../shared/city/areas.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { createPlane, distanceM, isInside, type Rings } from '../../../shared/city/geometry.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { smallCity } from '../../support/small-city.ts';

const packs: CityPack[] = [tangerang, smallCity];

/** Anywhere in the pack's bounds and a little around them. */
function places(pack: CityPack) {
  const { south, west, north, east } = pack.bounds;
  return fc.record({
    lat: fc.double({ min: south - 0.02, max: north + 0.02, noNaN: true }),
    lng: fc.double({ min: west - 0.02, max: east + 0.02, noNaN: true }),
  });
}

function square(lat: number, lng: number, half: number): Rings {
  return [
    [
      [
        [lng - half, lat - half],
        [lng + half, lat - half],
        [lng + half, lat + half],
        [lng - half, lat + half],
        [lng - half, lat - half],
      ],
    ],
  ];
}

describe.each(packs)('the areas of $name, grown from points', (pack) => {
  const index = createAreaIndex(pack);

  it('name the kelurahan whose point is nearest, and its kecamatan', () => {
    fc.assert(
      fc.property(places(pack), (place) => {
        const plane = createPlane(pack.centre);
        const [x, y] = plane.toPlane(place);
        const distances = pack.kelurahan.map((kelurahan) => {
          const at = plane.toPlane(kelurahan);
          return Math.hypot(x - at[0], y - at[1]);
        });
        const least = Math.min(...distances);
        const found = index.locate(place);
        if (least > pack.reachM) {
          expect(found).toBeNull();
          return;
        }
        const position = pack.kelurahan.findIndex(({ code }) => code === found?.kelurahan.code);
        expect(distances[position]).toBeCloseTo(least, 3);
        expect(found?.kecamatan.code).toBe(found?.kelurahan.kecamatanCode);
        expect(found?.approximate).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('contain their own point', () => {
    const cells = index.cells();
    expect(cells.map((cell) => cell.code)).toEqual(pack.kelurahan.map((kelurahan) => kelurahan.code));
    for (const [position, kelurahan] of pack.kelurahan.entries()) {
      expect(isInside(kelurahan, cells[position]?.rings ?? []), kelurahan.name).toBe(true);
      expect(index.locate(kelurahan)?.kelurahan.code).toBe(kelurahan.code);
    }
  });

  it('do not overlap, and say what locate says', () => {
    fc.assert(
      fc.property(places(pack), (place) => {
        const containing = index.cells().filter((cell) => isInside(place, cell.rings));
        expect(containing.length).toBeLessThanOrEqual(1);
        if (containing[0]) expect(containing[0].code).toBe(index.locate(place)?.kelurahan.code);
      }),
      { numRuns: 500 },
    );
  });

  it('leave no hole near a point', () => {
    fc.assert(
      fc.property(places(pack), (place) => {
        const nearest = Math.min(...pack.kelurahan.map((kelurahan) => distanceM(place, kelurahan)));
        fc.pre(nearest < pack.reachM * 0.99);
        expect(index.cells().some((cell) => isInside(place, cell.rings))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('have closed rings within reach of their point', () => {
    for (const [position, cell] of index.cells().entries()) {
      const ring = cell.rings[0]?.[0] ?? [];
      const point = pack.kelurahan[position];
      expect(ring.length).toBeGreaterThan(3);
      expect(ring.at(-1)).toEqual(ring[0]);
      for (const [lng, lat] of ring) {
        expect(distanceM({ lat, lng }, point ?? pack.centre)).toBeLessThan(pack.reachM * 1.002);
      }
    }
  });
});

describe('imported polygons', () => {
  // A square around "Batu Dua" that takes most of what is nearer to "Batu Satu".
  const real: AreaPolygon = {
    code: '99.01.01.1002',
    name: 'Batu Dua',
    kecamatan: 'Hulu',
    rings: square(-2.98, 120.19, 0.0095),
  };
  const index = createAreaIndex(smallCity, [real]);

  it('win over the nearest point, and are not approximate', () => {
    const found = index.locate({ lat: -2.98, lng: 120.185 });
    expect(found?.kelurahan.name).toBe('Batu Dua');
    expect(found?.approximate).toBe(false);
  });

  it('leave the gaps to the nearest point', () => {
    const found = index.locate({ lat: -2.98, lng: 120.179 });
    expect(found?.kelurahan.name).toBe('Batu Satu');
    expect(found?.approximate).toBe(true);
  });

  it('are drawn in place of the cell, the others stay cells', () => {
    const cells = index.cells();
    expect(cells.filter((cell) => !cell.approximate)).toEqual([{ ...real, approximate: false }]);
    expect(cells).toHaveLength(smallCity.kelurahan.length);
  });

  it('contain beyond the reach of any point, where a polygon does', () => {
    const far: AreaPolygon = { ...real, rings: square(-2.9, 120.2, 0.01) };
    expect(createAreaIndex(smallCity).locate({ lat: -2.9, lng: 120.2 })).toBeNull();
    expect(createAreaIndex(smallCity, [far]).locate({ lat: -2.9, lng: 120.2 })?.kelurahan.name).toBe(
      'Batu Dua',
    );
  });

  it('respect holes and several parts', () => {
    const outer = square(-2.98, 120.2, 0.01)[0]?.[0] ?? [];
    const hole = square(-2.98, 120.2, 0.004)[0]?.[0] ?? [];
    const rings: Rings = [[outer, hole], ...square(-3.02, 120.18, 0.002)];
    expect(isInside({ lat: -2.98, lng: 120.2 }, rings)).toBe(false);
    expect(isInside({ lat: -2.98, lng: 120.208 }, rings)).toBe(true);
    expect(isInside({ lat: -3.02, lng: 120.18 }, rings)).toBe(true);
  });

  it('of codes the pack does not know are left out', () => {
    const stranger: AreaPolygon = { ...real, code: '11.11.11.1111' };
    const located = createAreaIndex(smallCity, [stranger]).locate({ lat: -2.98, lng: 120.185 });
    expect(located?.approximate).toBe(true);
  });
});
