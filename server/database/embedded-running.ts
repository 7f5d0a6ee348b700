import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { DATABASE, ROLE } from './embedded.ts';

const CONNECT_TIMEOUT_MS = 2000;

/**
 * The URL of the embedded PostgreSQL that a server has running on `dataDir`, for a program beside it; null when
 * none runs there. Changes nothing. Throws when it belongs to another user.
 */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const pointed = await readIfThere(join(dataDir, 'postgres.location'));
  const home = pointed?.trim() ?? join(resolve(dataDir), 'postgres');
  // The lines of postmaster.pid: the fourth is the port, the eighth the status (src/include/utils/pidfile.h).
  const lines = (await readIfThere(join(home, 'data/postmaster.pid')))?.split('\n') ?? [];
  if (lines[7]?.trim() !== 'ready') return null;
  const password = await readIfThere(join(home, 'password'));
  if (password === null) return null;
  const url = `postgresql://${ROLE}:${password.trim()}@127.0.0.1:${lines[3]?.trim()}/${DATABASE}`;
  return (await answers(url)) ? url : null;
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw new Error(
      `Cannot read ${file} (${error.code}): the database belongs to another user. Run as that one.`,
    );
  });
}

/** A killed server leaves its postmaster.pid, and the port may be another program's by now. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
