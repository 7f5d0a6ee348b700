import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { until } from '../../tests/support/until.ts';
import type { BenchEnvironment } from './environment.ts';

const BODY = 'x'.repeat(600);

/**
 * The floor of the way from a webhook to a wall, ms for each sample: one INSERT, one BullMQ hop, one emit, each
 * after the other, with nothing around them. No HTTP: what the door's costs counts against the product.
 */
export async function measureFloorPath(
  environment: BenchEnvironment,
  { samples, warmUp, perSecond }: { samples: number; warmUp: number; perSecond: number },
): Promise<number[]> {
  const pool = new pg.Pool({ connectionString: await environment.emptyDatabase(), max: 4 });
  await pool.query('create table inbox (id text primary key, raw jsonb not null)');
  const connection = new Redis(environment.redisUrl, { maxRetriesPerRequest: null });
  const name = `floor-${randomUUID()}`;
  const queue = new Queue(name, { connection });
  const server = createServer();
  const sockets = new Server(server);
  const worker = new Worker(name, async (job) => void sockets.emit('changes', job.data.id), { connection });
  await worker.waitUntilReady();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = io(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    transports: ['websocket'],
  });
  try {
    await until(() => client.connected, { what: 'the floor to listen' });
    const sentAt = new Map<string, number>();
    const times: number[] = [];
    client.on('changes', (id: string) => times.push(performance.now() - (sentAt.get(id) ?? Number.NaN)));
    const startedAt = performance.now();
    for (let n = 0; n < warmUp + samples; n++) {
      await delay(Math.max(0, startedAt + (n * 1000) / perSecond - performance.now()));
      const id = randomUUID();
      sentAt.set(id, performance.now());
      await pool.query('insert into inbox (id, raw) values ($1, $2)', [
        id,
        JSON.stringify({ id, text: BODY }),
      ]);
      await queue.add('report', { id }, { removeOnComplete: true });
    }
    await until(() => times.length === sentAt.size, { what: 'every emit to arrive' });
    return times.slice(warmUp);
  } finally {
    client.disconnect();
    await worker.close();
    await queue.close();
    await sockets.close();
    connection.disconnect();
    await pool.end();
  }
}
