import type { AreaPolygon } from '../../shared/city/areas.ts';
import type { Database } from '../database/connect.ts';

/** The polygons a city has imported; empty when it has not. */
export async function readImportedAreas(db: Database): Promise<AreaPolygon[]> {
  const rows = await db.selectFrom('area').select(['code', 'name', 'kecamatan', 'rings']).execute();
  return rows.map((row) => ({ ...row, rings: row.rings as AreaPolygon['rings'] }));
}

/** Puts these polygons in place of all imported before, in one transaction; `source` says where they came from. */
export async function replaceImportedAreas(
  db: Database,
  { polygons, source }: { polygons: readonly AreaPolygon[]; source: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('area').execute();
    if (polygons.length === 0) return;
    const rows = polygons.map(({ rings, ...area }) => ({ ...area, rings: JSON.stringify(rings), source }));
    await transaction.insertInto('area').values(rows).execute();
  });
}
