import type { Actor } from '../../shared/access/actor.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Transaction } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { keepProposals } from '../tickets/proposals.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { type LikenessNow, sightingOfTicket } from './sightings.ts';
import { likelyOf } from './steps/decide.ts';
import { judgeAll } from './steps/judge.ts';
import { findCandidates } from './surroundings.ts';

/** Looks again at a ticket that has just got a place, or a better one. */
export type Liken = (trx: Transaction, ticket: TicketState, reportId: string) => Promise<void>;

/** Proposes what a ticket may be the same as; what was proposed or decided before is left alone. Waits for nobody. */
export function createLiken(deps: {
  commands: TicketCommands;
  actor: Actor;
  likenessNow: () => LikenessNow;
  clock: Clock;
}): Liken {
  const { commands, actor, likenessNow, clock } = deps;
  return async (trx, ticket, reportId) => {
    const likeness = likenessNow();
    const sighting = sightingOfTicket(ticket, likeness);
    if (!sighting) return;
    const candidates = await findCandidates(trx, [sighting], likeness);
    const own = candidates.find(({ ticketId }) => ticketId === ticket.id);
    const others = candidates.filter((one) => one !== own);
    const { proposals } = judgeAll(
      { ...sighting, ...(own?.said && { said: own.said() }) },
      others,
      likeness.kin,
    );
    const likely = proposals.map(likelyOf);
    const rows = likely.map(({ ticketId: otherId, score, because }) => ({
      ...{ ticketId: ticket.id, otherId, reportId, score, because },
    }));
    const fresh = await keepProposals(trx, rows, isoNow(clock));
    for (const { ticketId, number = '', score, because } of likely) {
      if (!fresh.some(({ otherId }) => otherId === ticketId)) continue;
      await commands.liken(trx, ticket.id, { ticketId, ticketNumber: number, score, because }, actor);
    }
  };
}
