import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { GazetteerPlace, PlaceKind, PlacePrecision } from '../../shared/city/gazetteer.ts';
import type { Database } from '../database/connect.ts';
import { CITY_NOTIFICATION } from '../settings/change-rows.ts';

/** The places a city has imported, in the order of its files; empty when it has not. */
export async function readImportedPlaces(db: Database): Promise<GazetteerPlace[]> {
  const rows = await db.selectFrom('imported_place').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    name: row.name,
    kind: row.kind as PlaceKind,
    lat: row.lat,
    lng: row.lng,
    radiusM: row.radius_m,
    variants: row.variants,
    source: row.source,
    precision: row.precision as PlacePrecision,
    ...(row.kelurahan_code !== null && { kelurahanCode: row.kelurahan_code }),
    ...(row.along !== null && { along: row.along as [number, number][] }),
  }));
}

/** Keeps places in one transaction, told to every node: beside those imported before (`add`), or in their stead. */
export async function keepImportedPlaces(
  db: Database,
  places: readonly GazetteerPlace[],
  { add }: { add: boolean },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_notify(${CITY_NOTIFICATION}, '')`.execute(transaction);
    if (!add) await transaction.deleteFrom('imported_place').execute();
    if (places.length === 0) return;
    const rows = places.map((place) => ({
      name: place.name,
      kind: place.kind,
      lat: place.lat,
      lng: place.lng,
      radius_m: place.radiusM,
      kelurahan_code: place.kelurahanCode ?? null,
      variants: [...(place.variants ?? [])],
      precision: place.precision,
      along: place.along ? JSON.stringify(place.along) : null,
      source: place.source,
    }));
    // A statement takes 65,535 values at most.
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await transaction
        .insertInto('imported_place')
        .values(rows.slice(from, from + ROWS_AT_ONCE))
        .execute();
  });
}

const ROWS_AT_ONCE = 2000;

/**
 * The pack with a city's own places. One of the same name and kind takes the place of the pack's, whose other names it
 * keeps; several of that name stand for it together.
 */
export function withImportedPlaces(pack: CityPack, imported: readonly GazetteerPlace[]): CityPack {
  if (imported.length === 0) return pack;
  const key = ({ kind, name }: GazetteerPlace) => `${kind} ${name.toLowerCase()}`;
  const known = new Map((pack.gazetteer ?? []).map((place) => [key(place), place]));
  const taken = new Set(imported.map(key));
  const own = imported.map((place) => {
    const variants = [...(place.variants ?? []), ...(known.get(key(place))?.variants ?? [])];
    return { ...place, variants };
  });
  return {
    ...pack,
    gazetteer: [...own, ...(pack.gazetteer ?? []).filter((place) => !taken.has(key(place)))],
  };
}

/**
 * Answers the pack's places with those imported so far: the same list until an import has changed them, so that what was
 * prepared of it lasts.
 */
export function createReadGazetteer(db: Database, pack: CityPack): () => Promise<CityPack['gazetteer']> {
  let known = { mark: '', gazetteer: pack.gazetteer };
  return async () => {
    const mark = await readMark(db);
    if (mark !== known.mark) {
      const { gazetteer } = withImportedPlaces(pack, await readImportedPlaces(db));
      known = { mark, gazetteer };
    }
    return known.gazetteer;
  };
}

/** Differs after every import: numbers are never given twice. */
async function readMark(db: Database): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', count(*), max(id)) as mark from imported_place`.execute(db);
  return rows[0]?.mark ?? '';
}
