import { describe, expect, it } from 'vitest';
import { inspectAreas } from '../../../scripts/areas/inspect-areas.ts';
import { matchAreas } from '../../../scripts/areas/match-areas.ts';
import { AreaFileError, type FileArea, readAreaFile } from '../../../scripts/areas/read-geojson.ts';
import type { Rings } from '../../../shared/city/geometry.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { smallCity } from '../../support/small-city.ts';

function square(lat: number, lng: number, half = 0.01): Rings[number] {
  const [south, north, west, east] = [lat - half, lat + half, lng - half, lng + half];
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

function file(properties: object | null, geometry: object, id?: string): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id, properties, geometry }],
  });
}

function polygon(rings = square(-2.98, 120.2)) {
  return { type: 'Polygon', coordinates: rings };
}

function area(given: Partial<FileArea>): FileArea {
  return {
    label: 'feature 1',
    code: null,
    name: null,
    kecamatan: null,
    rings: [square(-2.98, 120.2)],
    ...given,
  };
}

function faultsOf(text: string): string {
  try {
    readAreaFile(text);
    return 'none';
  } catch (error) {
    return error instanceof AreaFileError ? error.faults.join('; ') : String(error);
  }
}

describe('a GeoJSON file of areas', () => {
  it.each([
    { code: '99.01.01.1002', kelurahan: 'Batu Dua', kecamatan: 'Hulu' },
    { kode: '99.01.01.1002', nama: 'Batu Dua', kecamatan: 'Hulu' },
    { KDEPUM: '99.01.01.1002', WADMKD: 'Batu Dua', WADMKC: 'Hulu' },
    { ID: '99.01.01.1002', Name: ' Batu Dua ', Kecamatan: 'Hulu' },
  ])('is read by the property names in use: %o', (properties) => {
    expect(readAreaFile(file(properties, polygon()))).toEqual([
      {
        label: 'feature 1 (Batu Dua)',
        code: '99.01.01.1002',
        name: 'Batu Dua',
        kecamatan: 'Hulu',
        rings: [square(-2.98, 120.2)],
      },
    ]);
  });

  it('may have no properties, several parts, and heights', () => {
    const high = square(-2.98, 120.2).map((ring) => ring.map((position) => [...position, 17]));
    const [read] = readAreaFile(file(null, { type: 'MultiPolygon', coordinates: [high] }, '9901011002'));
    expect(read).toMatchObject({ code: '9901011002', name: null, rings: [square(-2.98, 120.2)] });
  });

  it.each([
    ['no JSON', '{"type":', 'is no JSON'],
    ['another type', '{"type":"Topology"}', 'type is not "FeatureCollection"'],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'features is empty'],
    [
      'points',
      file({}, { type: 'Point', coordinates: [1, 2] }),
      'feature 1, geometry.type is neither a Polygon nor a MultiPolygon',
    ],
    [
      'metres instead of degrees',
      file(
        {},
        polygon([
          [
            [700_000, 9_300_000],
            [1, 1],
            [2, 2],
            [700_000, 9_300_000],
          ],
        ]),
      ),
      'feature 1, geometry.coordinates.0.0.0 is not longitude and latitude in degrees',
    ],
    [
      'an open ring',
      file(
        {},
        polygon([
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 2],
          ],
        ]),
      ),
      'does not end where it begins',
    ],
    [
      'a line',
      file(
        {},
        polygon([
          [
            [1, 1],
            [2, 1],
            [1, 1],
          ],
        ]),
      ),
      'has fewer than four positions',
    ],
  ])('with %s is refused, naming the place', (_, text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });

  it('with many faults names twenty and counts the rest', () => {
    const features = Array.from({ length: 30 }, () => ({ type: 'Feature', properties: {}, geometry: null }));
    const faults = faultsOf(JSON.stringify({ type: 'FeatureCollection', features }));
    expect(faults).toContain('feature 20');
    expect(faults).toContain('and 10 more');
  });
});

describe('areas are matched to the kelurahan', () => {
  it.each([
    ['by code', { code: '99.01.01.1002' }],
    ['by code without dots', { code: '9901011002', name: 'Batu Dua' }],
    ['by name', { name: 'BATU DUA' }],
    ['by name with its kind before it', { name: 'Kel. Batu Dua', kecamatan: 'Kec. Hulu' }],
    ['by name when the code is of another register', { code: '9901010020', name: 'Batu Dua' }],
    ['by name in one word', { name: 'Batudua' }],
  ])('%s', (_, given) => {
    expect(matchAreas(smallCity, [area(given)]).polygons.map(({ name }) => name)).toEqual(['Batu Dua']);
  });

  it.each([
    ['Nerogtog', 'Neroktog'],
    ['Cibodasari', 'Cibodas Sari'],
    ['Kereo', 'Kreo'],
    ['Kroncong', 'Keroncong'],
    ['Paduren', 'Padurenan'],
    ['Pedurenan', 'Padurenan'],
    ['Kereo Selatan', 'Kreo Selatan'],
    ['Batusari', 'Batu Sari'],
  ])('in other spellings: %s is %s', (spelling, name) => {
    const rings = [square(-6.2, 106.65)];
    const { polygons, respelled } = matchAreas(tangerang, [area({ name: spelling, rings })]);
    expect(polygons).toMatchObject([{ name }]);
    expect(respelled).toHaveLength(spelling === 'Batusari' ? 0 : 1);
  });

  it('each to itself, by name alone', () => {
    const areas = tangerang.kelurahan.map(({ name, lat, lng }) => area({ name, rings: [square(lat, lng)] }));
    const { polygons, missing, respelled } = matchAreas(tangerang, areas);
    expect(polygons.map(({ name }) => name)).toEqual(tangerang.kelurahan.map(({ name }) => name));
    expect([...missing, ...respelled]).toEqual([]);
  });

  it.each([
    [
      'a code that says one and a name that says another',
      { code: '99.01.01.1002', name: 'Pasir Satu' },
      'another name',
    ],
    ['an unknown name', { name: 'Gunung Jauh' }, 'is no kelurahan of this city'],
    ['nothing to go by', {}, 'neither a known code nor a name'],
    ['a place far away', { name: 'Batu Dua', rings: [square(50, 10)] }, 'lies outside the city'],
    ['a name of another kecamatan', { name: 'Batu Dua', kecamatan: 'Hilir' }, 'is no kelurahan'],
    ['a name between two', { name: 'Batu Xua' }, 'none'],
  ])('never by guessing: %s', (_, given, fault) => {
    const { polygons, unmatched } = matchAreas(smallCity, [area(given)]);
    if (fault === 'none') expect(polygons).toHaveLength(1);
    else expect(unmatched.join()).toContain(fault);
  });

  it('parts that come apart are joined, and what is missing is named', () => {
    const parts = [area({ name: 'Batu Dua' }), area({ name: 'Batu Dua', rings: [square(-2.96, 120.2)] })];
    const { polygons, missing } = matchAreas(smallCity, parts);
    expect(polygons[0]?.rings).toHaveLength(2);
    expect(missing).toHaveLength(5);
  });
});

describe('the inspection of imported areas', () => {
  const [code, name, kecamatan] = ['x', 'X', 'Y'];

  it('finds what is covered twice and what is left out inside', () => {
    // A frame of two squares minus a hole; the second square overlaps the first by a quarter of its side.
    const frame: Rings = [[square(-3, 120, 0.02)[0] ?? [], square(-3, 120, 0.01)[0] ?? []]];
    const lapping: Rings = [square(-3, 120.03, 0.02)];
    const found = inspectAreas([
      { code, name, kecamatan, rings: frame },
      { code, name, kecamatan, rings: lapping },
    ]);
    const hectare = (degrees2: number) => degrees2 * 111_195 * 111_195 * Math.cos((3 * Math.PI) / 180) * 1e-4;
    expect(found.gapHa / hectare(0.02 * 0.02)).toBeCloseTo(1, 1);
    expect(found.overlapHa / hectare(0.01 * 0.04)).toBeCloseTo(1, 1);
    expect(found.coveredHa / hectare(0.07 * 0.04 - 0.02 * 0.02)).toBeCloseTo(1, 1);
  });
});
