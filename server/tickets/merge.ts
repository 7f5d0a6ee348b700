import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import { can } from '../../shared/access/policy.ts';
import type { BurstRule, Category } from '../../shared/city/city-pack.ts';
import { withTicket } from '../../shared/ticket/contribution.ts';
import { decide } from '../../shared/ticket/decide.ts';
import { isOpen, type TicketState } from '../../shared/ticket/ticket.ts';
import type { CommandBody } from '../../shared/wire/api.ts';
import type { Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry } from './append.ts';
import { lockTicket } from './lock.ts';
import { readPersons } from './persons.ts';
import { decideProposal } from './proposals.ts';

type MergeContext = {
  category: Category;
  burst: BurstRule | undefined;
  write: { actor: Actor; at: string; commandId?: string | undefined };
  because?: string[];
};

/**
 * Ends a ticket in favour of another, which takes over its reports, what was understood of them, its place if it has none, and the
 * more pressing priority. Both entries name the other ticket. Returns the ended ticket.
 */
export async function mergeInto(
  trx: Transaction,
  ticket: TicketState,
  body: CommandBody<'merge'>,
  { category, burst, write, because }: MergeContext,
): Promise<TicketState> {
  if (body.into === ticket.id) throw refused('a ticket cannot be merged into itself');
  const target = await lockTicket(trx, body.into);
  if (!can(write.actor, 'ticket.merge', target)) throw new AppError('forbidden', { detail: 'ticket.merge' });
  if (!isOpen(target.status)) throw refused(`${target.number} is ${target.status}`);
  // Before the log's first entry: one that has just joined the ticket may still be waited for.
  const targetPersons = await readPersons(trx, target.id);
  const persons = await readPersons(trx, ticket.id);
  await sql`
    update report set ticket_id = ${target.id}::uuid, home_id = coalesce(home_id, ticket_id)
    where ticket_id = ${ticket.id}::uuid`.execute(trx);
  await decideProposal(trx, [ticket.id, target.id], 'same', write);
  const why = because === undefined ? {} : { because };
  const decided = decide('merge', ticket, body, { now: write.at, category, target });
  const told = { ...decided, details: { ...decided.details, ...why } };
  const ended = await appendEntry(trx, ticket, told, write);
  await appendEntry(
    trx,
    target,
    {
      type: 'ticket.absorbed',
      changes: withTicket({ ticket: target, persons: targetPersons }, { ticket, persons }, burst),
      details: { ticketId: ticket.id, ticketNumber: ticket.number, ...why },
    },
    { actor: write.actor, at: write.at },
  );
  return ended;
}

function refused(message: string): AppError {
  return new AppError('invalid', { detail: message, errors: [{ field: 'into', message }] });
}
