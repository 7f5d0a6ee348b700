import { afterEach, expect, test } from 'vitest';
import { createLiveConnection, type Live } from '../../client/live/socket.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { headSeq } from '../../server/tickets/log.ts';
import { type LiveClient, openClient, startLiveNode } from '../support/live.ts';
import { startRelay } from '../support/relay.ts';
import { silentLog } from '../support/silent-log.ts';
import { startTickets } from '../support/tickets.ts';
import { until } from '../support/until.ts';

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A node whose way to the database can be cut, and the tickets part with a way of its own. */
async function start() {
  const part = await startTickets();
  endings.push(part.stop);
  const relay = await startRelay(part.url);
  endings.push(relay.close);
  const { db, pool, close } = connectDatabase(relay.url, { log: silentLog, max: 5 });
  endings.push(close);
  const node = await startLiveNode({ ...part, db, pool, url: relay.url });
  endings.push(node.close);
  return { part, relay, node };
}

function open(url: string): LiveClient {
  const client = openClient(url, 'wall');
  endings.push(() => void client.close());
  return client;
}

function openLive(url: string): Live {
  const live = createLiveConnection({ url, token: 'wall' });
  endings.push(live.close);
  return live;
}

test('without its database a node falls silent, and later goes on where it was', async () => {
  const { part, relay, node } = await start();
  const client = open(node.url);
  const { seq } = await client.sync(null);
  const live = openLive(node.url);
  await until(() => client.beats.length >= 2 && live.freshness.read().level === 'live');

  relay.down();
  await part.openTicket();
  const silentFrom = client.beats.length;
  await until(() => live.freshness.read().level === 'stale', { timeoutMs: 9_000 });
  // A beat that was under way may still have come; a second one would be a lie.
  expect(client.beats.length - silentFrom).toBeLessThanOrEqual(1);
  expect(client.batches).toEqual([]);
  expect(client.ended).toEqual([]);

  relay.up();
  await until(() => client.batches.at(-1)?.to === seq + 1, { timeoutMs: 10_000 });
  await until(() => live.board.getSnapshot().tickets.size === 1);
  await until(() => live.freshness.read().level === 'live');
});

test('a database that hangs is silence too, and who syncs meanwhile is answered afterwards', async () => {
  const { part, relay, node } = await start();
  const first = open(node.url);
  await first.sync(null);
  await until(() => first.beats.length >= 2);
  relay.hold();
  const heldAt = performance.now();
  const { id } = await part.openTicket();
  const live = openLive(node.url);
  await until(() => live.connection.getSnapshot().state === 'syncing');
  const beats = first.beats.length;
  await until(() => performance.now() - heldAt > 2_500);
  expect(first.beats.length - beats).toBeLessThanOrEqual(1);
  relay.release();
  await until(() => live.board.getSnapshot().tickets.has(id));
});

test('a log that is shorter than it was makes everybody start anew', async () => {
  const { part, node } = await start();
  for (let n = 0; n < 3; n++) await part.openTicket();
  const live = openLive(node.url);
  await until(() => live.board.getSnapshot().seq === 3);
  await part.db.deleteFrom('ticket_log').where('seq', '>', 1).execute();
  await part.db.deleteFrom('ticket').where('last_seq', '>', 1).execute();
  await part.db.updateTable('counter').set({ value: 1 }).where('name', '=', 'log').execute();
  await until(() => live.board.getSnapshot().seq === 1, { timeoutMs: 8_000 });
  expect(live.board.getSnapshot().tickets.size).toBe(1);
  await part.openTicket();
  await until(() => live.board.getSnapshot().tickets.size === 2);
  expect(await headSeq(part.db)).toBe(2);
});
