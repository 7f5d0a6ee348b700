import type { LiveTicket } from '../../shared/wire/live.ts';
import { isOver } from './deadline.ts';

/** How many, and how many of them critical or past their running deadline. */
export type Load = { open: number; critical: number; over: number };

/** Counts open tickets; `now` in ms since the epoch. */
export function loadOf(tickets: Iterable<LiveTicket>, now: number): Load {
  const load: Load = { open: 0, critical: 0, over: 0 };
  for (const ticket of tickets) add(load, ticket, now);
  return load;
}

/** The load of each group, the most pressed first: by tickets over time, then by how many are open. */
export function loadBy<K>(
  tickets: Iterable<LiveTicket>,
  groupOf: (ticket: LiveTicket) => K,
  now: number,
): [K, Load][] {
  const groups = new Map<K, Load>();
  for (const ticket of tickets) {
    const key = groupOf(ticket);
    const load = groups.get(key) ?? { open: 0, critical: 0, over: 0 };
    add(load, ticket, now);
    groups.set(key, load);
  }
  return [...groups].sort(([, a], [, b]) => b.over - a.over || b.critical - a.critical || b.open - a.open);
}

function add(load: Load, ticket: LiveTicket, now: number): void {
  load.open += 1;
  if (ticket.priority === 'critical') load.critical += 1;
  if (isOver(ticket, now)) load.over += 1;
}
