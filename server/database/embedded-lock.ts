import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type FolderLock = {
  /** Gives the folder back; called twice it does nothing. */
  release(): void;
};

/**
 * Takes a folder for this process alone, or throws naming the process that has it.
 *
 * The lock is the operating system's own lock on a file (through SQLite, since Node has no flock): it ends with
 * the process however that ends, so nothing stale is left after `kill -9` or a power cut.
 */
export function lockFolder(folder: string, whatFor: string): FolderLock {
  const holderFile = join(folder, 'server.pid');
  const database = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!(error instanceof Error) || !error.message.includes('locked')) throw error;
    throw new Error(
      `Another server${readHolder(holderFile)} is already running on ${whatFor}. ` +
        'Stop it first, or give this one a DATA_DIR and a PORT of its own.',
    );
  }
  writeFileSync(holderFile, String(process.pid));
  return {
    release() {
      if (database.isOpen) database.close();
    },
  };
}

function readHolder(holderFile: string): string {
  try {
    return ` (process ${readFileSync(holderFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
