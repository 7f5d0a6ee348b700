import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { QueueBackend } from '../../server/queue/backend.ts';
import { NotNow, QueueUnavailable } from '../../server/queue/jobs.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createQueueKit, QUEUE_KINDS, type QueueKit } from '../support/queue-kinds.ts';
import { startRelay } from '../support/relay.ts';
import { until } from '../support/until.ts';

describe.each(QUEUE_KINDS)('queues on %s', (kind) => {
  let kit: QueueKit;
  let database: TestDatabase;
  let backend: QueueBackend;

  beforeAll(async () => {
    kit = await createQueueKit(kind);
  });
  afterAll(() => kit.stop());
  beforeEach(async () => {
    database = await createTestDatabase();
    backend = await kit.open(database.url);
  });
  afterEach(async () => {
    await backend.queue('reports').bullmq.obliterate({ force: true });
    await backend.close();
    await database.drop();
  });

  const reportJob = (reportId: string = randomUUID()) => ({
    name: 'process-report' as const,
    data: { reportId },
    jobId: `report-${reportId}`,
  });

  test('every job reaches the handler of its name once, and is gone afterwards', async () => {
    const jobs = Array.from({ length: 50 }, () => reportJob());
    const seen: string[] = [];
    await backend.queue('reports').addBulk(jobs);
    backend.worker('reports', { 'process-report': async ({ data }) => void seen.push(data.reportId) });
    await until(() => seen.length >= 50);
    expect(seen).toHaveLength(50);
    expect(new Set(seen)).toEqual(new Set(jobs.map(({ data }) => data.reportId)));
    await until(async () => {
      const counts = await backend.queue('reports').counts();
      return Object.values(counts).every((count) => count === 0);
    });
  });

  test('a job whose id is waiting already is not added again', async () => {
    const job = reportJob();
    await backend.queue('reports').add(job);
    await backend.queue('reports').addBulk([job, job]);
    expect(await backend.queue('reports').counts()).toMatchObject({ waiting: 1 });
  });

  test('a job that fails five times is kept with its reason and can be tried again', async () => {
    const moon = { full: true };
    let runs = 0;
    backend.worker('reports', {
      'process-report': async ({ attempt, isLastAttempt }) => {
        runs += 1;
        expect(isLastAttempt).toBe(attempt === 5);
        if (moon.full) throw new Error('the moon is full');
      },
    });
    const job = reportJob();
    await backend.queue('reports').add(job);
    const failed = await until(async () => (await backend.queue('reports').failedJobs())[0]);
    expect(failed).toMatchObject({
      id: job.jobId,
      name: 'process-report',
      data: job.data,
      reason: 'the moon is full',
    });
    expect(runs).toBe(5);

    moon.full = false;
    expect(await backend.queue('reports').retry(job.jobId)).toBe(true);
    await until(() => runs === 6);
    await until(async () => (await backend.queue('reports').counts()).failed === 0);
    expect(await backend.queue('reports').retry(job.jobId)).toBe(false);
  });

  test('a job whose time has not come waits without losing an attempt', async () => {
    const attempts: number[] = [];
    backend.worker('reports', {
      'process-report': async ({ attempt }) => {
        attempts.push(attempt);
        if (attempts.length < 8) throw new NotNow(5);
      },
    });
    await backend.queue('reports').add(reportJob());
    await until(() => attempts.length === 8);
    expect(new Set(attempts)).toEqual(new Set([1]));
  });

  test('a delayed job runs when its time has come', async () => {
    const rung: number[] = [];
    const start = Date.now();
    backend.worker('sla', { 'ring-bell': async () => void rung.push(Date.now() - start) });
    const data = { ticketId: randomUUID(), clock: 'resolve', mark: 'breached' } as const;
    await backend.queue('sla').add({ name: 'ring-bell', data, delayMs: 300 });
    await until(() => rung.length === 1);
    expect(rung[0]).toBeGreaterThanOrEqual(300);
  });

  test('a job name without a handler is refused at the start', () => {
    const handlers = {} as Parameters<typeof backend.worker<'reports'>>[1];
    expect(() => backend.worker('reports', handlers)).toThrow('no handler for reports/process-report');
  });

  test('a second worker for a queue is refused', () => {
    backend.worker('reports', { 'process-report': async () => {} });
    expect(() => backend.worker('reports', { 'process-report': async () => {} })).toThrow(
      'has a worker already',
    );
  });

  test('closing waits for the job in hand', async () => {
    let started = false;
    let finish = () => {};
    let done = false;
    const hold = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const worker = backend.worker('reports', {
      'process-report': async () => {
        started = true;
        await hold;
        done = true;
      },
    });
    await backend.queue('reports').add(reportJob());
    await until(() => started);
    const closing = worker.close();
    finish();
    await closing;
    expect(done).toBe(true);
  });
});

describe('queues on a Redis that is down', () => {
  test('adding is refused at once, workers take up again when it is back', async () => {
    const kit = await createQueueKit('redis');
    const database = await createTestDatabase();
    const backend = await kit.open(database.url);
    const seen: string[] = [];
    backend.worker('reports', { 'process-report': async ({ data }) => void seen.push(data.reportId) });
    await kit.redis?.kill();
    const start = Date.now();
    const add = (reportId: string) =>
      backend
        .queue('reports')
        .add({ name: 'process-report', data: { reportId }, jobId: `report-${reportId}` });
    await expect(add(randomUUID())).rejects.toThrow(QueueUnavailable);
    expect(Date.now() - start).toBeLessThan(2000);

    await kit.redis?.restart();
    const reportId = randomUUID();
    await until(() => add(reportId).then(() => true), { timeoutMs: 15_000 });
    await until(() => seen.includes(reportId), { timeoutMs: 15_000 });
    await backend.close();
    await database.drop();
    await kit.stop();
  });

  test('a server can start without it and uses it once it is there', async () => {
    const kit = await createQueueKit('redis');
    const database = await createTestDatabase();
    await kit.redis?.kill();
    const opening = kit.open(database.url);
    await kit.redis?.restart();
    const backend = await opening;
    const reportId = randomUUID();
    await until(() =>
      backend
        .queue('reports')
        .add({ name: 'process-report', data: { reportId } })
        .then(() => true),
    );
    await backend.close();
    await database.drop();
    await kit.stop();
  });
});

describe('queues on a PostgreSQL that goes away', () => {
  test('adding is refused in time, workers take up again when it is back', async () => {
    const kit = await createQueueKit('postgres');
    const database = await createTestDatabase();
    const line = await startRelay(database.url);
    const backend = await kit.open(line.url);
    const seen: string[] = [];
    backend.worker('reports', { 'process-report': async ({ data }) => void seen.push(data.reportId) });
    const add = (reportId: string) =>
      backend
        .queue('reports')
        .add({ name: 'process-report', data: { reportId }, jobId: `report-${reportId}` });
    const first = randomUUID();
    await add(first);
    await until(() => seen.includes(first));

    line.down();
    const start = Date.now();
    await expect(add(randomUUID())).rejects.toThrow(QueueUnavailable);
    expect(Date.now() - start).toBeLessThan(2000);
    await expect(backend.ping()).rejects.toThrow();

    line.up();
    const second = randomUUID();
    await until(() => add(second).then(() => true));
    await until(() => seen.includes(second), { timeoutMs: 10_000 });

    // The connection that listens is broken while the worker waits on it.
    line.cut();
    const third = randomUUID();
    await until(() => add(third).then(() => true));
    await until(() => seen.includes(third), { timeoutMs: 10_000 });
    await backend.close();
    await line.close();
    await database.drop();
    await kit.stop();
  });

  test('one that hangs lets nobody wait for longer than two seconds', async () => {
    const kit = await createQueueKit('postgres');
    const database = await createTestDatabase();
    const line = await startRelay(database.url);
    const backend = await kit.open(line.url);
    line.hold();
    const start = Date.now();
    await expect(
      backend.queue('reports').add({ name: 'process-report', data: { reportId: 'x' } }),
    ).rejects.toThrow(QueueUnavailable);
    await expect(backend.ping()).rejects.toThrow();
    expect(Date.now() - start).toBeLessThan(4500);
    line.release();
    await until(() => backend.ping().then(() => true));
    await backend.close();
    await line.close();
    await database.drop();
    await kit.stop();
  });
});
