import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Server } from 'socket.io';

// The floor of the way from a webhook to a wall: one INSERT, one BullMQ hop, one emit, each after the other.
const { DATABASE_URL = '', REDIS_URL = '', HOST = '127.0.0.1' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 4 });
await pool.query('create table if not exists inbox (id text primary key, raw jsonb not null)');
const connection = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
const queue = new Queue('floor', { connection });

const server = createServer(async (req, res) => {
  if (req.url !== '/report') return;
  const body = await text(req);
  const { id } = JSON.parse(body);
  await pool.query('insert into inbox (id, raw) values ($1, $2)', [id, body]);
  await queue.add('report', { id }, { removeOnComplete: true });
  res.end();
});
const io = new Server(server);
const worker = new Worker('floor', async (job) => void io.emit('changes', job.data.id), { connection });
await worker.waitUntilReady();
server.listen(0, HOST, () => {
  process.stdout.write(`ready http://${HOST}:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
