import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { startRelay } from '../support/relay.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { textMessage, webhook } from '../support/whatsapp.ts';

let redis: TestRedis;
let line: Awaited<ReturnType<typeof startRelay>>;
let server: TestServer;
let token: string;
beforeAll(async () => {
  redis = await startRedis();
  line = await startRelay(redis.url);
  server = await startTestServer({ settings: { REDIS_URL: line.url, SWEEP_SECONDS: '1' } });
  token = await server.token('channel');
});
afterAll(async () => {
  line.release();
  await server.close();
  await line.close();
  await redis.stop();
});

function sendMessage(): Promise<Response> {
  const message = textMessage(`wamid.${randomUUID()}`, 'jalan rusak', `62811${Math.random()}`);
  const body = JSON.stringify(webhook({ messages: [message] }));
  const signature = createHmac('sha256', 'test-app-secret').update(body).digest('hex');
  return fetch(`${server.url}/channels/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    body,
  });
}

function sendCall(callId: string, lat: number): Promise<Response> {
  return fetch(`${server.url}/channels/112/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      callId,
      state: 'ringing',
      callerNumber: '0811',
      at: new Date().toISOString(),
      location: { lat, lng: 120.2, accuracyM: 100 - lat },
    }),
  });
}

/** Keeps sending for a while; what was answered, and the longest wait for it. */
async function sendFor(ms: number): Promise<{ statuses: Set<number>; longestMs: number }> {
  const statuses = new Set<number>();
  let longestMs = 0;
  const callId = randomUUID();
  const end = performance.now() + ms;
  for (let round = 0; performance.now() < end; round += 1) {
    for (const send of [sendMessage, () => sendCall(callId, round / 1000)]) {
      const started = performance.now();
      statuses.add((await send()).status);
      longestMs = Math.max(longestMs, performance.now() - started);
    }
    await delay(50);
  }
  return { statuses, longestMs };
}

const waiting = async () => {
  const rows = await server.db.selectFrom('report').select('id').where('state', '=', 'received').execute();
  return rows.length;
};

test('while Redis hangs every report is taken at once, and done when it is back', async () => {
  expect((await sendMessage()).status).toBe(200);
  await until(async () => (await waiting()) === 0);
  line.hold();
  const { statuses, longestMs } = await sendFor(3000);
  line.release();
  expect(statuses).toEqual(new Set([200, 202]));
  expect(longestMs).toBeLessThan(1000);
  await until(async () => (await waiting()) === 0, { timeoutMs: 30_000 });
});

test('while Redis has no memory left every report is taken, and done when it has', async () => {
  const admin = new Redis(redis.url);
  await admin.config('SET', 'maxmemory', '1');
  const { statuses } = await sendFor(1500);
  await admin.config('SET', 'maxmemory', '0');
  await admin.quit();
  expect(statuses).toEqual(new Set([200, 202]));
  await until(async () => (await waiting()) === 0, { timeoutMs: 30_000 });
});
