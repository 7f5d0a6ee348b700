import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Pipeline, type StartPipeline, startPipeline } from '../../server/pipeline/worker.ts';
import { createLog } from '../../server/platform/log.ts';
import type { QueueBackend } from '../../server/queue/backend.ts';
import { buildCall, buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, enqueueReports, type PipelineKit } from '../support/pipeline-kit.ts';
import { createQueueKit, QUEUE_KINDS, type QueueKit } from '../support/queue-kinds.ts';
import { until } from '../support/until.ts';

describe.each(QUEUE_KINDS)('the pipeline with queues on %s', (kind) => {
  let queues: QueueKit;
  let kit: PipelineKit;
  let backend: QueueBackend;
  let pipeline: Pipeline | undefined;

  beforeAll(async () => {
    queues = await createQueueKit(kind);
  });
  afterAll(() => queues.stop());
  beforeEach(async () => {
    kit = await createPipelineKit(16);
    backend = await queues.open(kit.database.url);
  });
  afterEach(async () => {
    await pipeline?.close();
    for (const name of ['reports', 'reports-urgent'] as const) {
      await backend.queue(name).bullmq.obliterate({ force: true });
    }
    await backend.close();
    await kit.close();
  });

  const start = (given: Partial<StartPipeline> = {}) => {
    pipeline = startPipeline({ ...kit.deps, backend, log: createLog('silent'), ...given });
  };
  const countWaiting = async () => {
    const { count } = await kit.db
      .selectFrom('report')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '=', 'received')
      .executeTakeFirstOrThrow();
    return count;
  };

  test('turns waiting reports into tickets, each once', async () => {
    const apart = Array.from({ length: 60 }, (_, i) =>
      buildReport({ location: buildPin({ east: i * 2000 }) }),
    );
    const ids = await kit.receive(...apart);
    await enqueueReports(backend, ids);
    start();
    await until(async () => (await countWaiting()) === 0);
    const tickets = await kit.tickets();
    expect(tickets).toHaveLength(60);
    const log = await kit.db.selectFrom('ticket_log').select('seq').orderBy('seq').execute();
    expect(log.map(({ seq }) => seq)).toEqual(apart.map((_, i) => i + 1));
  });

  test('takes an emergency call before the thousand complaints that were there first', async () => {
    const complaints = Array.from({ length: 1000 }, (_, i) =>
      buildReport({ text: 'jalan berlubang', location: buildPin({ east: (i % 40) * 100, north: i * 3 }) }),
    );
    const ids = await kit.receive(...complaints);
    await enqueueReports(backend, ids);
    start();
    await until(async () => (await countWaiting()) < 1000);
    const [call = ''] = await kit.receive(buildCall());
    const before = await countWaiting();
    await enqueueReports(backend, [call], true);
    await until(async () => (await kit.report(call)).ticket_id, { everyMs: 5 });
    const after = await countWaiting();
    expect(before).toBeGreaterThan(500);
    expect(before - after).toBeLessThan(300);
  });

  test('marks a report that fails five times, with the reason, and does it when its job is put back', async () => {
    const [bad = '', good = ''] = await kit.receive(buildReport(), buildReport());
    const attempts: string[] = [];
    const moon = { full: true };
    const process = async (ids: readonly string[]) => {
      if (ids.includes(bad) && ids.length === 1) attempts.push(bad);
      await (ids.includes(bad) && moon.full
        ? Promise.reject(new Error('the moon is full'))
        : kit.process(ids));
    };
    start({ process });
    await enqueueReports(backend, [bad, good]);
    await until(async () => (await kit.report(bad)).state === 'failed');
    expect(await kit.report(bad)).toMatchObject({ failure: 'the moon is full', ticket_id: null });
    expect(attempts).toHaveLength(5);
    await until(async () => (await kit.report(good)).ticket_id);
    const queue = backend.queue('reports');
    const failed = await until(async () => (await queue.failedJobs())[0]);
    expect(failed).toMatchObject({ id: `report-${bad}`, reason: 'the moon is full' });

    moon.full = false;
    await queue.retry(failed.id);
    await until(async () => (await kit.report(bad)).ticket_id);
    expect(await kit.report(bad)).toMatchObject({ state: 'processed', failure: null });
  });

  test('waits for a database that is away without losing an attempt', async () => {
    const [id = ''] = await kit.receive(buildReport());
    let refusals = 4;
    const process = async (ids: readonly string[]) => {
      refusals -= 1;
      if (refusals > 0) throw Object.assign(new Error('no database'), { code: 'ECONNREFUSED' });
      return kit.process(ids);
    };
    start({ process });
    await enqueueReports(backend, [id]);
    await until(async () => (await kit.report(id)).ticket_id, { timeoutMs: 20_000 });
  });
});
