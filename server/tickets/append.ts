import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import { applyEntry, type Decided } from '../../shared/ticket/log-entry.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
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
  const result = await sql<{ seq: number }>`
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

/**
 * Writes a new ticket and its first entry as one statement. The number is `<prefix>-<six digits>`,
 * counted from 1 for each prefix, e.g. `TLR-2026-000123`.
 */
export async function appendOpening(
  trx: Transaction,
  ticket: NewTicket,
  decided: Omit<Decided, 'changes'>,
  numberPrefix: string,
  write: Write,
): Promise<TicketState> {
  const changes = { ...ticket };
  const { number: _number, ...columns } = columnsFromState({ ...ticket, number: '', version: 1 });
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const values = Object.entries(columns).map(([name, value]) => typed(name, value));
  const opening: Decided = { ...decided, changes };
  const result = await sql<{ number: string }>`
    with counted as (
      insert into counter (name, value) values (${numberPrefix}, 1)
      on conflict (name) do update set value = counter.value + 1 returning value
    ),
    named as (select ${numberPrefix}::text || '-' || lpad(value::text, 6, '0') as number from counted),
    head as (update counter set value = value + 1 where name = 'log' returning value),
    entry as (
      insert into ticket_log (seq, ticket_id, version, type, at, actor, changes, details, departments, command_id)
      select head.value, ${entryValues(ticket.id, 1, opening, write, [ticket.departmentCode], sql` || jsonb_build_object('number', named.number)`)}
      from head, named
      returning seq
    )
    insert into ticket (${sql.join(names)}, number, last_seq)
    select ${sql.join(values)}, named.number, entry.seq from named, entry
    returning number, pg_notify(${LOG_NOTIFICATION}, '')`.execute(trx);
  const number = result.rows[0]?.number;
  if (number === undefined) throw new Error('the new ticket was not written');
  return { ...ticket, number, version: 1 };
}

function entryValues(
  ticketId: string,
  version: number,
  decided: Decided,
  { actor, at, commandId }: Write,
  departments: string[],
  moreChanges: RawBuilder<unknown> = sql``,
) {
  const who = { kind: actor.kind, id: actor.id, name: actor.name, role: actor.role };
  return sql`${ticketId}::uuid, ${version}::int, ${decided.type}::text, ${at}::timestamptz,
    ${JSON.stringify(who)}::jsonb, ${JSON.stringify(decided.changes)}::jsonb${moreChanges},
    ${JSON.stringify(decided.details)}::jsonb, ${departments}::text[], ${commandId ?? null}::text`;
}

const TYPES: Record<string, string> = {
  id: 'uuid',
  merged_into: 'uuid',
  facts: 'jsonb',
  version: 'int',
  report_count: 'int',
  lat: 'double precision',
  lng: 'double precision',
  accuracy_m: 'double precision',
};

/** In a `select` list a parameter has no column to take its type from. */
function typed(name: string, value: unknown) {
  const type = TYPES[name] ?? (/(_at|_by|_from)$/.test(name) ? 'timestamptz' : 'text');
  return sql`${value}::${sql.raw(type)}`;
}
