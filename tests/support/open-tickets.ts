import type { Database } from '../../server/database/connect.ts';
import { headSeq } from '../../server/tickets/log.ts';
import { stateFromRow } from '../../server/tickets/state.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';

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
