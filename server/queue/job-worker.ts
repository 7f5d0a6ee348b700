import { DelayedError, type IQueueBackend, type Job } from 'bullmq';
import type { Log } from '../platform/log.ts';
import type { Driver } from './driver.ts';
import { type Handlers, NotNow, type QueueName, type RunningJob } from './jobs.ts';

export type WorkerSettings = {
  /** Jobs in hand at the same time. */
  concurrency?: number;
  /** How soon the job of a worker that died is taken up by another, milliseconds. */
  lockMs?: number;
};

export type JobWorker = {
  /** Finishes the jobs in hand and takes no more. */
  close(): Promise<void>;
};

const DEFAULT_LOCK_MS = 6000;
const STALLED_CHECK_MS = 3000;
/** A worker that dies takes no attempt from its jobs, however often the server is killed. */
const MAX_STALLED = 1000;
const RECONNECT_MS = 500;
const BLOCK_S = 5;

/** One worker of a queue; hands each job to the handler of its name. */
export function createJobWorker<Q extends QueueName, B extends IQueueBackend, C>(
  driver: Driver<B, C>,
  queue: Q,
  handlers: Handlers<Q>,
  { concurrency = 1, lockMs = DEFAULT_LOCK_MS }: WorkerSettings,
  log: Log,
): JobWorker {
  const byName = handlers as Record<string, ((job: RunningJob<unknown>) => Promise<void>) | undefined>;

  let inHand = 0;
  let isDrained = true;
  /**
   * BullMQ looks for a second job before it starts the first, as long as it may have two. At rest it may have one,
   * which starts at once; when jobs follow on each other it takes as many as it may.
   */
  async function runInHand(job: Job, token: string | undefined): Promise<void> {
    if (!isDrained) worker.concurrency = concurrency;
    isDrained = false;
    inHand += 1;
    try {
      await run(job, token);
    } finally {
      inHand -= 1;
      rest();
    }
  }

  function rest(): void {
    if (isDrained && inHand === 0) worker.concurrency = 1;
  }

  async function run(job: Job, token: string | undefined): Promise<void> {
    const handler = byName[job.name];
    if (!handler) throw new Error(`There is no handler for ${queue}/${job.name}`);
    const attempt = job.attemptsMade + 1;
    const isLastAttempt = attempt >= (job.opts.attempts ?? 1);
    try {
      await handler({ id: job.id ?? '', data: job.data as unknown, attempt, isLastAttempt });
    } catch (err) {
      if (!(err instanceof NotNow)) throw err;
      await job.moveToDelayed(Date.now() + err.delayMs, token);
      throw new DelayedError();
    }
  }

  const worker = new driver.classes.Worker(queue, (job, token) => runInHand(job as unknown as Job, token), {
    connection: driver.workerConnection(),
    concurrency: 1,
    lockDuration: lockMs,
    stalledInterval: Math.min(STALLED_CHECK_MS, lockMs),
    maxStalledCount: MAX_STALLED,
    runRetryDelay: RECONNECT_MS,
    drainDelay: BLOCK_S,
  });
  worker.on('drained', () => {
    isDrained = true;
    rest();
  });
  worker.on('error', (err) => log.debug({ err, queue }, 'worker error'));
  worker.on('failed', (job, err) => {
    log.warn({ err, queue, job: job?.id, attempt: job?.attemptsMade }, 'job failed');
  });
  return { close: () => worker.close() };
}
