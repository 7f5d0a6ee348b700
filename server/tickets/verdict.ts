import type { Actor } from '../../shared/access/actor.ts';
import { can } from '../../shared/access/policy.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { isOpen, type TicketState } from '../../shared/ticket/ticket.ts';
import type { VerdictBody } from '../../shared/wire/likeness.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry } from './append.ts';
import { versionConflict } from './commands.ts';
import { findTicket } from './detail.ts';
import { lockInOrder, lockReportsOf, lockTicket } from './lock.ts';
import { decideProposal } from './proposals.ts';
import type { TicketCommands } from './ticket-commands.ts';

type Deps = { db: Database; pack: CityPack; tickets: TicketCommands; clock: Clock };
type Decide = (ticketId: string, proposalId: string, body: VerdictBody, actor: Actor) => Promise<TicketState>;

/**
 * What a person says of two tickets that may be one incident. The same: the one that came later ends in the other.
 * Different: they are never proposed again. Said again it changes nothing. Throws not-found, forbidden, conflict,
 * impossible.
 */
export function createDecideLikeness({ db, pack, tickets, clock }: Deps): Decide {
  return (ticketId, proposalId, body, actor) =>
    db.transaction().execute(async (trx) => {
      const { otherId, verdict } = await findProposal(trx, ticketId, proposalId);
      if (verdict === body.verdict) return findTicket(trx, ticketId);
      if (verdict !== null) throw new AppError('impossible', { detail: `it was decided before: ${verdict}` });
      const [own, other] = [await findTicket(trx, ticketId), await findTicket(trx, otherId)];
      const [from, into] = goesOn(own, other) ? [other, own] : [own, other];
      await lockReportsOf(trx, from.id);
      await lockInOrder(trx, [own.id, other.id]);
      const ticket = await lockTicket(trx, ticketId);
      for (const one of [ticket, other])
        if (!can(actor, 'ticket.merge', one)) throw new AppError('forbidden', { detail: 'ticket.merge' });
      if (ticket.version !== body.version) throw versionConflict(ticket, pack);
      if (body.verdict === 'different') return tellApart(trx, ticket, other, body.commandId, actor);
      const { version } = await lockTicket(trx, from.id);
      const merge = { version, commandId: body.commandId, into: into.id };
      await tickets.performIn(trx, 'merge', from.id, merge, actor);
      return lockTicket(trx, ticketId);
    });

  async function tellApart(
    trx: Transaction,
    ticket: TicketState,
    other: TicketState,
    commandId: string | undefined,
    actor: Actor,
  ): Promise<TicketState> {
    const write = { actor, at: isoNow(clock), commandId };
    await decideProposal(trx, [ticket.id, other.id], 'different', write);
    const details = { ticketId: other.id, ticketNumber: other.number };
    return appendEntry(trx, ticket, { type: 'ticket.distinguished', changes: {}, details }, write);
  }
}

/** Does the first of two tickets go on? The one that is open; what people report before what a post measures; the earlier. */
function goesOn(one: TicketState, other: TicketState): boolean {
  if (isOpen(one.status) !== isOpen(other.status)) return isOpen(one.status);
  if ((one.channel === 'sensor') !== (other.channel === 'sensor')) return other.channel === 'sensor';
  return one.createdAt === other.createdAt ? one.number < other.number : one.createdAt < other.createdAt;
}

async function findProposal(
  trx: Transaction,
  ticketId: string,
  proposalId: string,
): Promise<{ otherId: string; verdict: string | null }> {
  const row = await trx
    .selectFrom('ticket_proposal')
    .select(['ticket_id', 'other_id', 'verdict'])
    .where('id', '=', proposalId)
    .where((eb) => eb.or([eb('ticket_id', '=', ticketId), eb('other_id', '=', ticketId)]))
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { detail: `proposal ${proposalId} of ticket ${ticketId}` });
  return { otherId: row.ticket_id === ticketId ? row.other_id : row.ticket_id, verdict: row.verdict };
}
