import { sql } from 'kysely';
import { parseReplyState, statesBelow } from '../../shared/reply/state.ts';
import type { Database } from '../database/connect.ts';
import { failureOfStatus } from './meta-errors.ts';
import { tell } from './sending.ts';

/** What Meta says of a message we sent, see `MessageStatus` of the door. */
export type HeardStatus = { messageId: string; status: string; at: string; raw: unknown };

/**
 * Applies what Meta's webhook says of messages sent: in any order, any number of times. A status carries the answer's
 * own id back (`biz_opaque_callback_data`): so one that went out just before the server died is known to be sent,
 * although Meta's own answer was never read.
 */
export async function applyStatuses(db: Database, statuses: readonly HeardStatus[]): Promise<void> {
  for (const heard of statuses) await applyOne(db, heard);
}

async function applyOne(db: Database, { messageId, status, at, raw }: HeardStatus): Promise<void> {
  const state = parseReplyState(status);
  if (state === null) return;
  const failure = state === 'failed' ? failureOfStatus(raw) : null;
  // `sent_at` is set with every other state, too.
  const reached = state === 'sent' ? sql`` : sql`${sql.ref(`${state}_at`)} = ${at}::timestamptz,`;
  await sql`
    with mine as (
      update reply set state = ${state}, ${reached}
        sent_at = coalesce(sent_at, case when ${state} <> 'failed' then ${at}::timestamptz end),
        external_id = ${messageId}, claimed_until = null,
        failure = ${failure === null ? null : JSON.stringify(failure)}::jsonb
      where channel = 'whatsapp' and state = any(${[...statesBelow(state)]}::text[])
        and (external_id = ${messageId} or external_id is null and id = ${ownIdIn(raw)}::uuid)
      returning report_id)
    ${tell('mine')}`.execute(db);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function ownIdIn(raw: unknown): string | null {
  const data = (raw as { biz_opaque_callback_data?: unknown } | null)?.biz_opaque_callback_data;
  return typeof data === 'string' && UUID.test(data) ? data : null;
}
