import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { headSeq } from '../../server/tickets/log.ts';
import { expectNoGap, type LiveClient, latest, openClient, startLiveNode } from '../support/live.ts';
import { buildActor, startTickets, type TicketsUnderTest } from '../support/tickets.ts';
import { until } from '../support/until.ts';

let part: TicketsUnderTest;
let node: Awaited<ReturnType<typeof startLiveNode>>;
const clients: LiveClient[] = [];
const operator = buildActor('operator');

beforeAll(async () => {
  part = await startTickets();
  node = await startLiveNode(part);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await node.close();
  await part.stop();
});

function open(token?: string, url = node.url) {
  const client = openClient(url, token);
  clients.push(client);
  return client;
}

describe('who may listen', () => {
  test.for([undefined, 'nobody', ''])('token %j is refused as unauthenticated', async (token) => {
    await expect(open(token).connected()).rejects.toThrow('unauthenticated');
  });

  test('a channel token is known and has no room', async () => {
    await expect(open('channel').connected()).rejects.toThrow('forbidden');
  });

  test('a page of another site is refused before anything else', async () => {
    const client = openClient(node.url, 'wall', { origin: 'https://elsewhere.example' });
    clients.push(client);
    await expect(client.connected()).rejects.toThrow();
  });

  test('a page of our own is let in', async () => {
    const client = openClient(node.url, 'wall', { origin: node.url });
    clients.push(client);
    await client.connected();
  });

  test('the default namespace is closed', async () => {
    const { io } = await import('socket.io-client');
    const socket = io(node.url, { transports: ['websocket'], forceNew: true, reconnection: false });
    const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    socket.disconnect();
    expect(error.message).toBe('forbidden');
  });
});

test('no change reaches a socket before it has synced', async () => {
  const quiet = open('wall');
  await quiet.connected();
  const synced = open('wall');
  await synced.sync(null);
  await part.openTicket();
  await until(() => synced.batches.length > 0 && synced.beats.length > 1);
  expect(quiet.batches).toEqual([]);
});

test('a first sync brings every open ticket, as of a number of the log, and what was done today', async () => {
  const { id } = await part.openTicket({ category: 'blaze' });
  const gone = await finish((await part.openTicket()).id);
  const answer = await open('wall').sync(null);
  expect(answer.seq).toBe(await headSeq(part.db));
  expect(answer.changes).toBeUndefined();
  expect(answer.tickets?.find((ticket) => ticket.id === id)).toMatchObject({
    category: 'blaze',
    priority: 'critical',
    status: 'new',
    departmentCode: 'SIAGA',
    version: 1,
  });
  expect(answer.tickets?.some((ticket) => ticket.id === gone.id)).toBe(false);
});

test('with fifty writers at once every socket hears every number once and in order', async () => {
  const watching = await Promise.all(
    ['wall', 'operator', 'executive'].map(async (token) => {
      const client = open(token);
      return { client, seq: (await client.sync(null)).seq };
    }),
  );
  const WRITERS = 50;
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const { id } = await part.openTicket();
      await part.tickets.perform('verify', id, { version: 1 }, operator);
      await part.tickets.perform('note', id, { version: 2, note: 'seen' }, operator);
    }),
  );
  const head = await headSeq(part.db);
  for (const { client, seq } of watching) {
    await until(() => client.batches.at(-1)?.to === head, { what: `${head} to arrive` });
    expectNoGap(seq, client.batches);
    const numbers = client.changes().map((change) => change.seq);
    expect(numbers).toEqual(Array.from({ length: head - seq }, (_, n) => seq + 1 + n));
  }
});

test('who was away gets exactly what it missed, then goes on without a gap', async () => {
  const first = open('wall');
  const { seq } = await first.sync(null);
  const { id } = await part.openTicket();
  await until(() => first.batches.length > 0);
  first.close();
  await part.tickets.perform('verify', id, { version: 1 }, operator);
  await part.tickets.perform('note', id, { version: 2, note: 'seen' }, operator);

  const back = open('wall');
  const answer = await back.sync(seq + 1);
  expect(answer.tickets).toBeUndefined();
  expect(answer.changes?.map((change) => [change.seq, change.type])).toEqual([
    [seq + 2, 'ticket.verified'],
    [seq + 3, 'ticket.noted'],
  ]);
  await part.tickets.perform('note', id, { version: 3, note: 'again' }, operator);
  await until(() => back.changes().length > 0);
  expectNoGap(answer.seq, back.batches);
});

test('who missed nothing is told so', async () => {
  const head = await headSeq(part.db);
  expect(await open('wall').sync(head)).toEqual({ seq: head, changes: [] });
});

test('a number that the log never gave is answered with a snapshot', async () => {
  const answer = await open('wall').sync(1_000_000_000);
  expect(answer.seq).toBe(await headSeq(part.db));
  expect(Array.isArray(answer.tickets)).toBe(true);
});

test('a snapshot is sent where it is shorter than what was missed', async () => {
  const seq = await headSeq(part.db);
  const { id } = await part.openTicket({ category: 'dead-power' });
  for (let version = 1; version <= 150; version++)
    await part.tickets.perform('note', id, { version, note: 'again' }, operator);
  const fresh = await startLiveNode(part);
  const ofDepartment = open('opd:LUAR', fresh.url);
  const answer = await ofDepartment.sync(seq);
  expect(answer.changes).toBeUndefined();
  expect(answer.tickets?.map((ticket) => ticket.id)).toEqual([id]);
  const wholeLog = await open('wall', fresh.url).sync(seq + 100);
  expect(wholeLog.changes).toHaveLength(51);
  await fresh.close();
});

describe('an OPD', () => {
  test('hears of its own tickets only, and is told the numbers between', async () => {
    const roads = open('opd:JALAN');
    const { seq } = await roads.sync(null);
    const theirs = await part.openTicket({ category: 'broken-road' });
    await part.openTicket({ category: 'blaze' });
    const head = await headSeq(part.db);
    await until(() => roads.batches.at(-1)?.to === head);
    expectNoGap(seq, roads.batches);
    expect(roads.changes().map(({ ticket }) => ticket.id)).toEqual([theirs.id]);
  });

  test('is told once of a ticket that leaves it, and nothing after; the other from then on', async () => {
    const roads = open('opd:JALAN');
    const fire = open('opd:SIAGA');
    const { id } = await part.openTicket({ category: 'broken-road' });
    const snapshot = await roads.sync(null);
    expect(snapshot.tickets?.map((ticket) => ticket.id)).toContain(id);
    await fire.sync(null);
    await part.tickets.perform('route', id, { version: 1, departmentCode: 'SIAGA' }, operator);
    await until(() => latest(roads.changes(), id)?.departmentCode === 'SIAGA');
    await part.tickets.perform('acknowledge', id, { version: 2 }, operator);
    await until(() => latest(fire.changes(), id)?.status === 'acknowledged');
    const head = await headSeq(part.db);
    await until(() => roads.batches.at(-1)?.to === head);
    expect(roads.changes().map((change) => change.type)).toEqual(['ticket.routed']);
    const again = await open('opd:JALAN').sync(null);
    expect(again.tickets?.some((ticket) => ticket.id === id)).toBe(false);
  });
});

describe('heartbeats', () => {
  test('come each second with the newest number and the time', async () => {
    const client = open('wall');
    await client.sync(null);
    await until(() => client.beats.length >= 4);
    const head = await headSeq(part.db);
    const times = client.beats.map(({ at }) => Date.parse(at));
    expect(client.beats.every(({ seq }) => seq === head)).toBe(true);
    expect(Math.abs(Date.now() - (times.at(-1) ?? 0))).toBeLessThan(1000);
    const span = (times[3] ?? 0) - (times[1] ?? 0);
    expect(span).toBeGreaterThan(1500);
    expect(span).toBeLessThan(4000);
  });

  test('come to one who has not asked for anything yet', async () => {
    const client = open('wall');
    await client.connected();
    await until(() => client.beats.length >= 2);
    expect(client.batches).toEqual([]);
  });
});

test('a lost notification is made good by the next look at the log', async () => {
  const client = open('wall');
  const { seq } = await client.sync(null);
  const { db } = part;
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('counter')
      .set({ value: seq + 1 })
      .where('name', '=', 'log')
      .execute();
    const ticket = await trx
      .selectFrom('ticket')
      .select(['id', 'version', 'department_code'])
      .limit(1)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('ticket_log')
      .values({
        seq: seq + 1,
        ticket_id: ticket.id,
        version: 1_000_000,
        type: 'ticket.noted',
        at: new Date(),
        actor: JSON.stringify({}),
        changes: JSON.stringify({}),
        departments: [ticket.department_code],
      })
      .execute();
  });
  await until(() => client.batches.at(-1)?.to === seq + 1);
});

test.for([{}, { after: -1 }, { after: 1.5 }, { after: 'x' }, null, 'sync', [1]])(
  'a sync that cannot be read (%j) ends the connection',
  async (request) => {
    const client = open('wall');
    await client.connected();
    client.socket.emit('sync', request as never, () => undefined);
    await until(() => client.ended.length > 0);
  },
);

test('who syncs without end is sent away', async () => {
  const client = open('wall');
  await client.connected();
  for (let n = 0; n < 15; n++) client.socket.emit('sync', { after: 0 }, () => undefined);
  await until(() => client.ended.length > 0);
});

async function finish(id: string) {
  await part.tickets.perform('route', id, { version: 1, departmentCode: 'JALAN' }, operator);
  await part.tickets.perform('acknowledge', id, { version: 2 }, operator);
  return part.tickets.perform('resolve', id, { version: 3, note: 'done' }, operator);
}
