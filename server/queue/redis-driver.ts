import { type ConnectionOptions, createRedisBackend, type RedisQueueBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../platform/log.ts';
import type { Driver } from './driver.ts';

const PRODUCER_TIMEOUT_MS = 1500;
const RECONNECT_MAX_MS = 2000;

/**
 * Queues on Redis. Producers fail fast (the inbox row is what holds); workers wait for Redis as long as it
 * takes. One connection for all producers, one for all workers' commands, one blocking connection a worker.
 */
export function createRedisDriver(redisUrl: string, log: Log): Driver<RedisQueueBackend, ConnectionOptions> {
  const retryStrategy = (times: number) => Math.min(times * 100, RECONNECT_MAX_MS);
  const producer = new Redis(redisUrl, {
    connectionName: 'live-room-producer',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: PRODUCER_TIMEOUT_MS,
    commandTimeout: PRODUCER_TIMEOUT_MS,
    retryStrategy,
  });
  let consumer: Redis | null = null;
  const openConsumer = () =>
    listen(
      new Redis(redisUrl, { connectionName: 'live-room-worker', maxRetriesPerRequest: null, retryStrategy }),
    );
  const listen = (client: Redis) =>
    client.on('error', (err) => log.debug({ err }, 'Redis cannot be reached')).setMaxListeners(0);
  listen(producer);

  return {
    kind: 'redis',
    classes: withBackend(createRedisBackend),
    producerConnection: producer,
    workerConnection: () => {
      consumer ??= openConsumer();
      return consumer;
    },
    isReady: () => producer.status === 'ready',
    async ping() {
      await producer.ping();
    },
    async close() {
      producer.disconnect();
      consumer?.disconnect();
      await Promise.resolve();
    },
  };
}
