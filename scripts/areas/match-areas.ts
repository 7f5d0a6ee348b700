import type { AreaPolygon } from '../../shared/city/areas.ts';
import type { CityPack, Kelurahan } from '../../shared/city/city-pack.ts';
import { boxAround } from '../../shared/city/geometry.ts';
import type { FileArea } from './read-geojson.ts';

/** What a file's areas are in the city. */
export type MatchedAreas = {
  /** In the pack's order, one a kelurahan: parts that came as several features are joined. */
  polygons: AreaPolygon[];
  /** Known by a spelling that is not the pack's. */
  respelled: string[];
  /** Features that are none of the city's kelurahan, with the reason. */
  unmatched: string[];
  /** Kelurahan that the file does not have; they keep their cells. */
  missing: Kelurahan[];
};

type Found = { kelurahan: Kelurahan; respelled: boolean } | { fault: string };

/**
 * Matches areas to the pack's kelurahan: by code (with or without dots) when the name does not speak against
 * it, else by name, forgiving a letter or two when the kecamatan does not speak against it.
 */
export function matchAreas(pack: CityPack, areas: readonly FileArea[]): MatchedAreas {
  const find = createFinder(pack);
  const rings = new Map<string, AreaPolygon['rings']>();
  const respelled: string[] = [];
  const unmatched: string[] = [];
  for (const area of areas) {
    const found = touches(pack, area) ? find(area) : { fault: 'lies outside the city' };
    if ('fault' in found) {
      unmatched.push(`${area.label} ${found.fault}`);
      continue;
    }
    const { code, name } = found.kelurahan;
    if (found.respelled) respelled.push(`${area.label} is taken for ${name} (${code})`);
    rings.set(code, [...(rings.get(code) ?? []), ...area.rings]);
  }
  const kecamatan = new Map(pack.kecamatan.map(({ code, name }) => [code, name]));
  const polygons = pack.kelurahan.flatMap(({ code, name, kecamatanCode }) => {
    const own = rings.get(code);
    return own === undefined
      ? []
      : [{ code, name, kecamatan: kecamatan.get(kecamatanCode) ?? '', rings: own }];
  });
  return { polygons, respelled, unmatched, missing: pack.kelurahan.filter(({ code }) => !rings.has(code)) };
}

function touches(pack: CityPack, area: FileArea): boolean {
  const box = boxAround(area.rings);
  const { south, west, north, east } = pack.bounds;
  return box.south <= north && box.north >= south && box.west <= east && box.east >= west;
}

function createFinder(pack: CityPack): (area: FileArea) => Found {
  const byCode = new Map(pack.kelurahan.map((kelurahan) => [digits(kelurahan.code), kelurahan]));
  const nameOf = new Map(pack.kecamatan.map(({ code, name }) => [code, letters(name)]));

  return ({ code, name, kecamatan }) => {
    const coded = code === null ? undefined : byCode.get(digits(code));
    if (coded !== undefined) {
      const agrees = name === null || likeness(name, coded.name) <= allowance(coded.name);
      return agrees
        ? { kelurahan: coded, respelled: name !== null && letters(name) !== letters(coded.name) }
        : { fault: `has the code of ${coded.name}, but another name: which one is wrong?` };
    }
    if (name === null) return { fault: 'has neither a known code nor a name' };
    const within = pack.kelurahan.filter(
      ({ kecamatanCode }) =>
        kecamatan === null || likeness(kecamatan, nameOf.get(kecamatanCode) ?? '') <= allowance(kecamatan),
    );
    const near = within
      .map((kelurahan) => ({ kelurahan, distance: likeness(name, kelurahan.name) }))
      .filter(({ kelurahan, distance }) => distance <= allowance(kelurahan.name))
      .sort((a, b) => a.distance - b.distance);
    const [best, second] = near;
    if (best === undefined) return { fault: 'is no kelurahan of this city' };
    if (second?.distance === best.distance) {
      return { fault: `could be ${best.kelurahan.name} or ${second.kelurahan.name}` };
    }
    return { kelurahan: best.kelurahan, respelled: best.distance > 0 };
  };
}

function digits(code: string): string {
  return code.replace(/\D/g, '');
}

/** "Kel. Cibodas Sari" → "cibodassari". */
function letters(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(kelurahan|kel|kecamatan|kec|desa)\b\.?/, '')
    .replace(/[^a-z0-9]/g, '');
}

/** How many letters a spelling may differ by; in short names one letter makes another place. */
function allowance(name: string): number {
  return letters(name).length <= 6 ? 1 : 2;
}

/** Letters to change, add or take away to make one name the other (Levenshtein), 0 for the same. */
function likeness(one: string, other: string): number {
  const [a, b] = [letters(one), letters(other)];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...a].entries()) {
    const next = [line + 1];
    for (const [column, against] of [...b].entries()) {
      const changed = (row[column] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
