import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOutbox, type OutboxStore, type SendResult } from '../../../client/responder/outbox/outbox.ts';
import type { OutboxItem, OutboxWork, PhoneCommand } from '../../../client/responder/outbox/outbox-item.ts';
import { projectTicket } from '../../../client/responder/outbox/project.ts';
import type { Status } from '../../../shared/ticket/ticket.ts';
import { isPossible, nextStatus } from '../../../shared/ticket/transitions.ts';
import type { LiveTicket } from '../../../shared/wire/live.ts';

const OWNER = 'ani';

function ticket(id: string, changes: Partial<LiveTicket> = {}): LiveTicket {
  return {
    id,
    version: 1,
    status: 'routed',
    departmentCode: 'SIAGA',
    acknowledgedAt: null,
    resolvedAt: null,
    ...changes,
  } as LiveTicket;
}

let count = 0;
function item(ticketId: string, work: OutboxWork, expects: Status, version = 1): OutboxItem {
  count += 1;
  return {
    id: `item-${count}`,
    owner: OWNER,
    ticketId,
    work,
    madeAt: count,
    expects: { status: expects, departmentCode: 'SIAGA' },
    version,
    state: 'waiting',
  };
}

const command = (name: PhoneCommand, words: { note?: string; reason?: string } = {}): OutboxWork => ({
  kind: 'command',
  command: name,
  ...words,
});

/** Keeps what was said of it, also when the page that said it is gone. */
function createStore(): OutboxStore & { items: OutboxItem[] } {
  const store = {
    items: [] as OutboxItem[],
    read: async () => structuredClone(store.items),
    change: async (edit: (items: OutboxItem[]) => OutboxItem[]) => {
      store.items = structuredClone(edit(structuredClone(store.items)));
    },
    dropPhotos: async () => undefined,
  };
  return store;
}

/** The server's promises in small: a command's id is done once, an old version is refused with the newer ticket. */
function createServer(...tickets: LiveTicket[]) {
  const known = new Map(tickets.map((one) => [one.id, one]));
  const log: { ticketId: string; id: string; what: string }[] = [];
  const write = (id: string, changes: Partial<LiveTicket>) => {
    const before = known.get(id) ?? ticket(id);
    const after = { ...before, ...changes, version: before.version + 1 };
    known.set(id, after);
    return after;
  };
  return {
    log,
    known,
    write,
    take({ id, ticketId, work, version }: OutboxItem): SendResult {
      const now = known.get(ticketId) ?? ticket(ticketId);
      if (log.some((entry) => entry.id === id)) return { outcome: 'sent', ticket: now };
      if (now.departmentCode !== 'SIAGA') return { outcome: 'refused', refusal: { cause: 'forbidden' } };
      const enter = (what: string, changes: Partial<LiveTicket>): SendResult => {
        log.push({ ticketId, id, what });
        return { outcome: 'sent', ticket: write(ticketId, changes) };
      };
      if (work.kind === 'photo') return enter(work.photo, {});
      if (version !== now.version) return { outcome: 'conflict', ticket: now };
      if (!isPossible(now.status, work.command)) throw new Error(`${work.command} in ${now.status}`);
      const status = work.command === 'note' ? null : nextStatus(now.status, work.command);
      return enter(work.command, status === null ? {} : { status });
    },
  };
}

type Server = ReturnType<typeof createServer>;

/** A page over a store. `signal` says what becomes of each request: lost on the way there, on the way back, or neither. */
class Killed extends Error {}
type Signal = 'good' | 'none' | 'lost' | 'killed before' | 'killed after';
function openPage(store: OutboxStore, server: Server, signal: () => Signal) {
  return createOutbox({
    store,
    exclusive: (run) => run(),
    now: () => count,
    changed: () => undefined,
    async send(sent) {
      const now = signal();
      if (now === 'none') return { outcome: 'later' };
      if (now === 'killed before') throw new Killed();
      const result = server.take(sent);
      if (now === 'killed after') throw new Killed();
      return now === 'lost' ? { outcome: 'later' } : result;
    },
  });
}
const good = (): Signal => 'good';

/** What a responder does to a ticket from the first to the last. */
const WORK: [OutboxWork, Status][] = [
  [command('acknowledge'), 'routed'],
  [{ kind: 'photo', photo: 'before' }, 'acknowledged'],
  [command('start'), 'acknowledged'],
  [command('note', { note: 'on the way' }), 'in_progress'],
  [{ kind: 'photo', photo: 'after' }, 'in_progress'],
  [command('resolve'), 'in_progress'],
];

test('whatever the signal does and however often the app is killed, each thing is done once and in order', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('work' as const), ticket: fc.integer({ min: 0, max: 2 }) }),
    fc.record({
      do: fc.constant('flush' as const),
      signals: fc.array(fc.constantFrom<Signal>('good', 'none', 'lost', 'killed before', 'killed after'), {
        maxLength: 6,
      }),
    }),
    // Meanwhile: another report, a warning of the clock, a note of the control room.
    fc.record({ do: fc.constant('raise' as const), ticket: fc.integer({ min: 0, max: 2 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const ids = ['a', 'b', 'c'];
      const server = createServer(...ids.map((id) => ticket(id)));
      const store = createStore();
      const done = new Map<string, OutboxItem[]>(ids.map((id) => [id, []]));
      for (const now of steps) {
        if (now.do === 'flush') {
          const signals = [...now.signals];
          const page = openPage(store, server, () => signals.shift() ?? 'none');
          await page.flush(OWNER).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
          continue;
        }
        const id = ids[now.ticket] ?? 'a';
        if (now.do === 'raise') {
          server.write(id, {});
          continue;
        }
        const mine = done.get(id) ?? [];
        const next = WORK[mine.length];
        if (!next) continue;
        const made = item(id, next[0], next[1]);
        mine.push(made);
        await openPage(store, server, good).add([made]);
      }
      expect(await openPage(store, server, good).flush(OWNER)).toBe('empty');
      for (const id of ids) {
        const logged = server.log.filter(({ ticketId }) => ticketId === id).map((entry) => entry.id);
        expect(logged).toEqual((done.get(id) ?? []).map((made) => made.id));
      }
      expect(store.items.every(({ state }) => state === 'sent')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('when the control room was there first', () => {
  async function sendAfter(change: Partial<LiveTicket>, items: OutboxItem[]) {
    const server = createServer(ticket('a'));
    server.write('a', change);
    const store = createStore();
    const page = openPage(store, server, good);
    await page.add(items);
    const flushed = await page.flush(OWNER);
    return { server, store, page, flushed, states: store.items.map(({ state }) => state) };
  }

  test('what a colleague has done already is settled, and the rest goes on', async () => {
    const { server, states } = await sendAfter({ status: 'acknowledged' }, [
      item('a', command('acknowledge'), 'routed'),
      item('a', command('start'), 'acknowledged'),
    ]);
    expect(states).toEqual(['overtaken', 'sent']);
    expect(server.log.map(({ what }) => what)).toEqual(['start']);
  });

  test('words are not lost with it: they become a note', async () => {
    const { server, states } = await sendAfter({ status: 'resolved' }, [
      item('a', command('resolve', { note: 'patched' }), 'in_progress'),
    ]);
    expect(states).toEqual(['sent']);
    expect(server.log.map(({ what }) => what)).toEqual(['note']);
  });

  test('a ticket that was taken back is said so, and holds what was done on top of it', async () => {
    const start = item('a', command('start'), 'acknowledged');
    const { server, store, page, states, flushed } = await sendAfter({ status: 'returned' }, [
      item('a', command('acknowledge'), 'routed'),
      start,
    ]);
    expect(flushed).toBe('empty');
    expect(states).toEqual(['refused', 'waiting']);
    expect(store.items[0]?.refusal).toEqual({ cause: 'changed', status: 'returned' });
    expect(server.log).toEqual([]);
    // Handed over again: the person sends it about the ticket as it is.
    const now = server.write('a', { status: 'routed' });
    await page.again(store.items[0]?.id ?? '', now);
    await page.flush(OWNER);
    expect(server.log.map(({ what }) => what)).toEqual(['acknowledge', 'start']);
  });

  test('a ticket of another department is refused, and discarding drops it with what follows, of this ticket only', async () => {
    const other = item('b', command('acknowledge'), 'routed');
    const { store, page, states } = await sendAfter({ departmentCode: 'JALAN' }, [
      item('a', command('acknowledge'), 'routed'),
      item('a', { kind: 'photo', photo: 'before' }, 'acknowledged'),
      other,
    ]);
    expect(states).toEqual(['refused', 'waiting', 'sent']);
    await page.discard(store.items[0]?.id ?? '');
    expect(store.items.map(({ id }) => id)).toEqual([other.id]);
  });

  test('nobody sends what another person did on the same phone', async () => {
    const server = createServer(ticket('a'));
    const store = createStore();
    const page = openPage(store, server, good);
    await page.add([{ ...item('a', command('acknowledge'), 'routed'), owner: 'budi' }]);
    expect(await page.flush(OWNER)).toBe('empty');
    expect(server.log).toEqual([]);
    expect(store.items[0]?.state).toBe('waiting');
  });
});

test('what waits is seen on the ticket at once; what was refused, and what is behind it, is not', () => {
  const acknowledge = item('a', command('acknowledge'), 'routed');
  const start = item('a', command('start'), 'acknowledged');
  expect(projectTicket(ticket('a'), [acknowledge, start]).status).toBe('in_progress');
  const refused = { ...acknowledge, state: 'refused' as const };
  expect(projectTicket(ticket('a'), [refused, start]).status).toBe('routed');
  const answered = {
    ...acknowledge,
    state: 'sent' as const,
    after: ticket('a', { version: 2, status: 'acknowledged' }),
  };
  expect(projectTicket(ticket('a'), [answered]).status).toBe('acknowledged');
  // The board is ahead again.
  expect(projectTicket(ticket('a', { version: 3, status: 'returned' }), [answered]).status).toBe('returned');
});
