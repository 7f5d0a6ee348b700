import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../../server/database/connect.ts';
import { createEnqueue } from '../../server/intake/enqueue.ts';
import { createIntake } from '../../server/intake/receive.ts';
import { type Sweep, startSweep } from '../../server/intake/sweep.ts';
import { createLog } from '../../server/platform/log.ts';
import type { QueueBackend } from '../../server/queue/backend.ts';
import type { ParsedReport } from '../../shared/report/report.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createQueueKit, QUEUE_KINDS, type QueueKit } from '../support/queue-kinds.ts';
import { silentLog } from '../support/silent-log.ts';
import { until } from '../support/until.ts';

const log = createLog('silent');
/** An interval of an hour: nothing sweeps but what the tests sweep; what they sweep is made old enough first. */
const HOUR_S = 3600;

const report = (externalId: string, channel: ParsedReport['channel'] = 'laksa'): ParsedReport => ({
  channel,
  externalId,
  text: 'x',
  occurredAt: '2026-11-21T08:00:00Z',
  reporter: null,
  location: null,
  raw: {},
});

describe.each(QUEUE_KINDS)('on %s', (kind) => {
  let kit: QueueKit;
  let database: TestDatabase;
  let connection: DatabaseConnection;
  let backend: QueueBackend;
  const sweeps: Sweep[] = [];

  beforeAll(async () => {
    kit = await createQueueKit(kind);
    database = await createTestDatabase();
    connection = connectDatabase(database.url, { log: silentLog, max: 5 });
    backend = await kit.open(database.url);
  });
  afterAll(async () => {
    await Promise.all(sweeps.map((sweep) => sweep.close()));
    await backend.close();
    await connection.close();
    await kit.stop();
    await database.drop();
  });
  beforeEach(async () => {
    await connection.db.deleteFrom('report').execute();
    for (const name of ['reports', 'reports-urgent'] as const)
      await backend.queue(name).bullmq.obliterate({ force: true });
  });

  const openSweep = (queues: Pick<QueueBackend, 'queue'> = backend) => {
    const sweep = startSweep({ db: connection.db, queues, log, everyS: HOUR_S, media: true });
    sweeps.push(sweep);
    return sweep;
  };
  /** Reports kept while the queue took nothing. */
  async function keepUnqueued(reports: ParsedReport[]): Promise<string[]> {
    const intake = createIntake({ pool: connection.pool, enqueue: { add() {} } });
    return (await intake.receive(reports)).map(({ id }) => id);
  }
  const age = (hours: number) =>
    connection.pool.query(
      `update report set received_at = now() - make_interval(hours => $1),
         swept_at = swept_at - make_interval(hours => $1), place_swept_at = place_swept_at - make_interval(hours => $1)`,
      [hours],
    );
  const waiting = async (name: 'reports' | 'reports-urgent') => (await backend.queue(name).counts()).waiting;

  test('queues what nobody has picked up, each on its own lane, and leaves the rest', async () => {
    const [late, urgent, done] = await keepUnqueued([
      report('late'),
      report('urgent', '112'),
      report('done'),
    ]);
    await connection.pool.query(`update report set state = 'failed' where id = $1`, [done]);
    const sweep = openSweep();
    expect(await sweep.runOnce()).toBe(0);
    await age(2);
    await keepUnqueued([report('fresh')]);
    expect(await sweep.runOnce()).toBe(2);
    expect(await sweep.runOnce()).toBe(0);
    const taken: string[] = [];
    const take = ({ data }: { data: { reportId: string } }) => void taken.push(data.reportId);
    const handlers = { 'process-report': async (job: { data: { reportId: string } }) => take(job) };
    const workers = [backend.worker('reports', handlers), backend.worker('reports-urgent', handlers)];
    await until(() => taken.length === 2);
    expect(new Set(taken)).toEqual(new Set([late, urgent]));
    await Promise.all(workers.map((worker) => worker.close()));
  });

  test('many sweeps at once queue each report once, and a report that waits on the queue is not doubled', async () => {
    const ids = await keepUnqueued(Array.from({ length: 60 }, (_, index) => report(`r${index}`)));
    const enqueue = createEnqueue({ queues: backend, log });
    for (const id of ids.slice(0, 30)) enqueue.add({ id, urgent: false });
    await enqueue.settled();
    await age(2);
    const swept = await Promise.all([openSweep(), openSweep(), openSweep()].map((sweep) => sweep.runOnce()));
    expect(swept.reduce((sum, count) => sum + count)).toBe(60);
    expect(await waiting('reports')).toBe(60);
  });

  test('waits longer each time, and starts over when the queue has lost everything', async () => {
    await keepUnqueued([report('patient')]);
    const sweep = openSweep();
    await age(2);
    expect(await sweep.runOnce()).toBe(1);
    await age(2);
    expect(await sweep.runOnce()).toBe(0);
    await backend.queue('reports').bullmq.obliterate({ force: true });
    await age(2);
    expect(await sweep.runOnce()).toBe(1);
    expect(await waiting('reports')).toBe(1);
  });

  test('a dead job under the report’s id does not hold it for ever', async () => {
    const [id] = await keepUnqueued([report('stuck')]);
    const enqueue = createEnqueue({ queues: backend, log });
    const failing = backend.worker('reports', { 'process-report': () => Promise.reject(new Error('no')) });
    enqueue.add({ id: id ?? '', urgent: false });
    await until(async () => (await backend.queue('reports').counts()).failed === 1);
    await failing.close();
    const sweep = openSweep();
    const waits: number[] = [];
    for (let times = 0; times < 5; times += 1) {
      await age(30);
      await sweep.runOnce();
      waits.push(await waiting('reports'));
    }
    expect(waits).toEqual([0, 0, 0, 0, 1]);
  });

  test('a queue that is down makes nobody wait longer', async () => {
    await keepUnqueued([report('calm')]);
    await age(2);
    const down = { queue: () => ({ addBulk: () => Promise.reject(new Error('down')) }) } as never;
    await expect(openSweep(down).runOnce()).rejects.toThrow('down');
    expect(await openSweep().runOnce()).toBe(1);
  });

  test('a call whose place was learnt is looked at again, also when its job was lost', async () => {
    const [id] = await keepUnqueued([report('call', '112')]);
    await connection.pool.query(
      `update report set state = 'processed', place_pending = true, place_swept_at = now()`,
    );
    const sweep = openSweep();
    await sweep.runOnce();
    expect(await waiting('reports-urgent')).toBe(0);
    await age(2);
    await sweep.runOnce();
    const [job] = await backend.queue('reports-urgent').bullmq.getWaiting();
    expect(job?.data).toEqual({ reportId: id });
  });
});
