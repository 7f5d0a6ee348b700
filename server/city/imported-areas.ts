import { sql } from 'kysely';
import { type AreaIndex, type AreaPolygon, createAreaIndex } from '../../shared/city/areas.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import { CITY_NOTIFICATION } from '../settings/change-rows.ts';

/** The polygons a city has imported; empty when it has not. */
export async function readImportedAreas(db: Database): Promise<AreaPolygon[]> {
  const rows = await db.selectFrom('area').select(['code', 'name', 'kecamatan', 'rings']).execute();
  return rows.map((row) => ({ ...row, rings: row.rings as AreaPolygon['rings'] }));
}

/**
 * Puts these polygons in place of all imported before, in one transaction, told to every node; `source` says where they
 * came from.
 */
export async function replaceImportedAreas(
  db: Database,
  { polygons, source }: { polygons: readonly AreaPolygon[]; source: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_notify(${CITY_NOTIFICATION}, '')`.execute(transaction);
    await transaction.deleteFrom('area').execute();
    if (polygons.length === 0) return;
    const rows = polygons.map(({ rings, ...area }) => ({ ...area, rings: JSON.stringify(rings), source }));
    await transaction.insertInto('area').values(rows).execute();
  });
}

/** The areas as they were imported last, always. */
export type LiveAreas = AreaIndex & {
  /** Looks whether others were imported since; for notifications. */
  refresh(): Promise<void>;
};

/** Reads the imported areas, and again after each import. */
export async function createLiveAreas(db: Database, pack: CityPack): Promise<LiveAreas> {
  let known = await readIndex(await readMark(db));

  async function readIndex(mark: string): Promise<{ mark: string; index: AreaIndex }> {
    return { mark, index: createAreaIndex(pack, await readImportedAreas(db)) };
  }

  return {
    locate: (point) => known.index.locate(point),
    cells: () => known.index.cells(),
    async refresh() {
      const mark = await readMark(db);
      if (mark !== known.mark) known = await readIndex(mark);
    },
  };
}

/** Differs after every import: all rows of one have the moment of its transaction. */
async function readMark(db: Database): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', count(*), max(imported_at)) as mark from area`.execute(db);
  return rows[0]?.mark ?? '';
}
