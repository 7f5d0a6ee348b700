import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImportedPlaces, withImportedPlaces } from '../../server/city/imported-places.ts';
import { connectDatabase, type DatabaseConnection } from '../../server/database/connect.ts';
import { createPlaceFinder } from '../../server/understand/places/place-finder.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/import-gazetteer.ts');

let database: TestDatabase;
let connection: DatabaseConnection;
let folder: Awaited<ReturnType<typeof makeTempFolder>>;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connectDatabase(database.url, { log: silentLog, max: 2 });
  folder = await makeTempFolder();
});
afterAll(async () => {
  await connection.close();
  await database.drop();
  await folder.remove();
});

async function importFile(name: string, content: string, ...options: string[]) {
  const file = join(folder.path, name);
  await writeFile(file, content);
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: folder.path };
  try {
    const words = [SCRIPT, ...options, file];
    return { code: 0, ...(await promisify(execFile)(process.execPath, words, { env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

const found = async (text: string) => {
  const pack = withImportedPlaces(tangerang, await readImportedPlaces(connection.db));
  return createPlaceFinder(pack)(text)?.places[0];
};

const CSV = [
  'nama;jenis;lat;lng;varian',
  'Warung Bu Tini;market;-6,1801;106,6402;warteg bu tini|bu tini',
  'Stasiun Poris;station;-6.16971;106.68033;',
  'Jalan Tak Jelas;alley;-6.18;106.64;',
  'Kedai Jauh;market;-7.5;110.2;',
  ';market;-6.18;106.64;',
].join('\n');

describe('npm run gazetteer:import', () => {
  it('takes rows of a CSV over, names the others, and puts the city’s own in place of the pack’s', async () => {
    const imported = await importFile('tempat.csv', CSV);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('2 places imported');
    expect(imported.stdout).toContain('row 4 (Jalan Tak Jelas) has the kind "alley"');
    expect(imported.stdout).toContain('row 5 (Kedai Jauh) lies outside Kota Tangerang');
    expect(imported.stdout).toContain('row 6 has no name');
    expect(imported.stdout).toContain('from now on');

    expect(await found('sampah depan warteg bu tini')).toMatchObject({
      ...{ name: 'Warung Bu Tini', lat: -6.1801, lng: 106.6402, precision: 'exact' },
      kecamatan: 'Tangerang',
    });
    expect(await found('banjir stasiun poris')).toMatchObject({
      lat: -6.16971,
      lng: 106.68033,
      radiusM: 100,
    });
  });

  it('adds points and lines of a GeoJSON to what there is, or replaces it', async () => {
    const line = [
      [106.63, -6.18],
      [106.64, -6.185],
      [106.65, -6.18],
    ];
    const features = [
      {
        type: 'Feature',
        properties: { name: 'Jalan Contoh Baru', kind: 'street' },
        geometry: { type: 'LineString', coordinates: line },
      },
      { type: 'Feature', properties: { name: 'Tanpa Titik', kind: 'park' }, geometry: null },
    ];
    const geojson = JSON.stringify({ type: 'FeatureCollection', features });
    const added = await importFile('jalan.geojson', geojson, '--add');
    expect(added.stdout).toContain('feature 2 (Tanpa Titik) has no latitude and longitude');
    expect(await found('lubang di jl contoh baru')).toMatchObject({ name: 'Jalan Contoh Baru', lat: -6.185 });
    expect(await readImportedPlaces(connection.db)).toHaveLength(3);

    await importFile('jalan.geojson', geojson);
    expect(await readImportedPlaces(connection.db)).toHaveLength(1);
  });

  it('changes nothing when no place of the city can be read, and says why', async () => {
    for (const [name, content] of [
      ['kosong.csv', 'nama,lat,lng\n'],
      ['rusak.geojson', '{"type":'],
      ['jauh.csv', 'name,kind,lat,lng\nSitu,lake,1,1\n'],
    ] as const)
      expect(await importFile(name, content), name).toMatchObject({ code: 2 });
    expect(await readImportedPlaces(connection.db)).toHaveLength(1);
  });
});
