import type { Status } from '../../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import type { OutboxItem, OutboxWork, PhoneCommand } from './outbox-item.ts';

/** Statuses in which a command has nothing left to do. */
const REACHED: Record<PhoneCommand, readonly Status[]> = {
  acknowledge: ['acknowledged', 'in_progress'],
  start: ['in_progress'],
  resolve: ['resolved', 'closed'],
  return: ['returned'],
  note: [],
};

/**
 * What becomes of an item when the ticket is newer than the phone knew. A ticket that is where the person saw it (only
 * noted on, reported again, warned of) takes the same command about its new version. Where the wish has come true
 * already it is settled, and words that came with it go on as a note. Otherwise the person decides.
 */
export function settleConflict(item: OutboxItem, ticket: LiveTicket): OutboxItem {
  const { work, expects } = item;
  if (ticket.departmentCode !== expects.departmentCode)
    return { ...item, state: 'refused', refusal: { cause: 'moved', departmentCode: ticket.departmentCode } };
  if (work.kind === 'photo' || work.command === 'note' || ticket.status === expects.status)
    return { ...item, version: ticket.version };
  if (REACHED[work.command].includes(ticket.status)) {
    const words = wordsOf(work);
    if (words === null) return { ...item, state: 'overtaken', after: ticket };
    return { ...item, version: ticket.version, work: { kind: 'command', command: 'note', note: words } };
  }
  return { ...item, state: 'refused', refusal: { cause: 'changed', status: ticket.status } };
}

function wordsOf(work: OutboxWork): string | null {
  if (work.kind === 'photo') return null;
  return [work.reason, work.note].filter(Boolean).join('. ') || null;
}
