import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startRelay } from '../support/relay.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let database: TestDatabase;
let relay: Awaited<ReturnType<typeof startRelay>>;
let server: TestServer;

beforeAll(async () => {
  database = await createTestDatabase();
  relay = await startRelay(database.url);
  server = await startTestServer({ databaseUrl: relay.url });
});
afterAll(async () => {
  relay.release();
  await server.close();
  await relay.close();
  await database.drop();
});

test('while the database hangs an operator’s entry is answered 503 in time, and sent again it is one ticket', async () => {
  const { cookie } = await server.signIn('operator');
  const entry = { text: 'pohon tumbang', entryId: randomUUID() };
  const send = () =>
    fetch(`${server.url}/api/tickets`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(entry),
    });
  // The session is remembered for some seconds, so it is the entry that meets the hanging database.
  expect((await fetch(`${server.url}/api/me`, { headers: { cookie } })).status).toBe(200);
  relay.hold();
  const started = performance.now();
  const refused = await send();
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(2000);
  const asked = performance.now();
  const probes = await Promise.all([fetch(`${server.url}/readyz`), fetch(`${server.url}/healthz`)]);
  expect(probes.map(({ status }) => status)).toEqual([503, 200]);
  expect(performance.now() - asked).toBeLessThan(2000);
  relay.release();
  const taken = await send();
  expect(taken.ok).toBe(true);
  expect(await server.db.selectFrom('ticket').select('id').execute()).toHaveLength(1);
});

test('while the database hangs a command is answered 503 in time, and sent again it is done once', async () => {
  const { cookie } = await server.signIn('operator');
  const headers = { cookie, 'content-type': 'application/json' };
  const opened = await fetch(`${server.url}/api/tickets`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text: 'pohon tumbang' }),
  });
  const { id, version } = (await opened.json()) as LiveTicket;
  const body = JSON.stringify({ version, note: 'sudah ditelepon', commandId: randomUUID() });
  const note = () => fetch(`${server.url}/api/tickets/${id}/note`, { method: 'POST', headers, body });
  const list = () => fetch(`${server.url}/api/tickets`, { headers });
  relay.hold();
  const started = performance.now();
  const refused = await Promise.all([note(), list()]);
  expect(refused.map(({ status }) => status)).toEqual([503, 503]);
  expect(refused.every((answer) => answer.headers.has('retry-after'))).toBe(true);
  expect(performance.now() - started).toBeLessThan(8000);
  relay.release();
  const done = await note();
  expect(done.status).toBe(200);
  expect(((await done.json()) as LiveTicket).version).toBe(version + 1);
});
