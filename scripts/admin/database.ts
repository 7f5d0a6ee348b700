import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../../server/config.ts';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import type { DatabaseLog } from '../../server/database/database-log.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { lockFolder } from '../../server/database/embedded-lock.ts';
import { findRunningPostgres } from '../../server/database/embedded-running.ts';
import { migrateDatabase } from '../../server/database/migrate.ts';

/** A server or another command may be starting or stopping its database just now. */
const TAKEN_TIMEOUT_MS = 20_000;

/** The database of a server, for a program beside it. */
export type OpenDatabase = { url: string; db: Database; close(): Promise<void> };

export type OpenOptions = Pick<Config, 'databaseUrl' | 'dataDir'> & { log: DatabaseLog };

/**
 * Opens the database that a server with these settings has: DATABASE_URL, or the embedded one of DATA_DIR, which
 * is started for the time being when no server runs on it.
 */
export async function openDatabase({ databaseUrl, dataDir, log }: OpenOptions): Promise<OpenDatabase> {
  const source =
    databaseUrl === null ? await embedded(dataDir, log) : { url: databaseUrl, stop: async () => {} };
  const connection = connectDatabase(source.url, { log, max: 2, connectTimeoutMs: 20_000 });
  const close = async () => {
    await connection.close();
    await source.stop();
  };
  try {
    await migrateDatabase(source.url, { log });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: source.url, db: connection.db, close };
}

/**
 * The folder that commands mean when DATA_DIR is not set: that of `npm start`, unless only the demo, which keeps
 * its data in a folder within, is there.
 */
export async function chooseDataDir(dataDir: string): Promise<string> {
  const demo = join(dataDir, 'demo');
  if (!existsSync(demo) || (await findRunningPostgres(dataDir)) !== null) return dataDir;
  return (await findRunningPostgres(demo)) === null ? dataDir : demo;
}

async function embedded(dataDir: string, log: DatabaseLog): Promise<{ url: string; stop(): Promise<void> }> {
  // Commands take turns: one must not stop the database that it started while another works on it.
  const turns = join(dataDir, 'admin');
  await mkdir(turns, { recursive: true });
  const turn = await whenFree(async () => lockFolder(turns, turns));
  try {
    const { url, stop } = await whenFree(async () => {
      const running = await findRunningPostgres(dataDir);
      return running === null
        ? startEmbeddedPostgres({ dataDir, log })
        : { url: running, stop: async () => {} };
    });
    return {
      url,
      stop: async () => {
        await stop();
        turn.release();
      },
    };
  } catch (error) {
    turn.release();
    throw error;
  }
}

/** Tries again while another process has the folder's lock. */
async function whenFree<Result>(take: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + TAKEN_TIMEOUT_MS;
  for (;;) {
    try {
      return await take();
    } catch (error) {
      const taken = error instanceof Error && error.message.startsWith('Another server');
      if (!taken || Date.now() > deadline) throw error;
      await delay(100);
    }
  }
}
