import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** The person with this number, by their opaque id; null for a number that is no whole one. Waits for nobody's transaction. */
export async function knowPhone(db: Database, phone: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select know_phone(${phone}) as id`.execute(db);
  return rows[0]?.id ?? null;
}
