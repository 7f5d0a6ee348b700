import { rmSync } from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { migrateDatabase } from '../../server/database/migrate.ts';
import { silentLog } from './silent-log.ts';
import { makeTempFolder } from './temp-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The administrator's URL of the PostgreSQL that all test files share. */
    postgresUrl: string;
  }
}

type Shared = { server: EmbeddedPostgres; users: number; remove(): Promise<void> };

/** Every project of the run loads this file anew, so what they share hangs on the process. */
const registry = globalThis as typeof globalThis & { liveRoomPostgres?: Promise<Shared> };

/** One PostgreSQL for all projects of a run, with a migrated template that test databases are copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  registry.liveRoomPostgres ??= start();
  const shared = await registry.liveRoomPostgres;
  shared.users += 1;
  project.provide('postgresUrl', shared.server.url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete registry.liveRoomPostgres;
    await shared.server.stop();
    await shared.remove();
  };
}

async function start(): Promise<Shared> {
  const folder = await makeTempFolder();
  const server = await startEmbeddedPostgres({
    dataDir: folder.path,
    log: silentLog,
    // Nothing here outlives the run; durability is tested on databases of its own.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300', autovacuum_naptime: '10min' },
  });
  const remove = async () => {
    rmSync(server.home, { recursive: true, force: true });
    await folder.remove();
  };
  process.once('exit', () => {
    try {
      if (registry.liveRoomPostgres !== undefined) process.kill(server.pid(), 'SIGQUIT');
    } catch {
      // It is gone already.
    }
  });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('CREATE DATABASE template_migrated');
  await admin.end();
  await migrateDatabase(server.url.replace(/live_room$/, 'template_migrated'), { log: silentLog });
  return { server, users: 0, remove };
}
