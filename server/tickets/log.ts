import { sql } from 'kysely';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { TicketEvent } from '../../shared/wire/live.ts';
import type { Database } from '../database/connect.ts';
import { stateFromRow, type TicketRow } from './state.ts';

/** One log entry with the ticket as it is now (at least as new as the entry). `at` is ISO 8601 UTC. */
export type LogRow = {
  seq: number;
  at: string;
  type: TicketEvent;
  /** Whose ticket it was before and is after. */
  departments: string[];
  ticket: TicketState;
};

/** What of a ticket its state is made of; named, because the statement is prepared. */
const TICKET_COLUMNS = sql.join(
  (
    [
      ...(['id', 'number', 'version', 'status', 'priority', 'category', 'department_code', 'facts'] as const),
      ...(['lat', 'lng', 'accuracy_m', 'kelurahan', 'kecamatan', 'location_source', 'channel'] as const),
      ...(['report_count', 'created_at', 'acknowledge_from', 'acknowledge_by', 'resolve_from'] as const),
      ...(['resolve_by', 'acknowledged_at', 'resolved_at', 'closed_at', 'merged_into'] as const),
      ...(['acknowledge_mark', 'resolve_mark', 'last_seq', 'is_open'] as const),
    ] satisfies (keyof TicketRow)[]
  ).map((column) => sql.ref(`ticket.${column}`)),
);

type Row = TicketRow & { seq: number; at: Date; type: string; departments: string[] };

/** Entries with `after < seq <= upTo`, in order, at most `limit`. Whoever saw N never sees anything below N appear. */
export async function readLog(
  db: Database,
  { after, upTo = Number.MAX_SAFE_INTEGER, limit }: { after: number; upTo?: number; limit: number },
): Promise<LogRow[]> {
  // Every node asks this for each change there is.
  const { rows } = await sql<Row>`/* prepared */
    select ${TICKET_COLUMNS}, entry.seq, entry.at, entry.type, entry.departments
    from ticket_log as entry join ticket on ticket.id = entry.ticket_id
    where entry.seq > ${after} and entry.seq <= ${upTo} order by entry.seq limit ${limit}`.execute(db);
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
