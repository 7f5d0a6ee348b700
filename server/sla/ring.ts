import { systemActor } from '../../shared/access/actor.ts';
import { dueSlaEvents, type SlaEvent } from '../../shared/ticket/sla.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { stateFromRow } from '../tickets/state.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';

const SLA = systemActor('sla');

/** Looks at a ticket's clocks and writes what is due; answers the ticket as it is then, null when there is none. */
export type Ring = (ticketId: string) => Promise<TicketState | null>;

/**
 * Nothing but the ticket itself decides what is due: a bell that rings twice, too early, or for a clock that has
 * been stopped since writes nothing.
 */
export function createRing({
  db,
  commands,
  clock,
  dueSoonShare,
}: {
  db: Database;
  commands: TicketCommands;
  clock: Clock;
  /** The share of the time allowed after which a warning is due now. */
  dueSoonShare: () => number;
}): Ring {
  const dueIn = (state: TicketState) => dueSlaEvents(state, clock.now(), dueSoonShare());

  return async (ticketId) => {
    const row = await db.selectFrom('ticket').selectAll().where('id', '=', ticketId).executeTakeFirst();
    if (!row) return null;
    const ticket = stateFromRow(row);
    const due = dueIn(ticket);
    if (due.length === 0) return ticket;
    return db.transaction().execute(async (trx) => {
      let latest = ticket;
      for (const event of due) {
        const isDue = (state: TicketState) => dueIn(state).some(isSame(event));
        latest = (await commands.markSla(trx, ticketId, event, SLA, isDue)) ?? latest;
      }
      return latest;
    });
  };
}

function isSame(event: SlaEvent): (other: SlaEvent) => boolean {
  return ({ clock, mark }) => clock === event.clock && mark === event.mark;
}
