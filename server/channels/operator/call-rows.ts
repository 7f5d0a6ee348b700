import type { TicketState } from '../../../shared/ticket/ticket.ts';
import type { Transaction } from '../../database/connect.ts';
import { stateFromRow } from '../../tickets/state.ts';

/** A 112 call's report, locked, and the ticket it belongs to; null where no such call came in. */
export async function findCall(
  trx: Transaction,
  callId: string,
): Promise<{ reportId: string; ticketId: string | null } | null> {
  const report = await trx
    .selectFrom('report')
    .select(['id', 'ticket_id'])
    .where('channel', '=', '112')
    .where('external_id', '=', callId)
    .forUpdate()
    .executeTakeFirst();
  return report ? { reportId: report.id, ticketId: report.ticket_id } : null;
}

/** The ticket that a report belongs to. */
export async function ticketOfReport(trx: Transaction, reportId: string): Promise<TicketState> {
  const row = await trx
    .selectFrom('ticket')
    .innerJoin('report', 'report.ticket_id', 'ticket.id')
    .selectAll('ticket')
    .where('report.id', '=', reportId)
    .executeTakeFirstOrThrow();
  return stateFromRow(row);
}
