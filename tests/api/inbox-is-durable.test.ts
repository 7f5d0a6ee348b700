import { afterEach, expect, test } from 'vitest';
import { connectDatabase } from '../../server/database/connect.ts';
import { createEnqueue } from '../../server/intake/enqueue.ts';
import { createIntake } from '../../server/intake/receive.ts';
import { toAppError } from '../../server/platform/errors.ts';
import { createLog } from '../../server/platform/log.ts';
import type { ParsedReport } from '../../shared/report/report.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Doors, startDoors } from '../support/doors.ts';
import { startRelay } from '../support/relay.ts';
import { silentLog } from '../support/silent-log.ts';
import { until } from '../support/until.ts';
import { postWebhook, textMessage, webhook } from '../support/whatsapp.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

type Relay = Awaited<ReturnType<typeof startRelay>>;

/** Doors whose line to the database can be held or cut. */
async function startOnALine(): Promise<{ doors: Doors; line: Relay }> {
  let line: Relay | undefined;
  const doors = await startDoors({
    lineTo: async (databaseUrl) => {
      line = await startRelay(databaseUrl);
      const url = new URL(databaseUrl);
      url.host = new URL(line.url).host;
      return url.href;
    },
  });
  if (!line) throw new Error('there is no line');
  cleanups.push(line.close, doors.close);
  return { doors, line };
}

/** One request at each door, each of which answers 2xx when it can be kept. */
const REQUESTS: Record<string, (doors: Doors) => Promise<Response>> = {
  whatsapp: (doors) => postWebhook(doors, webhook({ messages: [textMessage('wamid.durable', 'x')] })),
  status: (doors) =>
    postWebhook(doors, webhook({ statuses: [{ id: 'w', status: 'read', timestamp: '1779000000' }] })),
  call: (doors) =>
    doors.post(
      '/channels/112/calls',
      '{"callId":"durable","state":"ringing","at":"2026-11-21T08:00:00Z"}',
      bearer(doors),
    ),
  aml: (doors) =>
    doors.post(
      '/channels/112/aml',
      'v=1&device_number=%2B628111222333&location_latitude=-3&location_longitude=120&location_time=1779000000000',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ),
  laksa: (doors) =>
    doors.post('/channels/laksa/reports', '{"text":"x"}', { ...bearer(doors), 'idempotency-key': 'durable' }),
  sensor: (doors) =>
    doors.post('/channels/sensors/readings', '[{"n":"durable","t":1779000000,"v":1}]', {
      ...bearer(doors),
      'content-type': 'application/senml+json',
    }),
};

function bearer(doors: Doors): Record<string, string> {
  return { authorization: `Bearer ${doors.token}`, 'content-type': 'application/json' };
}

async function answerOf(send: () => Promise<Response>) {
  const started = performance.now();
  const response = await send();
  return {
    status: response.status,
    retryAfter: Number(response.headers.get('retry-after')),
    tookMs: performance.now() - started,
  };
}

test.each(['hold', 'cut'] as const)(
  'with the database gone (%s) every door says 503 within two seconds, and takes what is sent again once',
  async (how) => {
    const { doors, line } = await startOnALine();
    if (how === 'hold') line.hold();
    else {
      line.leadTo('tcp://127.0.0.1:1');
      line.cut();
    }
    const answers = await Promise.all(Object.values(REQUESTS).map((send) => answerOf(() => send(doors))));
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.retryAfter).toBeGreaterThan(0);
      expect(answer.tookMs).toBeLessThan(2000);
    }
    if (how === 'hold') line.release();
    else line.leadTo(doors.databaseUrl.replace(/^postgresql/, 'tcp'));
    for (let times = 0; times < 2; times += 1) {
      for (const send of Object.values(REQUESTS)) expect((await send(doors)).ok).toBe(true);
    }
    const kept = await doors.db.selectFrom('report').select('channel').orderBy('channel').execute();
    expect(kept.map(({ channel }) => channel)).toEqual(['112', 'laksa', 'sensor', 'whatsapp']);
  },
);

test('a report the database refuses takes none of those beside it along', async () => {
  const database = await createTestDatabase();
  cleanups.push(database.drop);
  const { pool, close } = connectDatabase(database.url, { log: silentLog, max: 3 });
  cleanups.push(close);
  const intake = createIntake({ pool, enqueue: { add() {} } });
  const report = (externalId: string, occurredAt = '2026-11-21T08:00:00Z'): ParsedReport => ({
    channel: 'laksa',
    externalId,
    text: 'x',
    occurredAt,
    reporter: null,
    location: null,
    raw: null,
  });
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      intake.receive([report(`r${index}`, index % 10 === 7 ? 'no time at all' : undefined)]),
    ),
  );
  const refused = results.flatMap((result, index) => (result.status === 'rejected' ? [index] : []));
  expect(refused).toEqual([7, 17, 27, 37]);
});

test('a crowd at the door shares statements: each gets its own answer, in its own order', async () => {
  const database = await createTestDatabase();
  cleanups.push(database.drop);
  const { pool, close } = connectDatabase(database.url, { log: silentLog, max: 3 });
  cleanups.push(close);
  const added: string[] = [];
  const intake = createIntake({ pool, enqueue: { add: ({ id }) => void added.push(id) } });
  const report = (externalId: string): ParsedReport => ({
    channel: 'whatsapp',
    externalId,
    text: externalId,
    occurredAt: '2026-11-21T08:00:00Z',
    reporter: null,
    location: null,
    raw: null,
  });
  const calls = Array.from({ length: 100 }, (_, index) => [`a${index % 60}`, `b${index}`, `a${index % 60}`]);
  const answers = await Promise.all(calls.map((ids) => intake.receive(ids.map(report))));
  const { rows } = await pool.query<{ id: string; text: string }>('select id, text from report');
  const textOf = new Map(rows.map(({ id, text }) => [id, text]));
  expect(answers.map((received) => received.map(({ id }) => textOf.get(id)))).toEqual(calls);
  expect(rows).toHaveLength(160);
  const fresh = answers.flat().filter(({ duplicate }) => !duplicate);
  expect(fresh).toHaveLength(160);
  expect(new Set(added).size).toBe(160);
  expect(added).toHaveLength(160);
});

test('a queue that takes nothing delays nobody and uses no memory for it', async () => {
  let asked = 0;
  const queue = () => ({
    addBulk: () => {
      asked += 1;
      return Promise.reject(new Error('down'));
    },
  });
  const enqueue = createEnqueue({ queues: { queue } as never, log: createLog('silent') });
  for (let index = 0; index < 50_000; index += 1) enqueue.add({ id: String(index), urgent: false });
  await enqueue.settled();
  expect(asked).toBe(1);
});

test('what two nodes are sent in different order they insert in the same order, so that neither waits for ever', async () => {
  const database = await createTestDatabase();
  cleanups.push(database.drop);
  const { pool, close } = connectDatabase(database.url, { log: silentLog, max: 3 });
  cleanups.push(close);
  const intake = createIntake({ pool, enqueue: { add() {} } });
  const report = (externalId: string): ParsedReport => ({
    channel: 'whatsapp',
    externalId,
    text: externalId,
    occurredAt: '2026-11-21T08:00:00Z',
    reporter: null,
    location: null,
    raw: null,
  });
  const other = await pool.connect();
  const insert = (externalId: string) =>
    other.query(
      `insert into report (channel, external_id, urgent, text, occurred_at, raw)
      values ('whatsapp', $1, false, '', now(), '{}') on conflict do nothing`,
      [externalId],
    );
  await other.query("begin; set local lock_timeout = '500ms'");
  await insert('a');
  const receiving = intake.receive([report('b'), report('a')]);
  await until(async () => {
    const { rows } = await pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.length > 0;
  });
  await insert('b');
  await other.query('commit');
  other.release();
  expect((await receiving).map(({ externalId, duplicate }) => [externalId, duplicate])).toEqual([
    ['b', true],
    ['a', true],
  ]);
  const fresh = await intake.receive([report('z'), report('y')]);
  expect(fresh.map(({ id }) => id)).toEqual(fresh.map(({ id }) => id).toSorted());
});

test('a database that has become a standby is one that keeps nothing now: unavailable, not a fault', async () => {
  const database = await createTestDatabase();
  cleanups.push(database.drop);
  const admin = connectDatabase(database.url, { log: silentLog, max: 1 });
  cleanups.push(admin.close);
  const name = new URL(database.url).pathname.slice(1);
  await admin.pool.query(`alter database ${name} set default_transaction_read_only = on`);
  const { pool, close } = connectDatabase(database.url, { log: silentLog, max: 1 });
  cleanups.push(close);
  const intake = createIntake({ pool, enqueue: { add() {} } });
  const report: ParsedReport = {
    channel: 'laksa',
    externalId: 'standby',
    text: 'x',
    occurredAt: '2026-11-21T08:00:00Z',
    reporter: null,
    location: null,
    raw: null,
  };
  const error = await intake.receive([report]).catch((refusal: unknown) => toAppError(refusal));
  expect(error).toMatchObject({ problem: 'unavailable' });
});
