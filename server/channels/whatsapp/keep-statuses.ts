import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';
import { toJsonb } from '../../intake/incoming.ts';
import type { MessageStatus } from './parse.ts';

/** Keeps what Meta says of messages sent; the same status at the same time is kept once. */
export async function keepStatuses(db: Database, statuses: MessageStatus[]): Promise<void> {
  if (statuses.length === 0) return;
  await sql`
    insert into message_status (channel, message_id, status, at, raw)
    select 'whatsapp', "messageId", status, at, raw
    from jsonb_to_recordset(${toJsonb(statuses)}::jsonb)
      as status ("messageId" text, status text, at timestamptz, raw jsonb)
    order by 2, 3, 4 on conflict do nothing`.execute(db);
}
