import { createLog } from '../../server/platform/log.ts';
import { createQueueBackend, type QueueBackend, type RetrySettings } from '../../server/queue/backend.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { until } from './until.ts';

/** The two kinds of queue every queue test runs on. */
export const QUEUE_KINDS = ['postgres', 'redis'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/** Fails fast instead of over a quarter of a minute. */
export const QUICK_RETRY: RetrySettings = { attempts: 5, backoffMs: 5 };

export type QueueKit = {
  redis: TestRedis | null;
  /** A backend of this kind on the database; one Redis, started when first needed, serves all. */
  open(databaseUrl: string, retry?: RetrySettings): Promise<QueueBackend>;
  stop(): Promise<void>;
};

/** What a test needs to open queues of one kind: nothing for PostgreSQL, a Redis of its own otherwise. */
export async function createQueueKit(kind: QueueKind): Promise<QueueKit> {
  const redis = kind === 'redis' ? await startRedis() : null;
  return {
    redis,
    open: async (databaseUrl, retry = QUICK_RETRY) => {
      const log = createLog('silent');
      const backend = await createQueueBackend({ redisUrl: redis?.url ?? null, databaseUrl, log, retry });
      await until(() => backend.ping().then(() => true));
      return backend;
    },
    stop: async () => redis?.stop(),
  };
}
