import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

export type FolderLock = {
  /** Gives the folder back; called twice it does nothing. */
  release(): void;
};

/** How long a server that is just closing may hold up the next one. */
const WAIT_MS = 3000;

/**
 * Takes a folder for this process alone, or rejects naming the process that has it.
 *
 * The lock is the operating system's own lock on a file (through SQLite, since Node has no flock): it ends with
 * the process however that ends, so nothing stale is left after `kill -9` or a power cut.
 */
export async function lockFolder(folder: string, whatFor: string): Promise<FolderLock> {
  const holderFile = join(folder, 'server.pid');
  const database = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 });
  const deadline = Date.now() + WAIT_MS;
  while (!tryLock(database)) {
    if (Date.now() > deadline) {
      database.close();
      throw new Error(
        `Another server${readHolder(holderFile)} is already running on ${whatFor}. ` +
          'Stop it first, or give this one a DATA_DIR and a PORT of its own.',
      );
    }
    await delay(100);
  }
  writeFileSync(holderFile, String(process.pid));
  return {
    release() {
      if (database.isOpen) database.close();
    },
  };
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('locked')) return false;
    database.close();
    throw error;
  }
}

function readHolder(holderFile: string): string {
  try {
    return ` (process ${readFileSync(holderFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
