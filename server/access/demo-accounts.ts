import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** Where the demo's people have their email: a domain that nobody can have (RFC 2606). */
export const DEMO_DOMAIN = 'demo.example';

/**
 * Closes the demo's accounts and ends their sessions: their password is no secret, and a server that is no demo may
 * have been started on a demo's data. Answers how many were open.
 */
export async function closeDemoAccounts(db: Database): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const closed = await trx
      .updateTable('app_user')
      .set({ disabled_at: sql`now()`, updated_at: sql`now()` })
      .where('email', 'like', `%@${DEMO_DOMAIN}`)
      .where('disabled_at', 'is', null)
      .returning('id')
      .execute();
    const ids = closed.map(({ id }) => id);
    if (ids.length > 0) await trx.deleteFrom('user_session').where('user_id', 'in', ids).execute();
    return ids.length;
  });
}

/** Opens a demo's account that `closeDemoAccounts` has closed. */
export async function reopenDemoAccount(db: Database, id: string): Promise<void> {
  await db
    .updateTable('app_user')
    .set({ disabled_at: null, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('email', 'like', `%@${DEMO_DOMAIN}`)
    .execute();
}
