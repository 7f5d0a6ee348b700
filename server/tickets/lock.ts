import { sql } from 'kysely';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import { AppError } from '../platform/errors.ts';
import { stateFromRow, type TicketRow } from './state.ts';

/** The ticket, locked until the transaction ends. Throws not-found. */
export async function lockTicket(line: Line, ticketId: string): Promise<TicketState> {
  const { rows } = await sql<TicketRow>`select * from ticket where id = ${ticketId}::uuid for update`.execute(
    line,
  );
  const [row] = rows;
  if (!row) throw new AppError('not-found', { detail: `ticket ${ticketId}` });
  return stateFromRow(row);
}

/** Locks several tickets in one order for everybody, so that two people merging crosswise do not block each other for good. */
export async function lockInOrder(trx: Transaction, ticketIds: string[]): Promise<void> {
  await trx
    .selectFrom('ticket')
    .select('id')
    .where('id', 'in', ticketIds)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Locks the ticket's reports. Before any ticket, as by everybody who locks both: the pipeline has its reports in hand first. */
export async function lockReportsOf(trx: Transaction, ticketId: string): Promise<void> {
  await trx
    .selectFrom('report')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .forUpdate()
    .execute();
}
