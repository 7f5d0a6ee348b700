import type { Actor } from '../access/actor.ts';
import type { HistoryDetails } from '../wire/api.ts';
import type { TicketEvent } from '../wire/live.ts';
import type { TicketState } from './ticket.ts';

/** The fields of the state an entry set. The version is the entry's own. */
export type StateChanges = Partial<Omit<TicketState, 'version'>>;

/** What a command decides: the entry to be written, before it has a number. */
export type Decided = {
  type: TicketEvent;
  changes: StateChanges;
  details: HistoryDetails;
};

/** One entry of the numbered log. `at` is ISO 8601 UTC. */
export type LogEntry = Decided & {
  seq: number;
  ticketId: string;
  version: number;
  at: string;
  actor: Pick<Actor, 'kind' | 'id' | 'name' | 'role'>;
};

/** The state after an entry. */
export function applyEntry(
  state: TicketState | null,
  entry: Pick<LogEntry, 'changes' | 'version'>,
): TicketState {
  return { ...(state as TicketState), ...entry.changes, version: entry.version };
}

/** The state of a ticket from its entries alone, in the order of their numbers; null when there are none. */
export function rebuildTicket(entries: Pick<LogEntry, 'changes' | 'version'>[]): TicketState | null {
  return entries.reduce<TicketState | null>(applyEntry, null);
}
