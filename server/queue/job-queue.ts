import type { IQueueBackend, Queue } from 'bullmq';
import type { Log } from '../platform/log.ts';
import type { Driver } from './driver.ts';
import { inTime } from './in-time.ts';
import { type FailedJob, type NewJob, type QueueCounts, type QueueName, QueueUnavailable } from './jobs.ts';

/** How often and how patiently a failing job is tried again. */
export type RetrySettings = {
  attempts: number;
  /** Wait before the second attempt, doubled for each further one, milliseconds. */
  backoffMs: number;
};

export type JobQueue<Q extends QueueName> = {
  name: Q;
  /** Rejects with `QueueUnavailable` within two seconds when it cannot be kept. */
  add(job: NewJob<Q>): Promise<void>;
  /** All of them in one round trip; one that is there already (by id) is left as it is. */
  addBulk(jobs: NewJob<Q>[]): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** Newest first. */
  failedJobs(limit?: number): Promise<FailedJob[]>;
  /** Puts a failed job back with all its attempts; false when no such job has failed. */
  retry(jobId: string): Promise<boolean>;
  remove(jobId: string): Promise<void>;
  /** BullMQ's own queue, for the dashboard alone. */
  bullmq: Queue;
  close(): Promise<void>;
};

const DEFAULT_FAILED_LIMIT = 100;

/** One queue to put jobs on. Completed jobs are removed, failed ones kept to be looked at. */
export function createJobQueue<Q extends QueueName, B extends IQueueBackend, C>(
  driver: Driver<B, C>,
  name: Q,
  retry: RetrySettings,
  log: Log,
): JobQueue<Q> {
  const queue = new driver.classes.Queue(name, {
    connection: driver.producerConnection,
    streams: { events: { maxLen: 100 } },
    defaultJobOptions: {
      attempts: retry.attempts,
      backoff: { type: 'exponential', delay: retry.backoffMs },
      removeOnComplete: true,
      removeOnFail: false,
      stackTraceLimit: 1,
    },
  });
  queue.on('error', (err) => log.debug({ err, queue: name }, 'queue error'));

  async function addBulk(jobs: NewJob<Q>[]): Promise<void> {
    if (jobs.length === 0) return;
    if (!driver.isReady()) throw new QueueUnavailable();
    const entries = jobs.map(({ name: jobName, data, ...rest }) => ({
      name: jobName,
      data,
      opts: jobOptions(rest),
    }));
    // One by itself is spared the pipeline of many: they come one by one on a quiet day.
    const only = entries.length === 1 ? entries[0] : undefined;
    await inTime<unknown>(only ? queue.add(only.name, only.data, only.opts) : queue.addBulk(entries));
  }

  return {
    name,
    add: (job) => addBulk([job]),
    addBulk,
    async counts() {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
      const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
      return { waiting, active, delayed, failed };
    },
    async failedJobs(limit = DEFAULT_FAILED_LIMIT) {
      const jobs = await queue.getFailed(0, limit - 1);
      return jobs.map((job) => ({
        id: job.id ?? '',
        name: job.name,
        data: job.data as unknown,
        reason: job.failedReason,
        failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn).toISOString(),
      }));
    },
    async retry(jobId) {
      const job = await queue.getJob(jobId);
      if (!job || !(await job.isFailed())) return false;
      await job.retry('failed', { resetAttemptsMade: true });
      return true;
    },
    async remove(jobId) {
      await queue.remove(jobId);
    },
    bullmq: queue as unknown as Queue,
    close: () => queue.close(),
  };
}

function jobOptions({ jobId, delayMs }: { jobId?: string; delayMs?: number }) {
  return {
    ...(jobId === undefined ? {} : { jobId }),
    ...(delayMs === undefined || delayMs <= 0 ? {} : { delay: Math.round(delayMs) }),
  };
}
