import { isOpen } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';

type Clocks = Pick<LiveTicket, 'status' | 'createdAt' | 'acknowledgeBy' | 'resolveBy' | 'acknowledgedAt'>;

/** The deadline that presses now: to acknowledge until somebody has, then to resolve. Times in ms. */
export type Deadline = { clock: 'acknowledge' | 'resolve'; at: number };

/** The running deadline of a ticket, or null where nobody has to do anything any more. */
export function runningDeadline(ticket: Clocks): Deadline | null {
  if (!isOpen(ticket.status)) return null;
  return ticket.acknowledgedAt === null
    ? { clock: 'acknowledge', at: Date.parse(ticket.acknowledgeBy) }
    : { clock: 'resolve', at: Date.parse(ticket.resolveBy) };
}

/** Is the running deadline past? `now` in ms since the epoch. */
export function isOver(ticket: Clocks, now: number): boolean {
  const deadline = runningDeadline(ticket);
  return deadline !== null && deadline.at <= now;
}

/** How much of the time since the ticket came in is used up, 0 to 1. */
export function shareUsed(ticket: Clocks, now: number): number {
  const deadline = runningDeadline(ticket);
  if (deadline === null) return 0;
  const start = Date.parse(ticket.createdAt);
  const whole = deadline.at - start;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (now - start) / whole));
}

/** Nobody has said yet that they take it, and it cannot wait. */
export function isUnacknowledgedCritical(
  ticket: Pick<LiveTicket, 'priority' | 'acknowledgedAt' | 'status'>,
): boolean {
  return ticket.priority === 'critical' && ticket.acknowledgedAt === null && isOpen(ticket.status);
}
