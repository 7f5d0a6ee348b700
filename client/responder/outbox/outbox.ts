import type { LiveTicket } from '../../../shared/wire/live.ts';
import { nextToSend, type OutboxItem, type Refusal } from './outbox-item.ts';
import { settleConflict } from './settle-conflict.ts';

/** Where items lie; `change` is atomic, also between a page and a service worker. */
export type OutboxStore = {
  read(): Promise<OutboxItem[]>;
  change(edit: (items: OutboxItem[]) => OutboxItem[]): Promise<void>;
  dropPhotos(ids: readonly string[]): Promise<void>;
};

/** What came of sending one item. `later`: no signal, or a server in trouble. */
export type SendResult =
  | { outcome: 'sent' | 'conflict'; ticket: LiveTicket }
  | { outcome: 'refused'; refusal: Refusal }
  | { outcome: 'later' }
  | { outcome: 'sign-in' };

export type Flushed = 'empty' | 'later' | 'sign-in';

export type OutboxParts = {
  store: OutboxStore;
  send(item: OutboxItem): Promise<SendResult>;
  /** Runs one at a time over all pages and the service worker of this phone. */
  exclusive<T>(run: () => Promise<T>): Promise<T>;
  now(): number;
  /** Called whenever an item has been changed. */
  changed(): void;
};

/** So many settled ones are remembered, and for so long: to show that they arrived. */
const KEPT_SETTLED = 30;
const KEPT_MS = 24 * 3600 * 1000;

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * What was done on a phone and has to reach the server: in order for each ticket, each once. An item leaves only when
 * the server has answered; whatever happens before that, it is sent again under the same id, which the server does once.
 */
export function createOutbox({ store, send, exclusive, now, changed }: OutboxParts) {
  async function change(edit: (items: OutboxItem[]) => OutboxItem[]): Promise<void> {
    await store.change(edit);
    changed();
  }

  /** Puts the item's new state in its place; the ticket's later items learn the version it has now. */
  async function record(next: OutboxItem): Promise<void> {
    const settled = next.state === 'waiting' ? next : { ...next, settledAt: now() };
    await change((items) =>
      forgetOld(
        items.map((item) => replaced(item, settled)),
        now(),
      ),
    );
    if (settled.state !== 'waiting' && settled.state !== 'refused') await store.dropPhotos([settled.id]);
  }

  /** One item; false where the rest has to wait. */
  async function sendOne(item: OutboxItem): Promise<Flushed | 'on'> {
    const result = await send(item);
    switch (result.outcome) {
      case 'later':
      case 'sign-in':
        return result.outcome;
      case 'sent':
        await record({ ...item, state: 'sent', after: result.ticket });
        return 'on';
      case 'refused':
        await record({ ...item, state: 'refused', refusal: result.refusal });
        return 'on';
      case 'conflict':
        await record(settleConflict(item, result.ticket));
        return 'on';
    }
  }

  return {
    /** Keeps them, all or none. Rejects where the phone cannot. */
    add: (added: readonly OutboxItem[]): Promise<void> => change((items) => [...items, ...added]),

    /** Sends what waits, until it is empty or has to wait. */
    flush: (owner: string): Promise<Flushed> =>
      exclusive(async () => {
        for (;;) {
          const item = nextToSend(await store.read(), owner);
          if (item === null) return 'empty';
          const went = await sendOne(item);
          if (went !== 'on') return went;
        }
      }),

    /** Sends a refused one about the ticket as it is now. */
    again: (id: string, ticket: LiveTicket): Promise<void> =>
      change((items) =>
        items.map((item) => {
          if (item.id !== id || item.state !== 'refused') return item;
          const { refusal: _refusal, settledAt: _settledAt, ...rest } = item;
          const { status, departmentCode, version } = ticket;
          return { ...rest, state: 'waiting', expects: { status, departmentCode }, version };
        }),
      ),

    /** Drops a refused one, and what was done on top of it. */
    async discard(id: string): Promise<void> {
      const dropped: string[] = [];
      await change((items) => {
        const at = items.findIndex((item) => item.id === id);
        const ticketId = items[at]?.ticketId;
        return items.filter((item, index) => {
          const goes = index >= at && item.ticketId === ticketId && isOpen(item);
          if (goes) dropped.push(item.id);
          return !goes;
        });
      });
      await store.dropPhotos(dropped);
    },
  };
}

/** Still to be decided or sent. */
export function isOpen({ state }: OutboxItem): boolean {
  return state === 'waiting' || state === 'refused';
}

/**
 * A later item of the ticket takes the version over only if the ticket is as that item expects: otherwise the server
 * is to say that it has changed.
 */
function replaced(item: OutboxItem, settled: OutboxItem): OutboxItem {
  if (item.id === settled.id) return settled;
  const { after } = settled;
  if (after === undefined || item.ticketId !== settled.ticketId || item.state !== 'waiting') return item;
  const { status, departmentCode } = item.expects;
  const asExpected = after.status === status && after.departmentCode === departmentCode;
  return asExpected && after.version > item.version ? { ...item, version: after.version } : item;
}

function forgetOld(items: OutboxItem[], now: number): OutboxItem[] {
  const settled = items.filter((item) => !isOpen(item));
  const kept = new Set(settled.slice(-KEPT_SETTLED).filter(({ settledAt = 0 }) => settledAt > now - KEPT_MS));
  return items.filter((item) => isOpen(item) || kept.has(item));
}
