import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { DatabaseLog } from './database-log.ts';

const RETRY_MS = 5000;

/**
 * Runs something on one node of all that share a database: whoever holds the advisory lock `name`. Another node
 * takes over within seconds of the holder's end, or of its losing the database.
 */
export function runOnOneNode(options: {
  pool: Pool;
  name: string;
  start: () => { close(): Promise<void> };
  log: DatabaseLog;
  retryMs?: number;
}): { close(): Promise<void> } {
  const { pool, name, start, log, retryMs = RETRY_MS } = options;
  const closing = new AbortController();

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      await tryToHold().catch((err: unknown) => log.warn({ err, name }, 'cannot ask for the lock'));
      await delay(retryMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  async function tryToHold(): Promise<void> {
    const client = await pool.connect();
    let fault: Error | undefined;
    const noteFault = (error: Error) => {
      fault = error;
    };
    client.on('error', noteFault);
    try {
      const { rows } = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
        [name],
      );
      if (!rows[0]?.held) return;
      const running = start();
      try {
        await ended(client);
      } finally {
        await running.close();
      }
      if (!fault) await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    } catch (error) {
      fault ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.off('error', noteFault);
      client.release(fault);
    }
  }

  /** Resolves when this is to end, or the lock's connection broke. */
  function ended(client: PoolClient): Promise<void> {
    return new Promise((resolve) => {
      const end = () => resolve();
      client.once('error', end);
      if (closing.signal.aborted) end();
      closing.signal.addEventListener('abort', end, { once: true });
    });
  }

  const running = loop();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
