import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import { createPresence, type Presence } from '../../server/realtime/presence.ts';
import type { Look, TicketPresence } from '../../shared/wire/presence.ts';
import { type LiveClient, openClient, startLiveNode } from '../support/live.ts';
import { startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';

/** Two web nodes on one database, as behind a balancer. */
let part: TicketsUnderTest;
const clock = createTestClock(Date.parse('2026-11-21T12:00:00Z'));
const nodes: Awaited<ReturnType<typeof startLiveNode>>[] = [];
const presences: Presence[] = [];
const clients: LiveClient[] = [];

beforeAll(async () => {
  part = await startTickets();
  for (let count = 0; count < 2; count += 1) {
    const presence = createPresence({ databaseUrl: part.url, db: part.db, clock, log: createLog('silent') });
    presences.push(presence);
    nodes.push(await startLiveNode(part, { presence }));
  }
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  for (const presence of presences) await presence.close();
  await part.stop();
});

/** A client of one of the nodes, and everything it is told of who is where. */
async function open(node: number, token: string) {
  const client = openClient(nodes[node]?.url ?? '', token);
  clients.push(client);
  const told: TicketPresence[] = [];
  client.socket.on('presence.changed', ({ tickets }) => told.push(...tickets));
  await client.connected();
  return {
    told,
    look: (ticketId: string | null, typing = false) =>
      client.socket.emit('ticket.looked', { ticketId, typing } satisfies Look),
    /** Who is there by the last that was told: names, with `*` for who types. */
    at: (ticketId: string) =>
      told
        .findLast((one) => one.ticketId === ticketId)
        ?.people.map(({ name, typing }) => (typing ? `${name}*` : name)),
    /** Answers once everything told to this socket before has arrived: the answer comes the same way. */
    settled: () => client.sync(null),
    close: () => client.close(),
  };
}

/** Looks again until the ticket's people are these: a node that has just started may not listen yet. */
async function untilAt(
  viewer: Awaited<ReturnType<typeof open>>,
  ticketId: string,
  people: string[],
  again = () => {},
): Promise<void> {
  await until(
    () => {
      again();
      return JSON.stringify(viewer.at(ticketId)) === JSON.stringify(people);
    },
    { what: `${people.join() || 'nobody'} at the ticket`, everyMs: 100 },
  );
}

test('who looks and who types is told across nodes, and ends with looking away, leaving, or saying nothing more', async () => {
  const { id } = await part.openTicket();
  const [ani, budi] = [await open(0, 'operator'), await open(1, 'supervisor')];
  await untilAt(budi, id, ['some operator'], () => ani.look(id));
  ani.look(id, true);
  await untilAt(budi, id, ['some operator*']);
  ani.look(null);
  await untilAt(budi, id, []);

  ani.look(id);
  await untilAt(budi, id, ['some operator']);
  // Who comes later is told what is.
  const late = await open(1, 'operator');
  await untilAt(late, id, ['some operator']);
  clock.advance(15_000);
  await untilAt(budi, id, []);

  ani.look(id);
  await untilAt(budi, id, ['some operator']);
  ani.close();
  await untilAt(budi, id, []);
});

test('an OPD is told of its own tickets only, and of a ticket handed on no longer; walls and executives of none', async () => {
  const theirs = await part.openTicket({ category: 'broken-road' });
  const others = await part.openTicket({ category: 'blaze' });
  const operator = await open(0, 'operator');
  const [jalan, siaga] = [await open(1, 'opd:JALAN'), await open(1, 'opd:SIAGA')];
  const silent = [await open(0, 'wall'), await open(1, 'executive')];
  await untilAt(jalan, theirs.id, ['some operator'], () => operator.look(theirs.id));
  operator.look(others.id);
  await untilAt(siaga, others.id, ['some operator']);
  await jalan.settled();
  expect(jalan.told.filter(({ ticketId }) => ticketId === others.id)).toEqual([]);

  // A responder is seen at their own tickets, and at no other that they might name.
  jalan.look(theirs.id);
  await untilAt(operator, theirs.id, ['some responder']);
  jalan.look(others.id);
  await untilAt(operator, theirs.id, []);
  expect(operator.at(others.id)).toEqual(['some operator']);

  await part.tickets.perform('route', others.id, { version: 1, departmentCode: 'JALAN' }, routing);
  operator.look(others.id);
  await untilAt(jalan, others.id, ['some operator']);
  await untilAt(siaga, others.id, []);
  // A wall that tells is not heard, and none is told.
  silent[0]?.look(theirs.id);
  for (const one of silent) {
    await one.settled();
    expect(one.told).toEqual([]);
  }
});

const routing = {
  kind: 'user',
  id: crypto.randomUUID(),
  name: 'somebody',
  role: 'operator',
  departmentCode: null,
} as const;
