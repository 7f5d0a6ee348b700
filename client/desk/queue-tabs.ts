import { isOpen } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { isOver } from '../ticket/deadline.ts';
import { byNeed } from '../ticket/order.ts';

/** What the queue can be narrowed to. */
export const QUEUE_TABS = ['to-do', 'open', 'breached', 'done', 'set-aside'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];
/** The tabs whose tickets are on the live board, and can be counted. */
export type LiveTab = Exclude<QueueTab, 'done' | 'set-aside'>;

/** The control room's own work: what nobody has verified or routed yet, and what came back. */
export function isToDo(ticket: Pick<LiveTicket, 'status'>): boolean {
  return ticket.status === 'new' || ticket.status === 'verified' || ticket.status === 'returned';
}

/** The tickets of a tab that match what is searched for, the most pressing first; `done` keeps its own order. */
export function queueOf(
  tickets: Iterable<LiveTicket>,
  tab: QueueTab,
  now: number,
  matches: (ticket: LiveTicket) => boolean,
): LiveTicket[] {
  const chosen = [...tickets].filter((ticket) => belongsTo(tab, ticket, now) && matches(ticket));
  return tab === 'done' ? chosen : chosen.sort(byNeed);
}

function belongsTo(tab: QueueTab, ticket: LiveTicket, now: number): boolean {
  switch (tab) {
    case 'to-do':
      return isToDo(ticket);
    case 'open':
      return isOpen(ticket.status);
    case 'breached':
      return isOver(ticket, now);
    case 'done':
      return !isOpen(ticket.status);
    case 'set-aside':
      return false;
  }
}
