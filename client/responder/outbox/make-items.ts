import type { LiveTicket } from '../../../shared/wire/live.ts';
import type { OutboxItem, OutboxWork } from './outbox-item.ts';

/** Items of one intention, in order, about the ticket as the person sees it (see `projectTicket`). */
export function makeItems(
  works: readonly OutboxWork[],
  { owner, ticket, now }: { owner: string; ticket: LiveTicket; now: number },
): OutboxItem[] {
  const { id: ticketId, status, departmentCode, version } = ticket;
  return works.map((work) => ({
    id: makeId(),
    owner,
    ticketId,
    work,
    madeAt: now,
    expects: { status, departmentCode },
    version,
    state: 'waiting',
  }));
}

/** A random UUID, also on a page without HTTPS, where browsers have no `randomUUID`. */
function makeId(): string {
  if (crypto.randomUUID !== undefined) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
