import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { issueToken } from '../../server/access/tokens.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { createLog } from '../../server/platform/log.ts';
import { type ChangeBatch, LIVE_NAMESPACE } from '../../shared/wire/live.ts';
import { startChildServer } from './child-server.ts';
import type { BenchEnvironment } from './environment.ts';
import { fillLog, numberOf } from './fill-log.ts';
import { openRawLiveClients, type RawLiveClient } from './raw-live-client.ts';
import { atLeast, type BenchRow, median } from './row.ts';

const SOCKETS = 500;
const CHANGES = 4000;
const ROUNDS = 3;
const SERVER = join(import.meta.dirname, '..', '..', 'server', 'main.ts');
const FLOOR = join(import.meta.dirname, 'floor-live.ts');

/**
 * Changes that reach 500 walls per second, from the commit that writes them to the last byte at the last
 * client, beside bare Socket.IO that sends the batches of one such round to one room.
 */
export async function measureLiveThroughput(environment: BenchEnvironment): Promise<BenchRow> {
  const product = await startProduct(environment);
  const floor = await startFloor(environment, product.batches);
  try {
    const values: number[] = [];
    const floors: number[] = [];
    // The first round of both warms up.
    for (let round = 0; round <= ROUNDS; round++) {
      const [value, bare] = [perSecond(await product.round()), perSecond(await floor.round())];
      if (round > 0) values.push(value);
      if (round > 0) floors.push(bare);
    }
    return atLeast(0.7, {
      name: `${SOCKETS} sockets, changes delivered`,
      unit: 'per second',
      value: median(values),
      floor: median(floors),
      note: `${CHANGES} changes in ${product.batches.length} batches, from the commit on, median of ${ROUNDS} rounds`,
    });
  } finally {
    await floor.stop();
    await product.stop();
  }
}

const perSecond = (ms: number) => (CHANGES * SOCKETS * 1000) / ms;

/** The server with its clients; a round answers the ms from the commit of the changes to their last arrival. */
async function startProduct(environment: BenchEnvironment) {
  const databaseUrl = await environment.migratedDatabase();
  const { db, close } = connectDatabase(databaseUrl, { log: createLog('error'), max: 2 });
  const { token } = await issueToken(db, { role: 'wall', name: 'bench' });
  const server = await startChildServer(SERVER, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(environment.folder, 'live-throughput'),
    ROLE: 'web',
  });
  const recording = await record(server.url, token);
  await fillLog(db, CHANGES);
  const batches = await recording.until(numberOf(CHANGES));
  const clients = await openRawLiveClients(server.url, token, SOCKETS);
  let made = CHANGES;
  return {
    batches,
    async round(): Promise<number> {
      made += CHANGES;
      const arrived = lastOf(clients, numberOf(made));
      await fillLog(db, CHANGES);
      const committedAt = performance.now();
      return (await arrived) - committedAt;
    },
    async stop(): Promise<void> {
      for (const client of clients) client.close();
      await server.stop();
      await close();
    },
  };
}

/** Bare Socket.IO with as many clients; a round answers the ms from the request to send to the last arrival. */
async function startFloor(environment: BenchEnvironment, batches: ChangeBatch[]) {
  const file = join(environment.folder, 'batches.json');
  await writeFile(file, JSON.stringify(batches));
  const server = await startChildServer(FLOOR, { BATCHES: file });
  const clients = await openRawLiveClients(server.url, '', SOCKETS);
  return {
    async round(): Promise<number> {
      const arrived = lastOf(clients, numberOf(CHANGES));
      const startedAt = performance.now();
      await fetch(`${server.url}/go`, { method: 'POST' });
      return (await arrived) - startedAt;
    },
    async stop(): Promise<void> {
      for (const client of clients) client.close();
      await server.stop();
    },
  };
}

/** When the ticket's number has reached every client (`performance.now()`). */
async function lastOf(clients: RawLiveClient[], number: string): Promise<number> {
  return Math.max(...(await Promise.all(clients.map((client) => client.saw(number)))));
}

/** A real client that keeps the batches up to the one that ends with a ticket's number. */
async function record(url: string, token: string) {
  const socket = io(`${url}${LIVE_NAMESPACE}`, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  });
  const kept: ChangeBatch[] = [];
  socket.on('changes', (batch: ChangeBatch) => kept.push(batch));
  await socket.emitWithAck('sync', { after: null });
  const ends = (number: string) => kept.at(-1)?.changes.at(-1)?.ticket.number === number;
  return {
    async until(number: string): Promise<ChangeBatch[]> {
      while (!ends(number)) await new Promise((resolve) => socket.once('changes', resolve));
      socket.disconnect();
      return kept;
    },
  };
}
