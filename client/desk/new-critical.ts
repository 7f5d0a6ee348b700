import type { LiveTicket } from '../../shared/wire/live.ts';
import { isUnacknowledgedCritical } from '../ticket/deadline.ts';

/** Which critical tickets this person has not seen yet. */
export type Watch = { known: ReadonlySet<string> | null; unseen: ReadonlySet<string> };

/** Before the first picture: what stands there when one sits down is no news. */
export const UNWATCHED: Watch = { known: null, unseen: new Set() };

/**
 * Looks at the queue, critical tickets first as it is sorted: what is critical, acknowledged by nobody and new here is
 * news until it is opened or somebody acknowledges it. `news`: how many came just now.
 */
export function lookForNews(
  { known, unseen }: Watch,
  sorted: readonly LiveTicket[],
  openId: string | undefined,
): Watch & { news: number } {
  const calling = new Set<string>();
  for (const ticket of sorted) {
    if (ticket.priority !== 'critical') break;
    if (isUnacknowledgedCritical(ticket)) calling.add(ticket.id);
  }
  const fresh = known === null ? [] : [...calling].filter((id) => !known.has(id));
  const left = [...unseen, ...fresh].filter((id) => calling.has(id) && id !== openId);
  return { known: calling, unseen: new Set(left), news: fresh.filter((id) => id !== openId).length };
}
