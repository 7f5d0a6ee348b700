import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { issueToken } from '../../server/access/tokens.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { createLog } from '../../server/platform/log.ts';
import { type ChangeBatch, LIVE_NAMESPACE } from '../../shared/wire/live.ts';
import { until } from '../../tests/support/until.ts';
import { signMeta, whatsappMessages } from '../simulate/whatsapp.ts';
import { startChildServer } from './child-server.ts';
import type { BenchEnvironment } from './environment.ts';
import { openFloorPath, type Path } from './floor-path.ts';
import { atMost, type BenchRow } from './row.ts';

const PER_SECOND = 20;
const SAMPLES = 480;
const ROUNDS = 4;
const WARM_UP = 200;
const SECRET = 'bench-app-secret';
/** Connections that are kept, as the platform keeps them. */
const AGENT = new Agent({ keepAlive: true });
const SERVER = join(import.meta.dirname, '..', '..', 'server', 'main.ts');

/**
 * From sending a signed webhook to the ticket at a wall's socket, 20 a second, beside what the way cannot do
 * without: one INSERT, one BullMQ hop, one emit, in sequence. The batching interval is taken off by setting it to
 * 1 ms.
 */
export async function measureLiveLatency(environment: BenchEnvironment): Promise<BenchRow[]> {
  const paths = await Promise.all([openFloorPath(environment, PER_SECOND), openProductPath(environment)]);
  const times: [floor: number[], product: number[]] = [[], []];
  try {
    for (const path of paths) await path.measure(WARM_UP);
    // In turns, so that a machine that tires or recovers does so for both.
    for (let round = 0; round < ROUNDS; round++)
      for (const [which, path] of paths.entries())
        times[which]?.push(...(await path.measure(SAMPLES / ROUNDS)));
  } finally {
    for (const path of paths) await path.close();
  }
  const [floor, value] = times;
  const row = (share: number) => ({
    name: `webhook to a socket client, ${PER_SECOND} a second, p${share * 100}`,
    unit: 'ms',
    value: percentile(value, share),
    floor: percentile(floor, share),
    note: `${SAMPLES} of each, LIVE_BATCH_MS=1, Redis queue`,
  });
  return [atMost(3, row(0.5)), atMost(5, row(0.99))];
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Does something twenty times a second and waits for all of it. */
async function paced(count: number, act: () => Promise<void>): Promise<void> {
  const acts: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let n = 0; n < count; n++) {
    await delay(Math.max(0, startedAt + (n * 1000) / PER_SECOND - performance.now()));
    acts.push(act());
  }
  await Promise.all(acts);
}

async function openProductPath(environment: BenchEnvironment): Promise<Path> {
  const databaseUrl = await environment.migratedDatabase();
  const { db, close } = connectDatabase(databaseUrl, { log: createLog('error'), max: 2 });
  const { token } = await issueToken(db, { role: 'wall', name: 'bench' });
  const server = await startChildServer(SERVER, {
    DATABASE_URL: databaseUrl,
    REDIS_URL: environment.redisUrl,
    DATA_DIR: join(environment.folder, 'live-latency'),
    WHATSAPP_APP_SECRET: SECRET,
    WHATSAPP_VERIFY_TOKEN: 'bench',
    LIVE_BATCH_MS: '1',
  });
  const wall = io(`${server.url}${LIVE_NAMESPACE}`, { auth: { token }, transports: ['websocket'] });
  const arrivedAt = new Map<string, number>();
  wall.on('changes', ({ changes }: ChangeBatch) => {
    for (const { ticket } of changes)
      if (!arrivedAt.has(ticket.id)) arrivedAt.set(ticket.id, performance.now());
  });
  await wall.emitWithAck('sync', { after: null });

  return {
    async measure(samples) {
      const sentAt = new Map<string, number>();
      const before = arrivedAt.size;
      await paced(samples, () => sendReport(server.url, sentAt));
      const what = 'every ticket to arrive';
      await until(() => arrivedAt.size === before + samples, { what, timeoutMs: 20_000 });
      const reports = await db.selectFrom('report').select(['external_id', 'ticket_id']).execute();
      const ticketOf = new Map(reports.map((report) => [report.external_id, report.ticket_id ?? '']));
      return [...sentAt].map(([id, at]) => (arrivedAt.get(ticketOf.get(id) ?? '') ?? Number.NaN) - at);
    },
    async close() {
      wall.disconnect();
      await server.stop();
      await close();
    },
  };
}

/** A report of its own person and without a place, so that each becomes a ticket. */
async function sendReport(url: string, sentAt: Map<string, number>): Promise<void> {
  const id = `wamid.${randomUUID()}`;
  const contact = { name: 'Budi Santoso', bsuid: `ID.${randomUUID()}` };
  const text = 'Lampu jalan mati di depan pasar, sudah tiga hari';
  const { body, headers, path } = whatsappMessages([{ id, contact, at: Date.now(), type: 'text', text }]);
  const asked = request(`${url}${path}`, {
    method: 'POST',
    agent: AGENT,
    headers: { ...headers, 'Content-Length': body.length, 'X-Hub-Signature-256': signMeta(body, SECRET) },
  });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  sentAt.set(id, performance.now());
  asked.end(body);
  const [answer] = await answered;
  // Read to its end, or the connection is not free for the next.
  answer.resume();
  if (answer.statusCode !== 200) throw new Error(`the door answered ${answer.statusCode}`);
}
