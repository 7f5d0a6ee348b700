import { sql } from 'kysely';
import type { Reporter } from '../../shared/report/report.ts';
import type { Database } from '../database/connect.ts';

const DAYS = 90;
/** More would say no more. */
const COUNTED_AT_MOST = 50;

/** How many earlier reports of the same telephone number or account were set aside as pranks, or their tickets rejected. */
export async function countComeToNothing(
  db: Database,
  { id, occurredAt, reporter }: { id: string; occurredAt: Date; reporter: Reporter | null },
): Promise<number> {
  const phone = reporter?.phone ?? null;
  const account = reporter?.accountId ?? null;
  if (phone === null && account === null) return 0;
  const since = new Date(occurredAt.getTime() - DAYS * 24 * 60 * 60_000);
  const cameToNothing = sql`(report.state = 'set_aside' and report.reason like 'prank%') or ticket.status = 'rejected'`;
  const earlier = sql`occurred_at > ${since} and occurred_at < ${occurredAt} and report.id <> ${id}`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select report.id from report left join ticket on ticket.id = report.ticket_id
      where report.reporter is not null and report.reporter ->> 'phone' = ${phone} and ${earlier} and (${cameToNothing})
      union
      select report.id from report join ticket on ticket.id = report.ticket_id
      where report.reporter ->> 'accountId' = ${account} and report.ticket_id is not null and ${earlier}
        and ticket.status = 'rejected'
      union
      select report.id from report where report.reporter ->> 'accountId' = ${account} and report.state = 'set_aside'
        and ${earlier} and report.reason like 'prank%'
      limit ${COUNTED_AT_MOST}
    ) as earlier`.execute(db);
  return rows[0]?.count ?? 0;
}
