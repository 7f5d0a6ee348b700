import type { AreaPolygon } from '../../shared/city/areas.ts';
import type { Database } from '../database/connect.ts';

/** The polygons a city has imported; empty when it has not. */
export async function readImportedAreas(db: Database): Promise<AreaPolygon[]> {
  const rows = await db.selectFrom('area').select(['code', 'name', 'kecamatan', 'rings']).execute();
  return rows.map((row) => ({ ...row, rings: row.rings as AreaPolygon['rings'] }));
}
