import { sql } from 'kysely';
import type { ReplyKind } from '../../shared/reply/reach.ts';
import type { ReplyFailure } from '../../shared/wire/replies.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { REPLY_NOTIFICATION } from './reply-news.ts';
import type { Template } from './send-settings.ts';

/** An answer in hand. `isDoubtful`: somebody had it before and never said what came of it. */
export type Outgoing = {
  id: string;
  kind: Exclude<ReplyKind, 'kept'>;
  sendTo: string;
  text: string;
  ticketNumber: string;
  /** The message that is answered, by the platform's id. */
  quotes: string;
  attempts: number;
  /** What it goes out with where the kind is a template. */
  template?: Template;
  isDoubtful: boolean;
};

type Row = {
  kind: Outgoing['kind'];
  send_to: string;
  text: string;
  ticket_number: string;
  attempts: number;
  wait_ms: number;
  doubtful: boolean;
  template: Template | null;
  quotes: string;
};

export type Claim = { outgoing: Outgoing } | { waitMs: number } | null;

/**
 * Takes an answer in hand for `claimMs`, and says so in a transaction of its own before anything is sent. Null: it is
 * sent already, or has failed. `waitMs`: its time has not come: somebody has it in hand, it is to be tried later, an
 * earlier one to the same person goes first, or the last one is less than `pairMs` ago.
 */
export async function claimReply(
  db: Database,
  id: string,
  { now, claimMs, pairMs }: { now: number; claimMs: number; pairMs: number },
): Promise<Claim> {
  return db.transaction().execute(async (trx) => {
    const row = await lookAt(trx, id, { at: new Date(now).toISOString(), pairMs });
    if (!row) return null;
    if (row.wait_ms > 0) return { waitMs: row.wait_ms };
    await sql`
      update reply set claimed_until = ${at(now + claimMs)}, attempted_at = ${at(now)}, attempts = attempts + 1
      where id = ${id}::uuid`.execute(trx);
    const { kind, send_to: sendTo, text, ticket_number: ticketNumber, quotes, doubtful } = row;
    return {
      outgoing: {
        id,
        kind,
        sendTo,
        text,
        ticketNumber,
        quotes,
        attempts: row.attempts + 1,
        ...(row.template && { template: row.template }),
        isDoubtful: doubtful,
      },
    };
  });
}

async function lookAt(
  trx: Transaction,
  id: string,
  { at: now, pairMs }: { at: string; pairMs: number },
): Promise<Row | undefined> {
  // Two answers to one person are not taken in hand at the same time.
  await sql`select pg_advisory_xact_lock(hashtextextended('reply ' || send_to, 0)) from reply
    where id = ${id}::uuid`.execute(trx);
  const { rows } = await sql<Row>`
    select reply.kind, reply.send_to, reply.text, reply.ticket_number, reply.attempts, reply.template, report.external_id as quotes,
      reply.claimed_until is not null as doubtful,
      extract(epoch from greatest(
        reply.next_at,
        reply.claimed_until,
        (select max(other.attempted_at) from reply as other
          where other.send_to = reply.send_to and other.id <> reply.id) + ${pairMs} * interval '1 millisecond',
        (select greatest(min(earlier.next_at), ${now}::timestamptz + interval '1 second') from reply as earlier
          where earlier.send_to = reply.send_to and earlier.state = 'queued'
            and (earlier.created_at, earlier.id) < (reply.created_at, reply.id) having count(*) > 0)
      ) - ${now}::timestamptz)::float8 * 1000 as wait_ms
    from reply join report on report.id = reply.report_id
    where reply.id = ${id}::uuid and reply.state = 'queued' and reply.kind <> 'kept' for update of reply`.execute(
    trx,
  );
  return rows[0];
}

/** Notes the platform's answer: it has taken the message, under this id. What its webhook has told sooner is taken over. */
export async function noteAccepted(db: Database, id: string, externalId: string, now: number): Promise<void> {
  await sql`
    with mine as (
      update reply set external_id = ${externalId}, claimed_until = null,
        state = case when state = 'queued' then 'sent' else state end, sent_at = coalesce(sent_at, ${at(now)})
      where id = ${id}::uuid and state in ('queued', 'failed') and external_id is null
      returning report_id)
    ${tell('mine')}`.execute(db);
}

/** Lets an answer go that could not be sent now; it is tried again at `nextAt`, ms since the epoch. */
export async function noteLater(db: Database, id: string, nextAt: number): Promise<void> {
  await sql`update reply set claimed_until = null, next_at = ${at(nextAt)} where id = ${id}::uuid
    and state = 'queued'`.execute(db);
}

/** Gives an answer up, and says why. */
export async function noteFailed(
  db: Database,
  id: string,
  failure: ReplyFailure,
  now: number,
): Promise<void> {
  await sql`
    with mine as (
      update reply set state = 'failed', claimed_until = null, failed_at = ${at(now)},
        failure = ${JSON.stringify(failure)}::jsonb
      where id = ${id}::uuid and state = 'queued'
      returning report_id)
    ${tell('mine')}`.execute(db);
}

/** Answers that wait and are nobody's, the longest waiting first. */
export async function listWaiting(db: Database, now: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from reply where state = 'queued' and kind <> 'kept'
      and next_at <= ${at(now)} and coalesce(claimed_until, '-infinity') < ${at(now)}
    order by next_at, id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Says on all nodes that something was heard of answers in `changed (report_id)`. */
export function tell(changed: string) {
  return sql`select pg_notify(${REPLY_NOTIFICATION}, ticket_id::text) from report
    where id in (select report_id from ${sql.ref(changed)}) and ticket_id is not null`;
}

function at(ms: number) {
  return sql`${new Date(ms).toISOString()}::timestamptz`;
}
