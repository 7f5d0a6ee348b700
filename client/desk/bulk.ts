import type { Priority } from '../../shared/ticket/ticket.ts';
import { isPossible } from '../../shared/ticket/transitions.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';

/** What can be done to many at once. */
export type BulkOrder =
  | { command: 'verify' }
  | { command: 'route'; departmentCode: string }
  | { command: 'reprioritise'; priority: Priority };

export type BulkBatch = { order: BulkOrder; tickets: LiveTicket[] };

/** Those of the tickets to which it can be done, and those to which it cannot. */
export function splitPossible(
  tickets: readonly LiveTicket[],
  command: BulkOrder['command'],
): { possible: LiveTicket[]; impossible: LiveTicket[] } {
  const possible = tickets.filter(({ status }) => isPossible(status, command));
  return { possible, impossible: tickets.filter((ticket) => !possible.includes(ticket)) };
}

/**
 * Was what the person saw when they decided still so? A report more or a warning of the clock takes nothing away from
 * the decision; another status, department, kind or priority does.
 */
export function stillApplies(seen: LiveTicket, now: LiveTicket): boolean {
  return (['status', 'departmentCode', 'category', 'priority'] as const).every(
    (field) => seen[field] === now[field],
  );
}

/** The body of a command of the batch, about this version. */
export function bulkBody({ command, ...rest }: BulkOrder, version: number, commandId: string) {
  return { command, body: { ...rest, version, commandId } };
}
