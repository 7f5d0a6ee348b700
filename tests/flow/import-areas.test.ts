import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImportedAreas } from '../../server/city/imported-areas.ts';
import { connectDatabase, type DatabaseConnection } from '../../server/database/connect.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/import-areas.ts');

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

/** A square of 2 km around each of the city's first points. */
function squares(count: number): object {
  const features = tangerang.kelurahan.slice(0, count).map(({ code, name, lat, lng }) => {
    const [south, north, west, east] = [lat - 0.01, lat + 0.01, lng - 0.01, lng + 0.01];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { kode: code, nama: name },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return { type: 'FeatureCollection', features };
}

async function importFile(content: object): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = join(folder.path, 'areas.geojson');
  await writeFile(file, JSON.stringify(content));
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: folder.path };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [SCRIPT, file], { env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('npm run areas:import', () => {
  it('replaces cells by polygons, and polygons by newer ones', async () => {
    const [first, second] = tangerang.kelurahan;
    if (!first || !second) throw new Error('the pack has no kelurahan');

    const imported = await importFile(squares(2));
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('2 of 104 kelurahan imported');
    expect(imported.stdout).toContain('missing, these keep their approximate cells: 102');
    expect(imported.stdout).toContain('from now on');

    const areas = createAreaIndex(tangerang, await readImportedAreas(connection.db));
    expect(areas.locate(second)).toMatchObject({ approximate: false });
    expect(areas.locate(tangerang.kelurahan[50] ?? first)).toMatchObject({ approximate: true });

    await importFile(squares(1));
    const rows = await connection.db.selectFrom('area').selectAll().execute();
    expect(rows).toMatchObject([{ code: first.code, name: first.name, source: 'areas.geojson' }]);
  });

  it('changes nothing when the file cannot be used, and says why', async () => {
    await importFile(squares(3));
    const wrong = await importFile({ type: 'FeatureCollection', features: [{ type: 'Feature' }] });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('feature 1, geometry');

    const strange = squares(1) as { features: { properties: object }[] };
    for (const feature of strange.features) feature.properties = { nama: 'Gunung Jauh' };
    const elsewhere = await importFile(strange);
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.stderr).toContain('has no kelurahan of Kota Tangerang; nothing was changed');
    expect(await readImportedAreas(connection.db)).toHaveLength(3);
  });
});
