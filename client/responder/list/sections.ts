import type { Holder } from '../../../shared/wire/holders.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { byTimeLeft } from '../../ticket/order.ts';
import { goingOf, type OutboxItem } from '../outbox/outbox-item.ts';
import { projectTicket } from '../outbox/project.ts';

export type Row = {
  /** As it will be once what waits has arrived. */
  ticket: LiveTicket;
  /** Things done to it here that the server does not have yet. */
  waiting: number;
  refused: boolean;
  holder: Holder | null;
  isMine: boolean;
};

export type Sections = { waiting: Row[]; working: Row[]; leaving: Row[] };

export type SectionParts = {
  tickets: readonly LiveTicket[];
  items: readonly OutboxItem[];
  holders: ReadonlyMap<string, Holder>;
  /** Who looks. */
  me: string;
  onlyMine: boolean;
};

/**
 * The list: what nobody has acknowledged, what is being worked on, each by time left, and what is done here but not
 * with the server yet. A ticket with something refused stays, wherever it has gone.
 */
export function listSections({ tickets, items, holders, me, onlyMine }: SectionParts): Sections {
  const rows = tickets
    .map((ticket) => rowOf(ticket, items, holderOf(ticket, holders), me))
    .filter(({ isMine, refused }) => !onlyMine || isMine || refused)
    .sort((a, b) => byTimeLeft(a.ticket, b.ticket));
  return {
    waiting: rows.filter(({ ticket }) => ticket.status === 'routed'),
    working: rows.filter(({ ticket }) => ticket.status === 'acknowledged' || ticket.status === 'in_progress'),
    leaving: rows.filter(
      ({ ticket, waiting, refused }) =>
        !['routed', 'acknowledged', 'in_progress'].includes(ticket.status) && (waiting > 0 || refused),
    ),
  };
}

/** What was asked a moment ago may be about a ticket that was given back since. */
export function holderOf(ticket: LiveTicket, holders: ReadonlyMap<string, Holder>): Holder | null {
  const isInHand = ticket.status === 'acknowledged' || ticket.status === 'in_progress';
  return isInHand ? (holders.get(ticket.id) ?? null) : null;
}

function rowOf(ticket: LiveTicket, items: readonly OutboxItem[], holder: Holder | null, me: string): Row {
  const own = items.filter(({ ticketId }) => ticketId === ticket.id);
  const going = goingOf(own, ticket.id);
  const projected = projectTicket(ticket, own);
  const takesUp = own.some(
    ({ work, state }) =>
      state !== 'refused' &&
      state !== 'overtaken' &&
      work.kind === 'command' &&
      (work.command === 'acknowledge' || work.command === 'start'),
  );
  return {
    ticket: projected,
    waiting: going.length,
    refused: own.some(({ state }) => state === 'refused'),
    holder,
    isMine: holder === null ? takesUp : holder.userId === me,
  };
}
