import type { LiveTicket } from '../../shared/wire/live.ts';
import { runningDeadline } from './deadline.ts';

type Ordered = Pick<
  LiveTicket,
  'id' | 'status' | 'priority' | 'createdAt' | 'acknowledgeBy' | 'resolveBy' | 'acknowledgedAt'
>;

/** Who needs a hand first: critical before all others, then the least time left; by id where even that is equal. */
export function byNeed(a: Ordered, b: Ordered): number {
  return criticality(a) - criticality(b) || byTimeLeft(a, b);
}

/** The least time left first; tickets without a running deadline last. */
export function byTimeLeft(a: Ordered, b: Ordered): number {
  return deadlineOf(a) - deadlineOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The newest first. */
export function byNewest(a: Ordered, b: Ordered): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function criticality(ticket: Ordered): number {
  return ticket.priority === 'critical' ? 0 : 1;
}

/** A finite number also for no deadline: differences of infinities are no order. */
function deadlineOf(ticket: Ordered): number {
  return runningDeadline(ticket)?.at ?? Number.MAX_SAFE_INTEGER;
}
