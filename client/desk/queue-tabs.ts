import type { LiveTicket } from '../../shared/wire/live.ts';
import { isUnacknowledgedCritical } from '../ticket/deadline.ts';
import { deadlineOf } from './sorted-tickets.ts';

/** What the queue can be narrowed to. */
export const QUEUE_TABS = ['to-do', 'open', 'breached', 'done', 'set-aside'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];
/** The tabs whose tickets are on the live board, and can be counted. */
export type LiveTab = Exclude<QueueTab, 'done' | 'set-aside'>;

/**
 * The control room's own work: what nobody has verified or routed yet, what came back, and what is critical until the
 * department has said that it takes it, whoever sent it there.
 */
export function isToDo(ticket: Pick<LiveTicket, 'status' | 'priority' | 'acknowledgedAt'>): boolean {
  if (isUnacknowledgedCritical(ticket)) return true;
  return ticket.status === 'new' || ticket.status === 'verified' || ticket.status === 'returned';
}

/** Does an open ticket belong under this tab? `now` in ms. */
export function belongsTo(tab: QueueTab, ticket: LiveTicket, now: number): boolean {
  switch (tab) {
    case 'to-do':
      return isToDo(ticket);
    case 'open':
      return true;
    case 'breached':
      return deadlineOf(ticket) <= now;
    case 'done':
    case 'set-aside':
      return false;
  }
}
