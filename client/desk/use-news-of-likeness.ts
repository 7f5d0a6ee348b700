import { useEffect, useRef } from 'react';
import { isOpen } from '../../shared/ticket/ticket.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { TicketEvent } from '../../shared/wire/live.ts';
import { useChanges } from '../live/use-board.ts';
import { createSeldom } from './seldom.ts';

/** In a flood many are opened each second: what is open at a desk is read again no oftener than this. */
const REST_MS = 5_000;
/** With these a ticket may become one that any other is likened to. */
const NEW_ONES: readonly TicketEvent[] = [
  'ticket.opened',
  'ticket.likened',
  'ticket.reopened',
  'ticket.restored',
];

/**
 * Has a ticket read again when another may have been likened to it, or one that it is likened to has changed: its own
 * version says nothing of that. `enabled`: only who may join tickets is told of likenesses.
 */
export function useNewsOfLikeness(
  ticket: TicketDetail | undefined,
  read: () => void,
  enabled: boolean,
): void {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const seldom = useRef(createSeldom({ act: () => latest.current(), restMs: REST_MS }));
  useEffect(() => seldom.current.stop, []);
  useChanges((changes) => {
    if (!enabled || (ticket && !isOpen(ticket.status))) return;
    const likened = new Set(ticket?.proposals.map((proposal) => proposal.ticket.id));
    const isNews = changes.some(
      ({ type, ticket: other }) =>
        other.id !== ticket?.id && (NEW_ONES.includes(type) || likened.has(other.id)),
    );
    if (isNews) seldom.current.ask();
  });
}
