import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { TicketEvent } from '../../shared/wire/live.ts';
import type { Database } from '../database/connect.ts';
import { stateFromRow } from './state.ts';

/** One log entry with the ticket as it is now (at least as new as the entry). `at` is ISO 8601 UTC. */
export type LogRow = {
  seq: number;
  at: string;
  type: TicketEvent;
  /** Whose ticket it was before and is after. */
  departments: string[];
  ticket: TicketState;
};

/** Entries with `after < seq <= upTo`, in order, at most `limit`. Whoever saw N never sees anything below N appear. */
export async function readLog(
  db: Database,
  { after, upTo, limit }: { after: number; upTo?: number; limit: number },
): Promise<LogRow[]> {
  let query = db
    .selectFrom('ticket_log as entry')
    .innerJoin('ticket', 'ticket.id', 'entry.ticket_id')
    .selectAll('ticket')
    .select(['entry.seq', 'entry.at', 'entry.type', 'entry.departments'])
    .where('entry.seq', '>', after)
    .orderBy('entry.seq')
    .limit(limit);
  if (upTo !== undefined) query = query.where('entry.seq', '<=', upTo);
  const rows = await query.execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    type: row.type as TicketEvent,
    departments: row.departments,
    ticket: stateFromRow(row),
  }));
}

/** The newest number; 0 before the first entry. */
export async function headSeq(db: Database): Promise<number> {
  const row = await db.selectFrom('counter').select('value').where('name', '=', 'log').executeTakeFirst();
  return row?.value ?? 0;
}

/** All open tickets and the number they are true for, read in one snapshot of the database. */
export async function readOpenTickets(
  db: Database,
  departmentCode?: string,
): Promise<{ seq: number; tickets: TicketState[] }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const seq = await headSeq(trx);
      let query = trx
        .selectFrom('ticket')
        .selectAll()
        .where('is_open', '=', true)
        .orderBy('created_at', 'desc');
      if (departmentCode !== undefined) query = query.where('department_code', '=', departmentCode);
      const rows = await query.execute();
      return { seq, tickets: rows.map(stateFromRow) };
    });
}
