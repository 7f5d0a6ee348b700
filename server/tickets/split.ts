import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import { can } from '../../shared/access/policy.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { Family, FoldEntry, FoldRules } from '../../shared/ticket/refold.ts';
import { membersOf } from '../../shared/ticket/refold.ts';
import { takeReports, takeTicket } from '../../shared/ticket/split.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { CommandBody } from '../../shared/wire/api.ts';
import type { Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry, appendOpenings } from './append.ts';
import { lockTicket } from './lock.ts';
import { keepApart } from './proposals.ts';

type Write = { actor: Actor; at: string; commandId?: string | undefined };
type SplitDeps = { rules: FoldRules; numberPrefix: string };

/** Takes a merged ticket, or reports, out of a ticket again: everything is as if they had never been in it. */
export async function splitFrom(
  trx: Transaction,
  ticket: TicketState,
  body: CommandBody<'split'>,
  deps: SplitDeps,
  write: Write,
): Promise<TicketState> {
  if (body.ticketId !== undefined) return restore(trx, ticket, body.ticketId, body.reason, deps, write);
  return takeOut(trx, ticket, body.reportIds ?? [], body.reason, deps, write);
}

async function restore(
  trx: Transaction,
  ticket: TicketState,
  mergedId: string,
  reason: string | undefined,
  { rules }: SplitDeps,
  write: Write,
): Promise<TicketState> {
  const merged = await lockTicket(trx, mergedId);
  if (merged.mergedInto !== ticket.id)
    throw refused('ticketId', `${merged.number} is no part of ${ticket.number}`);
  if (!can(write.actor, 'ticket.split', merged)) throw new AppError('forbidden', { detail: 'ticket.split' });
  const family = await readFamily(trx, ticket.id);
  const { left, restored } = takeTicket(ticket, merged, family, rules);
  const members = [...membersOf(merged.id, family)];
  const { rows } = await sql<{ id: string }>`
    update report set ticket_id = ${merged.id}::uuid
    where ticket_id = ${ticket.id}::uuid and home_id = any(${members}::uuid[]) returning id`.execute(trx);
  const why = reason === undefined ? {} : { reason };
  const after = await appendEntry(
    trx,
    ticket,
    {
      type: 'ticket.split',
      changes: left,
      details: { ...why, ticketId: merged.id, ticketNumber: merged.number, reportCount: rows.length },
    },
    write,
  );
  await appendEntry(
    trx,
    merged,
    {
      type: 'ticket.restored',
      changes: restored,
      details: { ...why, ticketId: ticket.id, ticketNumber: ticket.number },
    },
    { actor: write.actor, at: write.at },
  );
  await keepApart(trx, ticket.id, merged.id, write);
  return after;
}

async function takeOut(
  trx: Transaction,
  ticket: TicketState,
  reportIds: readonly string[],
  reason: string | undefined,
  { rules, numberPrefix }: SplitDeps,
  write: Write,
): Promise<TicketState> {
  const distinct = [...new Set(reportIds)];
  const { rows } = await sql<{ id: string; channel: string }>`
    select id, channel from report where ticket_id = ${ticket.id}::uuid and id = any(${distinct}::uuid[])`.execute(
    trx,
  );
  const channels = new Map(rows.map(({ id, channel }) => [id, channel as Channel]));
  const strange = distinct.find((id) => !channels.has(id));
  if (strange !== undefined) throw refused('reportIds', `no report ${strange} in ${ticket.number}`);
  const newId = randomUUID();
  const taken = takeReports(ticket, distinct, await readFamily(trx, ticket.id), rules, {
    newId,
    channelOf: (id) => channels.get(id) ?? ticket.channel,
  });
  if (!taken) throw refused('reportIds', `at least one report must stay in ${ticket.number}`);
  const why = reason === undefined ? {} : { reason };
  const [opened] = await appendOpenings(
    trx,
    [{ ...taken.opening, details: { ...taken.opening.details, ...why } }],
    numberPrefix,
    { actor: write.actor, at: write.at },
  );
  if (!opened) throw new Error('the new ticket was not written');
  await sql`update report set ticket_id = ${newId}::uuid, home_id = null where id = any(${distinct}::uuid[])`.execute(
    trx,
  );
  const count = { reportIds: distinct, reportCount: distinct.length };
  const { id: ticketId, number: ticketNumber } = opened.ticket;
  const after = await appendEntry(
    trx,
    ticket,
    { type: 'ticket.split', changes: taken.left, details: { ...why, ...count, ticketId, ticketNumber } },
    write,
  );
  await keepApart(trx, ticket.id, newId, write);
  return after;
}

type LogRow = Pick<FoldEntry, 'seq' | 'changes' | 'details'> & { ticket_id: string; type: string; at: Date };

/** The logs of all tickets that were ever part of this one, or it of them. */
async function readFamily(trx: Transaction, ticketId: string): Promise<Family> {
  const { rows } = await sql<LogRow & { merged_into: string | null }>`
    with recursive kin as (
      select ${ticketId}::uuid as id
      union
      select (entry.details ->> 'ticketId')::uuid from kin join ticket_log as entry on entry.ticket_id = kin.id
      where entry.type in ('ticket.merged', 'ticket.absorbed', 'ticket.split', 'ticket.restored')
    )
    select entry.seq, entry.ticket_id, entry.type, entry.at, entry.changes, entry.details, ticket.merged_into
    from kin join ticket on ticket.id = kin.id join ticket_log as entry on entry.ticket_id = kin.id
    order by entry.seq`.execute(trx);
  const logs = new Map<string, FoldEntry[]>();
  const mergedInto = new Map<string, string | null>();
  for (const { ticket_id, merged_into, at, type, ...row } of rows) {
    const entry = { ...row, ticketId: ticket_id, at: at.toISOString(), type: type as FoldEntry['type'] };
    logs.set(ticket_id, [...(logs.get(ticket_id) ?? []), entry]);
    mergedInto.set(ticket_id, merged_into);
  }
  return { logs, mergedInto };
}

function refused(field: string, message: string): AppError {
  return new AppError('invalid', { detail: message, errors: [{ field, message }] });
}
