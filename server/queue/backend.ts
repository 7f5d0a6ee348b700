import type { IQueueBackend } from 'bullmq';
import type { Log } from '../platform/log.ts';
import type { Driver } from './driver.ts';
import { inTime } from './in-time.ts';
import { createJobQueue, type JobQueue, type RetrySettings } from './job-queue.ts';
import { createJobWorker, type JobWorker, type WorkerSettings } from './job-worker.ts';
import { assertHandlers, type Handlers, QUEUE_NAMES, type QueueName } from './jobs.ts';
import { createPostgresDriver } from './postgres-driver.ts';
import { createRedisDriver } from './redis-driver.ts';

export type { JobQueue, RetrySettings } from './job-queue.ts';
export type { JobWorker, WorkerSettings } from './job-worker.ts';

const DEFAULT_RETRY: RetrySettings = { attempts: 5, backoffMs: 1000 };

export type QueueBackend = {
  kind: 'redis' | 'postgres';
  queue<Q extends QueueName>(name: Q): JobQueue<Q>;
  /** Starts taking jobs. Throws when a job name has no handler, or its queue has a worker already. */
  worker<Q extends QueueName>(name: Q, handlers: Handlers<Q>, settings?: WorkerSettings): JobWorker;
  /** Rejects within two seconds when the queue cannot be reached. */
  ping(): Promise<void>;
  /** Closes workers (running jobs are finished), then queues, then connections. */
  close(): Promise<void>;
};

export type QueueBackendOptions = {
  /** Null: the queues live in the database. */
  redisUrl: string | null;
  databaseUrl: string;
  log: Log;
  retry?: RetrySettings;
};

/**
 * Opens the queues on Redis, or without one on PostgreSQL. Redis may be down: adding then rejects with
 * `QueueUnavailable` at once and workers wait. PostgreSQL must be there: rejects when it is not.
 */
export async function createQueueBackend(options: QueueBackendOptions): Promise<QueueBackend> {
  return options.redisUrl === null
    ? assemble(await createPostgresDriver(options.databaseUrl, options.log), options)
    : assemble(createRedisDriver(options.redisUrl, options.log), options);
}

function assemble<B extends IQueueBackend, C>(
  driver: Driver<B, C>,
  { log, retry = DEFAULT_RETRY }: QueueBackendOptions,
): QueueBackend {
  const queues = new Map<QueueName, JobQueue<QueueName>>();
  for (const name of QUEUE_NAMES) queues.set(name, createJobQueue(driver, name, retry, log));
  const workers = new Map<QueueName, JobWorker>();
  return {
    kind: driver.kind,
    queue<Q extends QueueName>(name: Q) {
      const queue = queues.get(name);
      if (!queue) throw new Error(`There is no queue ${name}`);
      return queue as unknown as JobQueue<Q>;
    },
    worker(name, handlers, settings = {}) {
      assertHandlers(name, handlers);
      if (workers.has(name)) throw new Error(`The queue ${name} has a worker already`);
      const worker = createJobWorker(driver, name, handlers, settings, log);
      const registered: JobWorker = {
        close: async () => {
          await worker.close();
          workers.delete(name);
        },
      };
      workers.set(name, registered);
      return registered;
    },
    ping: () => inTime(driver.ping()),
    async close() {
      await Promise.all([...workers.values()].map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await driver.close();
    },
  };
}
