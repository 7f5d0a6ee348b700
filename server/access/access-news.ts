import { sql } from 'kysely';
import type { Database, Transaction } from '../database/connect.ts';

/** Told to every node when somebody's rights have changed: what they remember of sessions and tokens is old. */
export const ACCESS_NOTIFICATION = 'access_changed';

/** Tells every node, once the transaction is committed. */
export async function tellAccessChanged(db: Database | Transaction): Promise<void> {
  await sql`select pg_notify(${ACCESS_NOTIFICATION}, '')`.execute(db);
}
