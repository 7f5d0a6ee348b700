import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { PrankDecision } from '../understand/noise/learn-pranks.ts';

const MOST = 5000;
/** A burst of messages about one thing is not many pranks. */
const TEXTS_PER_TICKET = 3;
const LEAST_CHARACTERS = 3;
/** What is written in the control room, or said on a telephone, is never set aside by its words, and teaches nothing here. */
const NOT_WRITTEN_BY_CITIZENS = ['112', 'operator', 'sensor'];

/**
 * The latest messages that a person rejected as pranks, and those that were set aside and a person brought back (as long
 * as their tickets were not rejected afterwards). The texts are of citizens: they stay in memory and are learnt from,
 * nothing else.
 */
export async function readPrankDecisions(db: Database): Promise<PrankDecision[]> {
  const isWritten = sql`report.channel <> all(${NOT_WRITTEN_BY_CITIZENS}::text[]) and length(report.text) >= ${LEAST_CHARACTERS}`;
  const { rows } = await sql<PrankDecision>`
    (select report.text, true as prank from ticket
      join lateral (
        select actor, details from ticket_log where ticket_id = ticket.id and type = 'ticket.rejected'
        order by version desc limit 1
      ) as rejected on rejected.actor ->> 'kind' = 'user' and rejected.details ->> 'prank' = 'true'
      join lateral (
        select text, channel from report where ticket_id = ticket.id order by received_at limit ${TEXTS_PER_TICKET}
      ) as report on ${isWritten}
      where ticket.status = 'rejected' order by ticket.created_at desc limit ${MOST})
    union all
    select report.text, false as prank from (
        select subject_id::uuid as report_id from audit_event where kind = 'report.restored' order by at desc limit ${MOST}
      ) as restored
      join report on report.id = restored.report_id and ${isWritten}
      join ticket on ticket.id = report.ticket_id and ticket.status <> 'rejected'`.execute(db);
  return rows;
}
