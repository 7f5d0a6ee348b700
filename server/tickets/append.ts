import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import { applyEntry, type Decided } from '../../shared/ticket/log-entry.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { HistoryDetails } from '../../shared/wire/api.ts';
import type { Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import { AppError } from '../platform/errors.ts';
import type { LogRow } from './log.ts';
import { columnsFromState } from './state.ts';

/** The PostgreSQL channel that says: the log has grown. */
export const LOG_NOTIFICATION = 'ticket_log';

type Write = { actor: Actor; at: string; commandId?: string | undefined };

/**
 * Writes one entry and the ticket's row as one statement. The log's counter row stays locked until the
 * transaction ends, so numbers appear in order and without gaps; everything slow belongs before this.
 */
export async function appendEntry(
  trx: Transaction,
  before: TicketState,
  decided: Decided,
  write: Write,
): Promise<TicketState> {
  const after = applyEntry(before, { changes: decided.changes, version: before.version + 1 });
  const { id, number, created_at, channel, ...columns } = columnsFromState(after);
  const assignments = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const departments = [...new Set([before.departmentCode, after.departmentCode])];
  const result = await sql<{ seq: number }>`/* prepared */
    with head as (update counter set value = value + 1 where name = 'log' returning value),
    entry as (
      insert into ticket_log (seq, ticket_id, version, type, at, actor, changes, details, departments, command_id)
      select value, ${entryValues(id, after.version, decided, write, departments)} from head
      returning seq
    )
    update ticket set ${sql.join(assignments)}, last_seq = entry.seq from entry
    where ticket.id = ${id} and ticket.version = ${before.version}
    returning entry.seq, pg_notify(${LOG_NOTIFICATION}, '')`.execute(trx);
  if (result.rows.length !== 1)
    throw new AppError('conflict', { detail: `ticket ${before.number} was written without its lock` });
  return after;
}

/** Everything of a new ticket but what the database gives it. */
export type NewTicket = Omit<TicketState, 'number' | 'version'>;
/** A new ticket with what its first entry says beside it. */
export type Opening = { ticket: NewTicket; details: HistoryDetails };

/**
 * Writes new tickets and their first entries as one statement; answers the entries, in the order given. Numbers are
 * `<prefix>-<six digits>`, counted from 1 for each prefix, e.g. `TLR-2026-000123`. The log's counter is locked
 * before the prefix's, as by everybody who holds both.
 */
export async function appendOpenings(
  line: Line,
  openings: readonly Opening[],
  numberPrefix: string,
  { actor, at }: Write,
): Promise<LogRow[]> {
  const count = openings.length;
  if (count === 0) return [];
  const rows = openings.map(({ ticket, details }) => ({
    row: { ...columnsFromState({ ...ticket, number: '', version: 1 }), facts: ticket.facts },
    changes: ticket,
    details,
  }));
  const columns = OPENED_COLUMNS.map((name) => sql.ref(name));
  const values = OPENED_COLUMNS.map((name) => sql.ref(`row.${name}`));
  const result = await sql<{ id: string; number: string; last_seq: number }>`/* prepared */
    with head as (
      update counter set value = value + ${count} where name = 'log' returning value - ${count} as base
    ),
    counted as (
      insert into counter (name, value) select ${numberPrefix}, ${count} from head
      on conflict (name) do update set value = counter.value + ${count} returning value - ${count} as base
    ),
    opened as (
      select row.*, item.value as item, head.base + item.n as seq, (counted.base + item.n)::text as count
      from head, counted, jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as item (value, n),
        jsonb_populate_record(null::ticket, item.value -> 'row') as row
    ),
    numbered as (
      select *, ${numberPrefix}::text || '-' || lpad(count, greatest(6, length(count)), '0') as given from opened
    ),
    entry as (
      insert into ticket_log (seq, ticket_id, version, type, at, actor, changes, details, departments)
      select seq, id, 1, 'ticket.opened', ${at}::timestamptz, ${JSON.stringify(nameOf(actor))}::jsonb,
        item -> 'changes' || jsonb_build_object('number', given), item -> 'details', array[department_code]
      from numbered
    )
    insert into ticket (${sql.join(columns)}, number, last_seq)
    select ${sql.join(values)}, given, seq from numbered as row
    returning id, number, last_seq, pg_notify(${LOG_NOTIFICATION}, '')`.execute(line);
  const given = new Map(result.rows.map((row) => [row.id, row]));
  return openings.map(({ ticket }) => {
    const row = given.get(ticket.id);
    if (!row) throw new Error('a new ticket was not written');
    const { number, last_seq: seq } = row;
    const departments = [ticket.departmentCode];
    return { seq, at, type: 'ticket.opened', departments, ticket: { ...ticket, number, version: 1 } };
  });
}

/** The columns a new ticket brings itself. */
const OPENED_COLUMNS = [
  'id',
  'version',
  'status',
  'priority',
  'category',
  'department_code',
  'facts',
  'lat',
  'lng',
  'accuracy_m',
  'kelurahan',
  'kecamatan',
  'location_source',
  'channel',
  'report_count',
  'created_at',
  'acknowledge_from',
  'acknowledge_by',
  'resolve_from',
  'resolve_by',
] as const;

/** What the log keeps of who did it. */
function nameOf({ kind, id, name, role }: Actor) {
  return { kind, id, name, role };
}

function entryValues(
  ticketId: string,
  version: number,
  decided: Decided,
  { actor, at, commandId }: Write,
  departments: string[],
) {
  return sql`${ticketId}::uuid, ${version}::int, ${decided.type}::text, ${at}::timestamptz,
    ${JSON.stringify(nameOf(actor))}::jsonb, ${JSON.stringify(decided.changes)}::jsonb,
    ${JSON.stringify(decided.details)}::jsonb, ${departments}::text[], ${commandId ?? null}::text`;
}
