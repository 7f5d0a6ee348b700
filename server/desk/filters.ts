import type { Actor } from '../../shared/access/actor.ts';
import { FILTERS_AT_MOST, type SavedFilter, ticketFilterBody } from '../../shared/wire/filter.ts';
import type { Database } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';

/** A person's own filters in the order they were made. One kept by an older version is read as far as it can be. */
export async function listFilters(db: Database, actor: Actor): Promise<SavedFilter[]> {
  const rows = await db
    .selectFrom('desk_filter')
    .select(['id', 'name', 'filter'])
    .where('user_id', '=', actor.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, name, filter }) => {
    const read = ticketFilterBody.safeParse(filter);
    return read.success ? [{ id, name, filter: read.data }] : [];
  });
}

/** Keeps a filter under its name, in place of one that has it. Throws too-many over the number one person can keep. */
export async function saveFilter(
  db: Database,
  actor: Actor,
  { name, filter }: Omit<SavedFilter, 'id'>,
): Promise<SavedFilter> {
  const known = await listFilters(db, actor);
  if (known.length >= FILTERS_AT_MOST && !known.some((one) => one.name === name))
    throw new AppError('invalid', {
      detail: `no more than ${FILTERS_AT_MOST} filters`,
      errors: [{ field: 'name', message: `no more than ${FILTERS_AT_MOST} filters` }],
    });
  const { id } = await db
    .insertInto('desk_filter')
    .values({ user_id: actor.id, name, filter: JSON.stringify(filter) })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'name']).doUpdateSet({ filter: JSON.stringify(filter) }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, name, filter };
}

/** Forgets one of the person's own. Throws not-found, for those of others too. */
export async function removeFilter(db: Database, actor: Actor, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('desk_filter')
    .where('id', '=', id)
    .where('user_id', '=', actor.id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new AppError('not-found', { detail: `filter ${id}` });
}
