import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';

export type EmbeddedChild = {
  url: string;
  /** Of postgres itself. */
  pid: number;
  /** Ends the process that holds it, with SIGTERM (it stops postgres first) or SIGKILL (it does not). */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/** Starts an embedded PostgreSQL in a process of its own; rejects with that one's words when it does not start. */
export async function startEmbeddedChild(dataDir: string): Promise<EmbeddedChild> {
  const child = fork(join(import.meta.dirname, 'embedded-child.ts'), [dataDir], { execArgv: [] });
  const [answer] = (await once(child, 'message')) as [{ url: string; pid: number } | { error: string }];
  if ('error' in answer) throw new Error(answer.error);
  return {
    ...answer,
    async end(signal) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Runs SQL on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
