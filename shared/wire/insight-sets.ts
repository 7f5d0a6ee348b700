import { DIMENSIONS, type Dimension } from '../kpi/measures.ts';

/**
 * Which tickets are behind a figure. `open` are those at the end of the period; `overdue`, `critical_now` and `late_now`
 * (past the deadline that runs now, to be acknowledged or to be resolved) are as of now.
 */
export const TICKET_SETS = [
  'opened',
  'resolved',
  'open',
  'overdue',
  'resolve_kept',
  'resolve_breached',
  'answered',
  'answer_kept',
  'answer_breached',
  'declared',
  'reopened',
  'critical_now',
  'late_now',
] as const;
export type TicketSet = (typeof TICKET_SETS)[number];

export type InsightFilters = Partial<Record<Dimension, string>>;

/** The filters of a query, without those that are not set. */
export function filtersOf(query: Partial<Record<Dimension, string | undefined>>): InsightFilters {
  const set = DIMENSIONS.flatMap((dimension) => {
    const value = query[dimension];
    return value === undefined ? [] : [[dimension, value] as const];
  });
  return Object.fromEntries(set);
}
