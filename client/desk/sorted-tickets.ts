import type { LiveTicket } from '../../shared/wire/live.ts';
import { runningDeadline } from '../ticket/deadline.ts';

/** Tickets are never changed, only replaced: what is worked out of one holds as long as it is there. */
const deadlines = new WeakMap<LiveTicket, number>();

/** When the running deadline ends, in ms; a finite number also for none, as differences of infinities are no order. */
export function deadlineOf(ticket: LiveTicket): number {
  const known = deadlines.get(ticket);
  if (known !== undefined) return known;
  const at = runningDeadline(ticket)?.at ?? Number.MAX_SAFE_INTEGER;
  deadlines.set(ticket, at);
  return at;
}

/** The same order as `byNeed`, without reading dates again. */
function byNeed(a: LiveTicket, b: LiveTicket): number {
  const critical = Number(b.priority === 'critical') - Number(a.priority === 'critical');
  return critical || deadlineOf(a) - deadlineOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Keeps tens of thousands of tickets in the order of need: of each new picture only what changed is sorted, and put
 * between what stays. The same array as long as nothing changed.
 */
export function createSortedTickets() {
  let known: ReadonlyMap<string, LiveTicket> = new Map();
  let sorted: readonly LiveTicket[] = [];

  return (tickets: ReadonlyMap<string, LiveTicket>): readonly LiveTicket[] => {
    if (tickets === known) return sorted;
    const fresh: LiveTicket[] = [];
    for (const [id, ticket] of tickets) if (known.get(id) !== ticket) fresh.push(ticket);
    const before = known;
    known = tickets;
    if (fresh.length === 0 && before.size === tickets.size) return sorted;
    const staying = sorted.filter((ticket) => tickets.get(ticket.id) === ticket);
    sorted = interleave(staying, fresh.sort(byNeed));
    return sorted;
  };
}

function interleave(staying: readonly LiveTicket[], fresh: readonly LiveTicket[]): LiveTicket[] {
  const all: LiveTicket[] = [];
  let at = 0;
  for (const ticket of fresh) {
    for (let next = staying[at]; next && byNeed(next, ticket) <= 0; next = staying[at]) {
      all.push(next);
      at += 1;
    }
    all.push(ticket);
  }
  for (; at < staying.length; at += 1) all.push(staying[at] as LiveTicket);
  return all;
}
