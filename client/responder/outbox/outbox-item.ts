import type { Status } from '../../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';

/** What a responder does to a ticket by command. */
export const PHONE_COMMANDS = ['acknowledge', 'start', 'resolve', 'return', 'note'] as const;
export type PhoneCommand = (typeof PHONE_COMMANDS)[number];

export type PhotoKind = 'before' | 'after';

/** One thing to be sent. A photo's bytes lie beside it in the store, under the item's id. */
export type OutboxWork =
  | { kind: 'command'; command: PhoneCommand; note?: string; reason?: string }
  | { kind: 'photo'; photo: PhotoKind };

/** Why the server did not take it, as far as the person can do something about it. */
export type Refusal =
  | { cause: 'changed'; status: Status }
  | { cause: 'moved'; departmentCode: string }
  | { cause: 'forbidden' }
  | { cause: 'other'; why: string };

/** `overtaken`: what was wanted had been done by somebody else. */
export type OutboxState = 'waiting' | 'sent' | 'overtaken' | 'refused';

/** Something done on this phone. Kept on the phone until the server has it, and for a while after. */
export type OutboxItem = {
  /** Also the command's id: however often it is sent, it is done once. */
  id: string;
  /** Whose it is: another person on the same phone does not send it. */
  owner: string;
  ticketId: string;
  work: OutboxWork;
  /** On this phone's clock, ms. */
  madeAt: number;
  /** What the ticket is when it is this item's turn, as far as the phone could know. */
  expects: { status: Status; departmentCode: string };
  version: number;
  state: OutboxState;
  refusal?: Refusal;
  settledAt?: number;
  /** The server's answer: what the ticket was then. */
  after?: LiveTicket;
};

/** Items of one ticket, in order, that nothing stands in the way of: those behind a refused one wait for the person. */
export function goingOf(items: readonly OutboxItem[], ticketId: string): OutboxItem[] {
  const own = items.filter((item) => item.ticketId === ticketId);
  const stop = own.findIndex(({ state }) => state === 'refused');
  return (stop === -1 ? own : own.slice(0, stop)).filter(({ state }) => state === 'waiting');
}

/** Is it behind a refused one of its ticket? */
export function isHeld(items: readonly OutboxItem[], item: OutboxItem): boolean {
  return item.state === 'waiting' && !goingOf(items, item.ticketId).includes(item);
}

/** The next to be sent: the oldest that nothing stands in the way of. */
export function nextToSend(items: readonly OutboxItem[], owner: string): OutboxItem | null {
  return (
    items.find((item) => item.owner === owner && item.state === 'waiting' && !isHeld(items, item)) ?? null
  );
}
