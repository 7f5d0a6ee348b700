import type { Selectable } from 'kysely';
import type { ChangeKind, CityChange } from '../../shared/city/change.ts';
import type { ChangeView } from '../../shared/wire/settings.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { CityChange as ChangeRow } from '../database/schema.ts';

/** Told to every node when a change was entered. */
export const CITY_NOTIFICATION = 'city_changed';

export type EnteredChange = CityChange & { by: string; reason: string };

/** All changes there are, in the order they were entered. */
export async function readChanges(db: Database | Transaction): Promise<EnteredChange[]> {
  const rows = await db.selectFrom('city_change').selectAll().orderBy('id').execute();
  return rows.map(fromRow);
}

/** What was changed about one part, newest first. */
export async function readHistory(db: Database, kind: ChangeKind, key: string): Promise<ChangeView[]> {
  const rows = await db
    .selectFrom('city_change')
    .selectAll()
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => presentChange(fromRow(row)));
}

export function presentChange({ enteredAt, effectiveFrom, ...change }: EnteredChange): ChangeView {
  return {
    ...change,
    effectiveFrom: new Date(effectiveFrom).toISOString(),
    enteredAt: new Date(enteredAt).toISOString(),
  };
}

export function fromRow(row: Selectable<ChangeRow>): EnteredChange {
  return {
    id: row.id,
    kind: row.kind as ChangeKind,
    key: row.key,
    value: row.value,
    effectiveFrom: row.effective_from.getTime(),
    enteredAt: row.entered_at.getTime(),
    by: row.actor_name,
    reason: row.reason,
  };
}
