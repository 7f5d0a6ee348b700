import { nextStatus } from '../../../shared/ticket/transitions.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { goingOf, type OutboxItem } from './outbox-item.ts';

/**
 * The ticket as it will be once what waits on this phone has arrived: what the person did is seen at once, with signal
 * or without. Takes the newest of what the server was heard to say, live or in an answer.
 */
export function projectTicket(ticket: LiveTicket, items: readonly OutboxItem[]): LiveTicket {
  const heard = items.flatMap(({ ticketId, after }) => (ticketId === ticket.id && after ? [after] : []));
  const newest = heard.reduce((best, one) => (one.version > best.version ? one : best), ticket);
  return goingOf(items, ticket.id).reduce(applyItem, newest);
}

function applyItem(ticket: LiveTicket, { work, madeAt }: OutboxItem): LiveTicket {
  if (work.kind === 'photo' || work.command === 'note') return ticket;
  const status = nextStatus(ticket.status, work.command);
  if (status === null) return ticket;
  const at = new Date(madeAt).toISOString();
  const takesUp = work.command === 'acknowledge' || work.command === 'start';
  return {
    ...ticket,
    status,
    acknowledgedAt: takesUp ? (ticket.acknowledgedAt ?? at) : ticket.acknowledgedAt,
    resolvedAt: work.command === 'resolve' ? at : ticket.resolvedAt,
  };
}
