import type { LatLng } from '../report/report.ts';
import { growCells } from './cells.ts';
import type { CityPack, Kecamatan, Kelurahan } from './city-pack.ts';
import { boxAround, createPlane, isInside, type Rings } from './geometry.ts';

/** The real boundary of one kelurahan, as imported; `kecamatan` is the name, `rings` a GeoJSON MultiPolygon. */
export type AreaPolygon = { code: string; name: string; kecamatan: string; rings: Rings };

/** An area to draw; approximate when it was grown from a point instead of imported. */
export type AreaCell = AreaPolygon & { approximate: boolean };

/** Where a point lies; approximate when only the nearest kelurahan's point says so. */
export type LocatedArea = { kelurahan: Kelurahan; kecamatan: Kecamatan; approximate: boolean };

export type AreaIndex = {
  /** The area of a point, or null where the city does not reach. */
  locate(point: LatLng): LocatedArea | null;
  /** One area per kelurahan for drawing, in the pack's order. Computed once, on the first call. */
  cells(): AreaCell[];
};

/**
 * Answers in which kelurahan a point lies: the imported polygon that contains it, else (gaps, or nothing
 * imported) the kelurahan whose point is nearest, up to the pack's reach. Polygons of codes that the pack
 * does not know are left out. A few microseconds a call.
 */
export function createAreaIndex(pack: CityPack, imported: readonly AreaPolygon[] = []): AreaIndex {
  const kecamatanByCode = new Map(pack.kecamatan.map((kecamatan) => [kecamatan.code, kecamatan]));
  const kelurahanByCode = new Map(pack.kelurahan.map((kelurahan) => [kelurahan.code, kelurahan]));
  const findNearest = createNearest(pack);
  const polygons = imported.flatMap(({ code, rings }) => {
    const kelurahan = kelurahanByCode.get(code);
    return kelurahan === undefined ? [] : [{ kelurahan, rings, box: boxAround(rings) }];
  });

  function findContaining(point: LatLng): Kelurahan | undefined {
    return polygons.find(
      ({ box, rings }) =>
        point.lat >= box.south &&
        point.lat <= box.north &&
        point.lng >= box.west &&
        point.lng <= box.east &&
        isInside(point, rings),
    )?.kelurahan;
  }

  function locate(point: LatLng): LocatedArea | null {
    const containing = findContaining(point);
    const kelurahan = containing ?? findNearest(point);
    const kecamatan = kelurahan && kecamatanByCode.get(kelurahan.kecamatanCode);
    if (kelurahan === undefined || kecamatan === undefined) return null;
    return { kelurahan, kecamatan, approximate: containing === undefined };
  }

  function buildCells(): AreaCell[] {
    const ringsByCode = new Map(polygons.map(({ kelurahan, rings }) => [kelurahan.code, rings]));
    const grown = growCells(pack);
    return pack.kelurahan.map(({ code, name, kecamatanCode }, position) => {
      const real = ringsByCode.get(code);
      const kecamatan = kecamatanByCode.get(kecamatanCode)?.name ?? '';
      return { code, name, kecamatan, rings: real ?? grown[position] ?? [], approximate: real === undefined };
    });
  }

  let built: AreaCell[] | undefined;
  return {
    locate,
    cells() {
      built ??= buildCells();
      return built;
    },
  };
}

/** Nearest point within reach. A hundred distances take about a microsecond: no tree is worth it here. */
function createNearest(pack: CityPack): (point: LatLng) => Kelurahan | undefined {
  const plane = createPlane(pack.centre);
  const sites = pack.kelurahan.map((kelurahan) => ({ kelurahan, at: plane.toPlane(kelurahan) }));
  return (point) => {
    const [x, y] = plane.toPlane(point);
    let nearest: Kelurahan | undefined;
    let least = pack.reachM ** 2;
    for (const { kelurahan, at } of sites) {
      const distance = (x - at[0]) ** 2 + (y - at[1]) ** 2;
      if (distance <= least) {
        least = distance;
        nearest = kelurahan;
      }
    }
    return nearest;
  };
}
