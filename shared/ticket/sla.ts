import type { Category, SlaTargets, WorkingHours } from '../city/city-pack.ts';
import type { Priority, SlaMark, SlaMarks, TicketState } from './ticket.ts';
import { isOpen } from './ticket.ts';
import { addOpenMinutes } from './working-hours.ts';

/** The promise of the control room: 7 x 24 hours, in minutes. */
export const DEFAULT_RESOLVE_MIN = 7 * 24 * 60;

/** A warning is due when this share of the time allowed has passed, unless the city says otherwise. */
export const DUE_SOON_SHARE = 0.8;

const MINUTE_MS = 60_000;

export type Deadlines = { acknowledgeBy: string; resolveBy: string };

/**
 * Deadlines of both clocks for a ticket whose clocks start at `startedAt` (ISO 8601 UTC). With `hours` only these count;
 * the city promises 7x24, so that is the default.
 */
export function deadlinesFrom(
  startedAt: string,
  targets: SlaTargets,
  hours: WorkingHours | null = null,
): Deadlines {
  const after = (minutes: number) =>
    hours === null
      ? addMinutes(startedAt, minutes)
      : new Date(addOpenMinutes(Date.parse(startedAt), minutes, hours)).toISOString();
  return { acknowledgeBy: after(targets.acknowledgeMin), resolveBy: after(targets.resolveMin) };
}

/** The time allowed for a ticket of a category: its priority's own, where the city has set any. */
export function targetsOf(
  { sla, slaByPriority }: Pick<Category, 'sla' | 'slaByPriority'>,
  priority: Priority,
): SlaTargets {
  return slaByPriority?.[priority] ?? sla;
}

/** Deadlines by a category's targets and calendar. What is critical waits for no opening hours. */
export function deadlinesOf(
  startedAt: string,
  category: Pick<Category, 'sla' | 'slaByPriority' | 'hours'>,
  priority: Priority,
): Deadlines {
  const hours = priority === 'critical' ? null : category.hours;
  return deadlinesFrom(startedAt, targetsOf(category, priority), hours);
}

/** `minutes` after `at`, as ISO 8601 UTC. */
export function addMinutes(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();
}

/** Which of the two clocks. */
export type SlaClock = keyof SlaMarks;

/** Something the SLA clock has to write: which clock, which mark, and the moment it falls due (ISO 8601 UTC). */
export type SlaEvent = { clock: SlaClock; mark: SlaMark; at: string };

type ClockFields = Pick<
  TicketState,
  | 'status'
  | 'acknowledgeFrom'
  | 'acknowledgeBy'
  | 'resolveFrom'
  | 'resolveBy'
  | 'acknowledgedAt'
  | 'resolvedAt'
  | 'sla'
>;

/** The next warning each running clock will give, earliest first; empty when no clock runs. */
export function upcomingSlaEvents(ticket: ClockFields, dueSoonShare = DUE_SOON_SHARE): SlaEvent[] {
  const events: SlaEvent[] = [];
  for (const clock of runningClocks(ticket)) {
    const mark = ticket.sla[clock];
    const { from, by } = spanOf(ticket, clock);
    if (mark === null) events.push({ clock, mark: 'due_soon', at: dueSoonAt(from, by, dueSoonShare) });
    else if (mark === 'due_soon') events.push({ clock, mark: 'breached', at: by });
  }
  return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** What is due by `now` (ms since the epoch) and not yet written. A clock long past its deadline is `breached` at once. */
export function dueSlaEvents(ticket: ClockFields, now: number, dueSoonShare = DUE_SOON_SHARE): SlaEvent[] {
  const due: SlaEvent[] = [];
  for (const clock of runningClocks(ticket)) {
    const { from, by } = spanOf(ticket, clock);
    const mark = ticket.sla[clock];
    if (mark !== 'breached' && now >= Date.parse(by)) due.push({ clock, mark: 'breached', at: by });
    else if (mark === null) {
      const at = dueSoonAt(from, by, dueSoonShare);
      if (now >= Date.parse(at)) due.push({ clock, mark: 'due_soon', at });
    }
  }
  return due;
}

/** The clocks that still run: acknowledging until somebody has, resolving until it is done. */
function runningClocks(ticket: ClockFields): SlaClock[] {
  if (!isOpen(ticket.status)) return [];
  return ticket.acknowledgedAt === null ? ['acknowledge', 'resolve'] : ['resolve'];
}

function spanOf(ticket: ClockFields, clock: SlaClock): { from: string; by: string } {
  return clock === 'acknowledge'
    ? { from: ticket.acknowledgeFrom, by: ticket.acknowledgeBy }
    : { from: ticket.resolveFrom, by: ticket.resolveBy };
}

/** When the warning for a deadline falls due, ISO 8601 UTC. */
export function dueSoonAt(startedAt: string, deadline: string, share = DUE_SOON_SHARE): string {
  const start = Date.parse(startedAt);
  return new Date(start + (Date.parse(deadline) - start) * share).toISOString();
}
