import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sweep, startSweep } from '../../server/intake/sweep.ts';
import { createLog } from '../../server/platform/log.ts';
import { createQueueBackend, type QueueBackend } from '../../server/queue/backend.ts';
import { buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';
import { until } from '../support/until.ts';

const log = createLog('silent');
let kit: PipelineKit;
let backend: QueueBackend;
let sweep: Sweep | undefined;
beforeEach(async () => {
  kit = await createPipelineKit();
  const retry = { attempts: 1, backoffMs: 10 };
  backend = await createQueueBackend({ redisUrl: null, databaseUrl: kit.database.url, log, retry });
});
afterEach(async () => {
  await sweep?.close();
  await backend.close();
  await kit.close();
});

const start = (queues: Pick<QueueBackend, 'queue'>) => {
  sweep = startSweep({ db: kit.db, queues, log, everyS: 3600, media: true });
  return sweep;
};
/** A report of yesterday, with what else there is to say of it. */
const receive = async (columns: Record<string, unknown> = {}) => {
  const [id = ''] = await kit.receive(buildReport());
  const received_at = new Date(Date.now() - 86_400_000);
  await kit.db
    .updateTable('report')
    .set({ received_at, ...columns })
    .where('id', '=', id)
    .execute();
  return id;
};

test('holds no report while it waits for a queue that hangs, and asks again when it took nothing', async () => {
  const id = await receive();
  let give: (error: Error) => void = () => undefined;
  let asked = false;
  const addBulk = () =>
    new Promise<void>((_resolve, reject) => {
      asked = true;
      give = reject;
    });
  const running = start({ queue: () => ({ addBulk }) } as never).runOnce();
  await until(() => asked);
  await kit.db.transaction().execute(async (trx) => {
    const query = trx.selectFrom('report').select('id').where('id', '=', id).forUpdate().noWait();
    expect(await query.execute()).toHaveLength(1);
  });
  give(new Error('the queue hangs'));
  await expect(running).rejects.toThrow('the queue hangs');
  expect(await kit.report(id)).toMatchObject({ sweeps: 0 });
});

describe('what is to be done beside', () => {
  test('tries pictures again whose job has failed for good while their platform was away', async () => {
    let isAway = true;
    const fetched: string[] = [];
    backend.worker('media', {
      'fetch-media': ({ data }) => {
        if (isAway) return Promise.reject(new Error('Meta answers 503'));
        fetched.push(data.reportId);
        return Promise.resolve();
      },
    });
    const id = await receive({ state: 'processed', media_pending: true });
    const { runOnce } = start(backend);
    await runOnce();
    await until(async () => (await backend.queue('media').failedJobs()).length === 1);
    isAway = false;
    await kit.db.updateTable('report').set({ media_swept_at: null }).where('id', '=', id).execute();
    await runOnce();
    await until(() => fetched.includes(id));
  });

  test('does not put a failed report on the queue because its place is better known', async () => {
    await receive({ state: 'failed', place_pending: true });
    const placed = await receive({ state: 'processed', place_pending: true });
    await start(backend).runOnce();
    const jobs = await backend.queue('reports-urgent').bullmq.getWaiting();
    expect(jobs.map(({ data }) => data as unknown)).toEqual([{ reportId: placed }]);
  });
});
