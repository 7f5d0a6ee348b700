import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import type { ReplyKind } from '../../shared/reply/reach.ts';
import type { ReplyState } from '../../shared/reply/state.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { ReplyFailure, ReplyView } from '../../shared/wire/replies.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { REPLY_NOTIFICATION } from './reply-news.ts';
import type { Template } from './send-settings.ts';

export type NewReply = {
  reportId: string;
  channel: Channel;
  personId: string | null;
  sendTo: string | null;
  kind: ReplyKind;
  text: string;
  /** What it goes out with where the kind is a template. */
  template: Template | null;
};

type Common = {
  ticketNumber: string;
  ask: 'location' | null;
  actor: Actor;
  commandId: string | undefined;
  at: string;
};

/** Keeps the answers, one row a recipient; they are sent once this is committed. */
export async function insertReplies(
  trx: Transaction,
  replies: readonly NewReply[],
  { ticketNumber, ask, actor, commandId, at }: Common,
): Promise<{ id: string; reportId: string }[]> {
  const common = {
    ticket_number: ticketNumber,
    ask,
    written_by: JSON.stringify({ id: actor.id, name: actor.name }),
    command_id: commandId ?? null,
    created_at: at,
    next_at: at,
  };
  const rows = replies.map(({ reportId, channel, personId, sendTo, kind, text, template }) => ({
    ...common,
    report_id: reportId,
    channel,
    person_id: personId,
    send_to: sendTo,
    kind,
    text,
    template: template && JSON.stringify(template),
  }));
  return trx.insertInto('reply').values(rows).returning(['id', 'report_id as reportId']).execute();
}

/** The answers that a command of before has given. */
export function listByCommand(
  trx: Transaction,
  ticketId: string,
  commandId: string,
): Promise<{ id: string; reportId: string }[]> {
  return trx
    .selectFrom('reply')
    .innerJoin('report', 'report.id', 'reply.report_id')
    .select(['reply.id', 'reply.report_id as reportId'])
    .where('report.ticket_id', '=', ticketId)
    .where('command_id', '=', commandId)
    .orderBy('reply.id')
    .execute();
}

/** All answers to the ticket's reporters, oldest first. */
export async function listReplies(db: Database, ticketId: string): Promise<ReplyView[]> {
  const rows = await db
    .selectFrom('reply')
    .innerJoin('report', 'report.id', 'reply.report_id')
    .selectAll('reply')
    .select(sql<string | null>`report.reporter ->> 'name'`.as('name'))
    .where('report.ticket_id', '=', ticketId)
    .orderBy('reply.created_at')
    .orderBy('reply.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    channel: row.channel as Channel,
    kind: row.kind as ReplyKind,
    name: row.name,
    text: row.text,
    ask: row.ask as 'location' | null,
    by: (row.written_by as { name: string }).name,
    at: row.created_at.toISOString(),
    state: row.state as ReplyState,
    stateAt: (stateTime(row) ?? row.created_at).toISOString(),
    failure: row.state === 'failed' ? (row.failure as ReplyFailure | null) : null,
  }));
}

function stateTime(row: {
  state: string;
  sent_at: Date | null;
  failed_at: Date | null;
  delivered_at: Date | null;
  read_at: Date | null;
}): Date | null {
  if (row.state === 'read') return row.read_at;
  if (row.state === 'delivered') return row.delivered_at;
  return row.state === 'failed' ? row.failed_at : row.sent_at;
}

/** Puts a failed answer back; false when it has not failed, or is not the ticket's. */
export async function putBack(
  trx: Transaction,
  ticketId: string,
  replyId: string,
  change: { kind: ReplyKind; template: Template | null; at: string },
): Promise<boolean> {
  const { rows } = await sql`
    with back as (
      update reply set state = 'queued', kind = ${change.kind}, attempts = 0, next_at = ${change.at}::timestamptz,
        template = ${change.template && JSON.stringify(change.template)}::jsonb, claimed_until = null, external_id = null, failure = null, failed_at = null, sent_at = null
      from report
      where reply.id = ${replyId}::uuid and reply.state = 'failed' and report.id = reply.report_id
        and report.ticket_id = ${ticketId}::uuid
      returning reply.id)
    select id, pg_notify(${REPLY_NOTIFICATION}, ${ticketId}) from back`.execute(trx);
  return rows.length > 0;
}

/** How many answers wait to be sent, and how many have failed within the last seven days. */
export async function countReplies(db: Database): Promise<{ waiting: number; failed: number }> {
  const { rows } = await sql<{ waiting: number; failed: number }>`
    select (select count(*)::int from reply where state = 'queued' and kind <> 'kept') as waiting,
      (select count(*)::int from reply where state = 'failed' and failed_at > now() - interval '7 days') as failed`.execute(
    db,
  );
  return rows[0] ?? { waiting: 0, failed: 0 };
}
