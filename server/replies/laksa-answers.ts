import { Router } from 'express';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Status } from '../../shared/ticket/ticket.ts';
import type { LaksaReportView } from '../../shared/wire/replies.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { parseBody } from '../platform/parse.ts';
import { keepWithin } from '../platform/within.ts';
import { tell } from './sending.ts';

const params = z.object({ trackingCode: z.string().min(1).max(40) });

type Row = { id: string; ticket_id: string | null; status: string | null; person: string | null };

/**
 * What became of a report that the app has delivered, and what the city answered its reporter. The app has no address of
 * its own: answers lie here, and are delivered when it asks. A token sees its own reports alone.
 */
export function createLaksaAnswerRoutes({ db, clock }: { db: Database; clock: Clock }): Router {
  const router = Router();
  router.get('/channels/laksa/reports/:trackingCode', async (req, res) => {
    const actor = authorise(res, 'channels.deliver');
    const { trackingCode } = parseBody(params, req.params);
    res.json(await keepWithin(readReport(db, { trackingCode, tokenId: actor.id, at: isoNow(clock) })));
  });
  return router;
}

async function readReport(
  db: Database,
  { trackingCode, tokenId, at }: { trackingCode: string; tokenId: string; at: string },
): Promise<LaksaReportView> {
  const { rows } = await sql<Row>`
    select report.id, report.ticket_id, coalesce(into_ticket.status, ticket.status) as status,
      person_of(report.channel, report.reporter) as person
    from report left join ticket on ticket.id = report.ticket_id
      left join ticket as into_ticket on into_ticket.id = ticket.merged_into
    where tracking_code = ${trackingCode} and report.channel = 'laksa'
      and starts_with(external_id, ${`${tokenId}:`})`.execute(db);
  const [report] = rows;
  if (!report) throw new AppError('not-found', { detail: `report ${trackingCode}` });
  const status = statusOf(report.status as Status | null);
  return { trackingCode, status, answers: await fetchAnswers(db, report, tokenId, at) };
}

/** The answers to this person about this ticket, marked as delivered. */
async function fetchAnswers(
  db: Database,
  { id, ticket_id, person }: Row,
  tokenId: string,
  at: string,
): Promise<LaksaReportView['answers']> {
  const mine = sql`reply.channel = 'laksa' and (reply.report_id = ${id}::uuid or reply.report_id in (
    select other.id from report as other
    where other.ticket_id = ${ticket_id}::uuid and other.channel = 'laksa' and reply.person_id = ${person}::uuid
      and starts_with(other.external_id, ${`${tokenId}:`})))`;
  await sql`
    with mine as (
      update reply set state = 'delivered', delivered_at = ${at}::timestamptz, sent_at = ${at}::timestamptz
      where ${mine} and state = 'queued' returning report_id)
    ${tell('mine')}`.execute(db);
  const { rows } = await sql<{ at: Date; text: string; ask: 'location' | null }>`
    select created_at as at, text, ask from reply where ${mine} order by created_at, id`.execute(db);
  return rows.map((row) => ({ at: row.at.toISOString(), text: row.text, ...(row.ask && { ask: row.ask }) }));
}

/** A report that is not processed yet, or set aside, waits like one that nobody has begun with. */
function statusOf(status: Status | null): LaksaReportView['status'] {
  switch (status) {
    case 'acknowledged':
    case 'in_progress':
      return 'proses';
    case 'resolved':
    case 'closed':
    case 'rejected':
    case 'merged':
      return 'selesai';
    default:
      return 'menunggu';
  }
}
