import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createLiveConnection, type Live, type LiveOptions } from '../../client/live/socket.ts';
import { headSeq } from '../../server/tickets/log.ts';
import { presentLiveTicket } from '../../server/tickets/present.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { startLiveNode } from '../support/live.ts';
import { readOpenTickets } from '../support/open-tickets.ts';
import { startRelay } from '../support/relay.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';

let part: TicketsUnderTest;
let node: Awaited<ReturnType<typeof startLiveNode>>;
const opened: Live[] = [];
const operator = buildActor('operator');

beforeAll(async () => {
  part = await startTickets();
  node = await startLiveNode(part);
});
afterEach(() => {
  for (const live of opened.splice(0)) live.close();
});
afterAll(async () => {
  await node.close();
  await part.stop();
});

function open(options: LiveOptions = {}): Live {
  const live = createLiveConnection({ url: node.url, token: 'wall', ...options });
  opened.push(live);
  return live;
}

const state = (live: Live) => live.connection.getSnapshot().state;

/** Waits until the board shows the database's open tickets, each in its newest version. */
async function untilConverged(live: Live, departmentCode?: string): Promise<void> {
  await until(
    async () => {
      const { seq, tickets } = await readOpenTickets(part.db, departmentCode);
      const shown = live.board.getSnapshot();
      if (shown.seq !== seq) return false;
      expect(byId(shown.tickets.values())).toEqual(
        byId(tickets.map((ticket) => presentLiveTicket(ticket, part.pack))),
      );
      return true;
    },
    { what: 'the board to converge', timeoutMs: 15_000, everyMs: 50 },
  );
}

function byId(tickets: Iterable<LiveTicket>): LiveTicket[] {
  return [...tickets].sort((a, b) => a.id.localeCompare(b.id));
}

async function work(tickets: number): Promise<void> {
  await Promise.all(
    Array.from({ length: tickets }, async (_, n) => {
      const { id } = await part.openTicket();
      await part.tickets.perform('route', id, { version: 1, departmentCode: 'SIAGA' }, operator);
      await part.tickets.perform('acknowledge', id, { version: 2 }, operator);
      if (n % 2 === 0) await part.tickets.perform('resolve', id, { version: 3, note: 'done' }, operator);
    }),
  );
}

test('a board shows what is open and follows what happens', async () => {
  await work(6);
  const live = open();
  await untilConverged(live);
  expect(state(live)).toBe('live');
  await work(20);
  await untilConverged(live);
  expect(live.freshness.read().level).toBe('live');
});

test('the board of a responder holds its own OPD and drops what leaves it', async () => {
  const live = open({ token: 'opd:JALAN', belongs: ({ departmentCode }) => departmentCode === 'JALAN' });
  const { id } = await part.openTicket();
  await untilConverged(live, 'JALAN');
  expect(live.board.getSnapshot().tickets.has(id)).toBe(true);
  await part.tickets.perform('route', id, { version: 1, departmentCode: 'SIAGA' }, operator);
  await untilConverged(live, 'JALAN');
  expect(live.board.getSnapshot().tickets.has(id)).toBe(false);
});

test('a broken line is made again and only what was missed is sent', async () => {
  const relay = await startRelay(node.url);
  const live = open({ url: relay.url });
  await untilConverged(live);
  const heard: number[] = [];
  live.board.onChanges((changes) => heard.push(...changes.map(({ seq }) => seq)));
  const before = await headSeq(part.db);
  for (let round = 0; round < 3; round++) {
    relay.cut();
    await until(() => state(live) !== 'live');
    await work(4);
    await untilConverged(live);
  }
  const head = await headSeq(part.db);
  // Changes, not snapshots: each number exactly once, none left out.
  expect(heard).toEqual(Array.from({ length: head - before }, (_, n) => before + 1 + n));
  await relay.close();
});

test('a line that swallows everything is noticed by its age, long before it breaks', async () => {
  const relay = await startRelay(node.url);
  const live = open({ url: relay.url });
  await untilConverged(live);
  await until(() => live.freshness.read().level === 'live');
  relay.hold();
  await until(() => live.freshness.read().level === 'stale', { timeoutMs: 8_000 });
  expect(state(live)).toBe('live');
  await work(2);
  relay.release();
  await untilConverged(live);
  await until(() => live.freshness.read().level === 'live');
  await relay.close();
});

test('a client that is refused says why and comes in once it may', async () => {
  let allowed = false;
  const guarded = await startLiveNode(part, {
    access: { authenticate: async () => (allowed ? operator : null) },
  });
  const live = open({ url: guarded.url });
  await until(() => state(live) === 'refused');
  expect(live.connection.getSnapshot().refusal).toBe('unauthenticated');
  allowed = true;
  live.connect();
  await untilConverged(live);
  await guarded.close();
});

test('clients of two nodes on one database see the same', async () => {
  const second = await startLiveNode(part);
  const lives = [open(), open({ url: second.url }), open(), open({ url: second.url })];
  for (const live of lives) await untilConverged(live);
  await work(15);
  for (const live of lives) await untilConverged(live);
  await second.close();
});

test('when its node goes away a client goes on with another, where it had left off', async () => {
  const first = await startLiveNode(part);
  const relay = await startRelay(first.url);
  const live = open({ url: relay.url });
  await untilConverged(live);
  const heard: number[] = [];
  live.board.onChanges((changes) => heard.push(...changes.map(({ seq }) => seq)));
  const before = await headSeq(part.db);
  await first.close();
  await work(3);
  relay.leadTo(node.url);
  await untilConverged(live);
  const head = await headSeq(part.db);
  expect(heard).toEqual(Array.from({ length: head - before }, (_, n) => before + 1 + n));
  await relay.close();
});

test('who does not read is cut within the ping times, holds up nobody, and comes back whole', async () => {
  const impatient = await startLiveNode(part, { ping: { intervalMs: 400, timeoutMs: 600 } });
  const relay = await startRelay(impatient.url);
  const slow = open({ url: relay.url });
  const quick = open({ url: impatient.url });
  await untilConverged(slow);
  await untilConverged(quick);
  relay.hold();
  await work(30);
  await untilConverged(quick);
  const socketsOn = async () => (await impatient.metrics.liveSockets.get()).values[0]?.value;
  await until(async () => (await socketsOn()) === 1, { what: 'the slow one to be cut' });
  relay.release();
  await untilConverged(slow);
  await relay.close();
  await impatient.close();
});
