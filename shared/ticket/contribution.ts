import type { BurstRule } from '../city/city-pack.ts';
import type { LocationSource } from '../report/report.ts';
import { factsWith, withoutPlace } from './place.ts';
import { type Facts, morePressing, PRIORITIES, type Priority, type TicketState } from './ticket.ts';

type Place = NonNullable<TicketState['location']>;
/** As `StateChanges` of the log, which knows contributions itself. */
type Changes = Partial<Omit<TicketState, 'version'>>;

/**
 * What one report brought to a ticket, as the log keeps it, so that it can be taken out again. `personId`: who reported;
 * opaque, and told to nobody. `homeId`: the ticket it belongs to by itself, where that was merged into this one.
 */
export type Contribution = {
  reportId?: string | undefined;
  homeId?: string | undefined;
  personId?: string | undefined;
  category?: string | undefined;
  priority?: Priority | undefined;
  facts?: Facts | undefined;
  location?: Place | undefined;
};

/** A ticket with the people who told of it. */
export type Told = { ticket: TicketState; persons: ReadonlySet<string> };

/** What a report changes: it is counted; graver priority, newer facts and a better place are taken over. */
export function withReport({ ticket, persons }: Told, part: Contribution, burst?: BurstRule): Changes {
  const place = part.location && isBetterPlace(ticket.location, part.location) ? part.location : null;
  const graver = part.priority ? morePressing(ticket.priority, part.priority) : ticket.priority;
  const after = part.personId === undefined || persons.has(part.personId) ? 0 : 1;
  const priority = raisedByBurst(
    { priority: graver, category: ticket.category },
    persons.size,
    persons.size + after,
    burst,
  );
  return {
    reportCount: ticket.reportCount + 1,
    ...(priority !== ticket.priority && { priority }),
    ...((part.facts || place) && { facts: factsWith(ticket, part.facts ?? {}, place !== null) }),
    ...(place && { location: place }),
  };
}

/** What a ticket takes over from one that is merged into it. */
export function withTicket(target: Told, part: Told, burst?: BurstRule): Changes {
  const priority = morePressing(target.ticket.priority, part.ticket.priority);
  const together = new Set([...target.persons, ...part.persons]).size;
  return {
    reportCount: target.ticket.reportCount + part.ticket.reportCount,
    priority: raisedByBurst(
      { priority, category: target.ticket.category },
      Math.max(target.persons.size, part.persons.size),
      together,
      burst,
    ),
    location: target.ticket.location ?? part.ticket.location,
    facts: {
      ...(target.ticket.location ? withoutPlace(part.ticket.facts) : part.ticket.facts),
      ...target.ticket.facts,
    },
  };
}

/** One step for each of the rule's numbers that the count of people has just reached. The same person again is nobody new. */
function raisedByBurst(
  { priority, category }: Pick<TicketState, 'priority' | 'category'>,
  before: number,
  after: number,
  burst: BurstRule | undefined,
): Priority {
  const steps = burst?.reporters.filter((count) => before < count && count <= after).length ?? 0;
  const highest = burst?.emergencies.includes(category) ? 0 : 1;
  const present = PRIORITIES.indexOf(priority);
  return PRIORITIES[Math.min(present, Math.max(highest, present - steps))] ?? priority;
}

/** What shows a place itself, however far off it may be; the rest only says about where. */
const SHOWN: readonly LocationSource[] = ['operator', 'aml', 'pin', 'exif', 'sensor'];

/**
 * Is the new place better than the present? Nothing replaces an operator's, a coordinate replaces what words name and
 * never the other way round, else a smaller error wins. A pin or a picture of whose error nobody knows is surer than what
 * an exchange says, and than nothing else: it is kept beside, with its report.
 */
export function isBetterPlace(
  present: TicketState['location'],
  place: { accuracyM: number | null; source: LocationSource },
): boolean {
  if (!present) return true;
  if (present.source === 'operator' || place.source === 'sensor') return false;
  if (place.source === 'operator') return true;
  if (present.source === 'words' && SHOWN.includes(place.source)) return true;
  if (place.source === 'words' && SHOWN.includes(present.source)) return false;
  if (present.source === 'exchange' && isShownAlone(place)) return true;
  if (place.source === 'exchange' && isShownAlone(present)) return false;
  const presentError = present.accuracyM ?? Number.POSITIVE_INFINITY;
  return place.accuracyM !== null && place.accuracyM < presentError;
}

/** Shows a place itself, and nothing says how far off it may be. */
function isShownAlone({ accuracyM, source }: { accuracyM: number | null; source: LocationSource }): boolean {
  return accuracyM === null && SHOWN.includes(source);
}
