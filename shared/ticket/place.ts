import type { Facts, TicketState } from './ticket.ts';

/** A place farther off than this is too vague to go to: the reporter can be asked for a pin. */
export const VAGUE_M = 1000;

/** True where it is only roughly known where to go. */
export function isVague(location: { accuracyM: number | null } | null): boolean {
  return location !== null && (location.accuracyM ?? 0) > VAGUE_M;
}

/** What is known beside the place itself. */
export function withoutPlace({ place: _place, outside: _outside, ...facts }: Facts): Facts {
  return facts;
}

/**
 * A ticket's facts when a further report tells of it: what was said of the place goes with the place. `taken`: the
 * report's place becomes the ticket's.
 */
export function factsWith(
  ticket: Pick<TicketState, 'facts' | 'location'>,
  said: Facts,
  taken: boolean,
): Facts {
  if (taken) return { ...withoutPlace(ticket.facts), ...said };
  return { ...ticket.facts, ...(ticket.location === null ? said : withoutPlace(said)) };
}
