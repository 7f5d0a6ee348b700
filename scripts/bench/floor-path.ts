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

export type Path = {
  /** Sends so many, `perSecond` of them a second; answers how long each took, ms. */
  measure(samples: number): Promise<number[]>;
  close(): Promise<void>;
};

/**
 * The floor of the way from a webhook to a wall: one INSERT, one BullMQ hop, one emit, each after the other, with
 * nothing around them. No HTTP: what the door's costs counts against the product.
 */
export async function openFloorPath(environment: BenchEnvironment, perSecond: number): Promise<Path> {
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
  const arrivedAt = new Map<string, number>();
  client.on('changes', (id: string) => arrivedAt.set(id, performance.now()));
  await until(() => client.connected, { what: 'the floor to listen' });

  return {
    async measure(samples) {
      const sentAt = new Map<string, number>();
      const startedAt = performance.now();
      for (let n = 0; n < samples; n++) {
        await delay(Math.max(0, startedAt + (n * 1000) / perSecond - performance.now()));
        const id = randomUUID();
        sentAt.set(id, performance.now());
        await pool.query('insert into inbox (id, raw) values ($1, $2)', [
          id,
          JSON.stringify({ id, text: BODY }),
        ]);
        await queue.add('report', { id }, { removeOnComplete: true });
      }
      const arrived = () => [...sentAt].map(([id, at]) => (arrivedAt.get(id) ?? Number.NaN) - at);
      await until(() => !arrived().some(Number.isNaN), { what: 'every emit to arrive' });
      return arrived();
    },
    async close() {
      client.disconnect();
      await worker.close();
      await queue.close();
      await sockets.close();
      connection.disconnect();
      await pool.end();
    },
  };
}
