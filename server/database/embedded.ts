import { type ChildProcess, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';
import { type EmbeddedHome, findEmbeddedHome } from './embedded-home.ts';
import { lockFolder } from './embedded-lock.ts';
import { clearOrphan, launchPostgres, stopPostgres } from './embedded-process.ts';

/** PostgreSQL's names for our user and our database. */
export const ROLE = 'live_room';
export const DATABASE = 'live_room';

export type EmbeddedPostgres = {
  /** postgresql://… of the database, on 127.0.0.1 with a random password. */
  url: string;
  /** The folder of the database, which is not under DATA_DIR where PostgreSQL's user cannot reach that. */
  home: string;
  pid(): number;
  /** Fast shutdown and start on the same port; sessions break, committed data stays. */
  restart(): Promise<void>;
  /** Fast shutdown; resolves when postgres is gone and the folder is free. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataDir: string;
  log: DatabaseLog;
  /** 0 or undefined takes a free one. */
  port?: number | undefined;
  /** More postgres settings, by name; tests turn fsync off where they do not test durability. */
  settings?: Record<string, string>;
};

/**
 * Starts PostgreSQL on `dataDir`, making the cluster on first use; about half a second, a second the first time.
 * What a killed server left behind (a running postgres, stale files) is cleared first. If postgres dies while
 * the server lives it is started again on the same port. Rejects when another server has the folder and keeps it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const place = await findEmbeddedHome(options.dataDir, log);
  const lock = await lockFolder(place.home, `DATA_DIR ${options.dataDir}`);
  try {
    const password = await preparePassword(place);
    await prepareCluster(place, options.settings?.fsync !== 'off');
    await clearOrphan(join(place.home, 'data'), log);
    const { child, port } = await launchOnFreePort(place, options);
    const server = superviseChild(place, child, port, options);
    const url = (database: string) => `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
    await createDatabase(url('postgres')).catch(async (error) => {
      await server.stop();
      throw error;
    });
    return {
      url: url(DATABASE),
      home: place.home,
      pid: server.pid,
      restart: server.restart,
      async stop() {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The password lies beside the data, readable by its owner alone. */
async function preparePassword(place: EmbeddedHome): Promise<string> {
  const file = join(place.home, 'password');
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(
      `Cannot read ${file} (${error.code}): the database belongs to another user. Start as that one.`,
    );
  });
  if (known) return known.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  if (place.runAs) await chown(file, place.runAs.uid, place.runAs.gid);
  return password;
}

/** Made beside its final place and renamed, so that a kill in the middle leaves no half cluster behind. */
async function prepareCluster(place: EmbeddedHome, durable: boolean): Promise<void> {
  const data = join(place.home, 'data');
  if (await stat(data).catch(() => undefined)) return;
  const unfinished = `${data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--username=${ROLE}`, `--pwfile=${join(place.home, 'password')}`];
  // Linux flushes the whole file system at once, several times faster than a thousand files one by one.
  const flush = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
  const args = [`--pgdata=${unfinished}`, ...locale, ...access, ...(durable ? flush : ['--no-sync'])];
  await promisify(execFile)(join(place.native, 'bin/initdb'), args, {
    ...place.runAs,
    cwd: place.home,
    env: { LC_ALL: 'C', TZ: 'UTC' },
  });
  await rename(unfinished, data);
}

async function launchOnFreePort(
  place: EmbeddedHome,
  options: EmbeddedOptions,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port || (await findFreePort());
    try {
      return { child: await launchPostgres(place, port, options.settings ?? {}), port };
    } catch (error) {
      // Another process can take the port in between; backends of a killed postgres take a moment to go.
      const passing = /Address already in use|shared memory block/.test(String(error));
      if (!passing || attempt === 20) throw error;
      await delay(250);
    }
  }
}

/** Keeps postgres running until `stop`: one that dies is started again, once a second until it comes up. */
function superviseChild(place: EmbeddedHome, first: ChildProcess, port: number, options: EmbeddedOptions) {
  let child = first;
  let wanted = true;
  let launching: Promise<void> = Promise.resolve();

  const launch = async () => {
    while (wanted) {
      try {
        await clearOrphan(join(place.home, 'data'), options.log);
        child = await launchPostgres(place, port, options.settings ?? {});
        return watch();
      } catch (error) {
        options.log.error({ err: error }, 'the embedded database did not start, trying again');
        await delay(1000);
      }
    }
  };
  const watch = () => {
    child.once('exit', (code, signal) => {
      if (!wanted) return;
      options.log.error({ code, signal }, 'the embedded database died, starting it again');
      launching = launch();
    });
  };
  const stop = async () => {
    wanted = false;
    await launching;
    await stopPostgres(child);
  };

  watch();
  return {
    pid: () => child.pid ?? 0,
    stop,
    async restart() {
      await stop();
      wanted = true;
      launching = launch();
      await launching;
    },
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // What breaks it shows in its queries; an error after its end would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
