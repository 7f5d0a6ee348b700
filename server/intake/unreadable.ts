import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { toJsonb } from './incoming.ts';

/**
 * Keeps what a platform delivered and would deliver for ever if it were refused, although no report can be made
 * of it. Each thing once, however often it comes.
 */
export async function keepUnreadable(
  db: Database,
  channel: string,
  reason: string,
  items: unknown[],
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((raw) => ({ digest: digestOf(raw), raw }));
  await sql`
    insert into unreadable (channel, digest, reason, raw)
    select ${channel}, digest, ${reason}, raw
    from jsonb_to_recordset(${toJsonb(rows)}::jsonb) as item (digest text, raw jsonb)
    order by digest on conflict do nothing`.execute(db);
}

function digestOf(raw: unknown): string {
  return createHash('sha256').update(JSON.stringify(raw)).digest('hex');
}
