import { isDone } from '../ticket/done.ts';
import { isOpen } from '../ticket/ticket.ts';
import { bucketOf } from './buckets.ts';
import type { CityDay } from './city-day.ts';
import type { Folded } from './folded.ts';
import { type Dimension, NO_PLACE } from './measures.ts';

/** Raised when what is counted changes: everything is then counted anew. */
export const FACTS_VERSION = 1;

/**
 * What is counted of one ticket, and on which day of the city: the one definition of all figures. A ticket counts for
 * the department, place, kind and channel it has now. A ticket merged into another counts nowhere: it was the same
 * matter. A rejected one came in, and had no deadline to keep.
 */
export type TicketFacts = Record<Dimension, string> & {
  /** Came in. */
  opened_on: CityDay | null;
  /** Solved, and not open again; the bucket is of the time since it came in. */
  resolved_on: CityDay | null;
  solve_bucket: number | null;
  /** Acknowledged; the bucket is of the time since it came in, was last handed over or reopened. */
  answered_on: CityDay | null;
  answer_bucket: number | null;
  /** Each clock is decided once: kept on the day of the act, or missed on the day of the deadline. */
  resolve_kept_on: CityDay | null;
  resolve_breached_on: CityDay | null;
  answer_kept_on: CityDay | null;
  answer_breached_on: CityDay | null;
  /** Each time it was called solved; and those of these days after which it was opened again. */
  declared_on: CityDay[];
  reopened_on: CityDay[];
  /** The days it became open, and ceased to be; null while it is. */
  entered_on: CityDay[];
  left_on: (CityDay | null)[];
  is_open: boolean;
  /** Open, and the log says that its time to be solved is over. */
  is_overdue: boolean;
};

/** The facts of a ticket as its history stands. `dayOf` says the city's day of a moment. */
export function factsOf(ticket: Folded, dayOf: (moment: string) => CityDay): TicketFacts {
  const where = {
    department: ticket.departmentCode,
    kecamatan: ticket.kecamatan ?? NO_PLACE,
    category: ticket.category,
    channel: ticket.channel,
  };
  if (ticket.status === 'merged') return { ...where, ...NOTHING };
  return {
    ...where,
    ...NOTHING,
    opened_on: dayOf(ticket.createdAt),
    ...solved(ticket, dayOf),
    ...answered(ticket, dayOf),
    declared_on: ticket.resolutions.map(({ at }) => dayOf(at)),
    reopened_on: ticket.resolutions.filter(({ reopened }) => reopened).map(({ at }) => dayOf(at)),
    entered_on: ticket.stays.map(({ from }) => dayOf(from)),
    left_on: ticket.stays.map(({ to }) => (to === null ? null : dayOf(to))),
    is_open: isOpen(ticket.status),
    is_overdue: isOpen(ticket.status) && ticket.sla.resolve === 'breached',
  };
}

const NOTHING: Omit<TicketFacts, Dimension> = {
  opened_on: null,
  resolved_on: null,
  solve_bucket: null,
  answered_on: null,
  answer_bucket: null,
  resolve_kept_on: null,
  resolve_breached_on: null,
  answer_kept_on: null,
  answer_breached_on: null,
  declared_on: [],
  reopened_on: [],
  entered_on: [],
  left_on: [],
  is_open: false,
  is_overdue: false,
};

function solved(ticket: Folded, dayOf: (moment: string) => CityDay): Partial<TicketFacts> {
  const { createdAt, resolvedAt, resolveBy, sla, status } = ticket;
  const solvedAt = isDone(ticket) ? resolvedAt : null;
  const facts: Partial<TicketFacts> = {};
  if (solvedAt !== null) {
    facts.resolved_on = dayOf(solvedAt);
    facts.solve_bucket = bucketOf(Date.parse(solvedAt) - Date.parse(createdAt));
  }
  if (status === 'rejected') return facts;
  if (sla.resolve === 'breached' || isAfter(solvedAt, resolveBy))
    facts.resolve_breached_on = dayOf(resolveBy);
  else if (solvedAt !== null) facts.resolve_kept_on = dayOf(solvedAt);
  return facts;
}

function answered(ticket: Folded, dayOf: (moment: string) => CityDay): Partial<TicketFacts> {
  const { acknowledgeFrom, acknowledgeBy, acknowledgedAt, sla, status } = ticket;
  const facts: Partial<TicketFacts> = {};
  if (acknowledgedAt !== null) {
    facts.answered_on = dayOf(acknowledgedAt);
    facts.answer_bucket = bucketOf(Date.parse(acknowledgedAt) - Date.parse(acknowledgeFrom));
  }
  if (status === 'rejected') return facts;
  if (sla.acknowledge === 'breached' || isAfter(acknowledgedAt, acknowledgeBy))
    facts.answer_breached_on = dayOf(acknowledgeBy);
  else if (acknowledgedAt !== null) facts.answer_kept_on = dayOf(acknowledgedAt);
  return facts;
}

function isAfter(at: string | null, deadline: string): boolean {
  return at !== null && Date.parse(at) > Date.parse(deadline);
}
