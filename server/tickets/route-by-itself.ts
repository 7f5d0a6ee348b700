import type { Actor } from '../../shared/access/actor.ts';
import { can } from '../../shared/access/policy.ts';
import { decide } from '../../shared/ticket/decide.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { isPossible } from '../../shared/ticket/transitions.ts';
import type { Transaction } from '../database/connect.ts';
import { isoNow } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { appendEntry } from './append.ts';
import { findCategory, type TicketDeps } from './commands.ts';
import { lockTicket } from './lock.ts';

/** Where a ticket goes without a person: how sure that is, 0 to 1, and the words that decided. */
export type OwnRouting = { departmentCode: string; probability: number; because: string[] };

/** Hands tickets over without a person, where the city says so; see docs/decisions/routing.md. */
export function createRouteByItself({ pack, clock }: Pick<TicketDeps, 'pack' | 'clock'>) {
  return {
    /**
     * Routes a ticket as the system, inside the caller's transaction; how sure it was, and why, is in the log. Changes
     * nothing where somebody else has been quicker. Throws forbidden for an actor who may not.
     */
    async routeByItself(
      trx: Transaction,
      ticketId: string,
      { departmentCode, probability, because }: OwnRouting,
      actor: Actor,
    ): Promise<TicketState> {
      const ticket = await lockTicket(trx, ticketId);
      if (!can(actor, 'ticket.route', ticket)) throw new AppError('forbidden', { detail: 'ticket.route' });
      if (ticket.status !== 'new' || !isPossible(ticket.status, 'route')) return ticket;
      const now = isoNow(clock);
      const body = { departmentCode, version: ticket.version };
      const context = { now, category: findCategory(pack, ticket.category) };
      const decided = decide('route', ticket, body, context);
      const details = { ...decided.details, probability, because };
      return appendEntry(trx, ticket, { ...decided, details }, { actor, at: now });
    },
  };
}
