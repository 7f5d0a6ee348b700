import { randomBytes } from 'node:crypto';
import type { Database } from '../database/connect.ts';

const NAME = 'auth_secret';

/**
 * The secret that signs session cookies: the one given (AUTH_SECRET), else one made once and kept in the database,
 * so that all nodes have the same and nobody has to choose it. Whoever can read the database can then make
 * cookies; a city that wants the two apart sets AUTH_SECRET.
 */
export async function loadSecret(db: Database, given: string | null): Promise<string> {
  if (given !== null) return given;
  await db
    .insertInto('setting')
    .values({ name: NAME, value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return row.value;
}
