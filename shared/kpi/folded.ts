import type { LogEntry, StateChanges } from '../ticket/log-entry.ts';
import { isOpen, type TicketState } from '../ticket/ticket.ts';

/** What of a ticket's history the figures are made of: its state, and what the state forgets. Times are ISO 8601 UTC. */
export type Folded = Pick<
  TicketState,
  | 'status'
  | 'departmentCode'
  | 'category'
  | 'channel'
  | 'createdAt'
  | 'acknowledgeFrom'
  | 'acknowledgeBy'
  | 'resolveBy'
  | 'acknowledgedAt'
  | 'resolvedAt'
  | 'sla'
> & {
  kecamatan: string | null;
  /** Each time it was called solved, and whether it was opened again. */
  resolutions: { at: string; reopened: boolean }[];
  /** From when to when it was open; `to` is null while it is. */
  stays: { from: string; to: string | null }[];
};

const COPIED = [
  'status',
  'departmentCode',
  'category',
  'channel',
  'createdAt',
  'acknowledgeFrom',
  'acknowledgeBy',
  'resolveBy',
  'acknowledgedAt',
  'resolvedAt',
  'sla',
] as const satisfies (keyof Folded & keyof StateChanges)[];

type Entry = Pick<LogEntry, 'type' | 'at' | 'changes'>;

/** The history up to and with this entry; null where it does not begin with an opening. */
export function foldEntry(before: Folded | null, { type, at, changes }: Entry): Folded | null {
  if (before === null && changes.createdAt === undefined) return null;
  const after: Folded = {
    ...(before ?? ({ kecamatan: null, resolutions: [], stays: [] } as unknown as Folded)),
    ...copied(changes),
  };
  if ('location' in changes) after.kecamatan = changes.location?.kecamatan ?? null;
  const wasOpen = before !== null && isOpen(before.status);
  const opensNow = isOpen(after.status);
  // Taken out of another it is as if it had never been part of it.
  if (type === 'ticket.restored' && opensNow)
    after.stays = replaceLast(after.stays, (stay) => ({ ...stay, to: null }));
  else if (!wasOpen && opensNow) after.stays = [...after.stays, { from: at, to: null }];
  if (wasOpen && !opensNow) after.stays = replaceLast(after.stays, (stay) => ({ ...stay, to: at }));
  if (type === 'ticket.resolved') after.resolutions = [...after.resolutions, { at, reopened: false }];
  if (type === 'ticket.reopened' && before !== null && wasCalledSolved(before))
    after.resolutions = replaceLast(after.resolutions, (resolution) => ({ ...resolution, reopened: true }));
  return after;
}

function wasCalledSolved({ status }: Folded): boolean {
  return status === 'resolved' || status === 'closed';
}

function copied(changes: StateChanges): Partial<Folded> {
  return Object.fromEntries(COPIED.filter((key) => key in changes).map((key) => [key, changes[key]]));
}

function replaceLast<T>(list: readonly T[], change: (last: T) => T): T[] {
  return list.map((item, index) => (index === list.length - 1 ? change(item) : item));
}
