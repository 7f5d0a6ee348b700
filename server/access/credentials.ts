import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import { tellAccessChanged } from './access-news.ts';
import { deleteSessions } from './account-rows.ts';
import { passwordFaults } from './passwords.ts';

/** better-auth's name for "email and password". */
export const PROVIDER = 'credential';

/** Writes a password's hash, ends the account's sessions and tells the nodes. */
export async function replacePassword(trx: Transaction, id: string, hash: string): Promise<void> {
  await trx
    .updateTable('user_credential')
    .set({ password: hash, updated_at: sql`now()` })
    .where('user_id', '=', id)
    .where('provider_id', '=', PROVIDER)
    .execute();
  await deleteSessions(trx, id);
  await tellAccessChanged(trx);
}

/** A password that nobody knows: the account waits for its person to choose one. */
export function unguessable(): string {
  return randomBytes(32).toString('base64url');
}

/** What is wrong with a password, as faults of the field. */
export function weaknesses(password: string, email: string): { field: string; message: string }[] {
  return passwordFaults(password, email).map((message) => ({ field: 'password', message }));
}
