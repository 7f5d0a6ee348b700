import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { migrateDatabase } from '../../server/database/migrate.ts';
import { createLog } from '../../server/platform/log.ts';
import { startRedis } from '../../tests/support/redis.ts';

/** What all rows are measured on: one PostgreSQL with its durable settings, one Redis. */
export type BenchEnvironment = {
  /** An empty database. */
  emptyDatabase(): Promise<string>;
  /** A database with the product's tables. */
  migratedDatabase(): Promise<string>;
  redisUrl: string;
  folder: string;
};

/** Runs `measure` with PostgreSQL and Redis on loopback, and takes everything away afterwards. */
export async function withEnvironment<T>(measure: (environment: BenchEnvironment) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'live-room-bench-'));
  // Root's PostgreSQL runs as another user; what that one cannot reach is kept elsewhere, where nobody deletes it.
  await chmod(folder, 0o755);
  const log = createLog('error');
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log });
  const redis = await startRedis();
  const emptyDatabase = async () => {
    const name = `bench_${randomBytes(4).toString('hex')}`;
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return postgres.url.replace(/[^/]+$/, name);
  };
  try {
    return await measure({
      emptyDatabase,
      async migratedDatabase() {
        const url = await emptyDatabase();
        await migrateDatabase(url, { log });
        return url;
      },
      redisUrl: redis.url,
      folder,
    });
  } finally {
    await redis.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
