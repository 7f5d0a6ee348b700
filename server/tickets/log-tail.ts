import pg from 'pg';
import type { Log } from '../platform/log.ts';
import { LOG_NOTIFICATION } from './append.ts';

const RECONNECT_MS = 1000;

/** Wakes its listeners when the log may have grown. They read it themselves, each from its own number. */
export type LogTail = {
  /** Calls `wake` on every growth and every `pollMs` besides; returns how to stop. */
  subscribe(wake: () => void): () => void;
  close(): Promise<void>;
};

/**
 * Listens on the database for new log entries; a poll every `pollMs` is the safety net for lost
 * notifications, and a broken connection is made again after a second.
 */
export function createLogTail({
  databaseUrl,
  log,
  pollMs = 1000,
}: {
  databaseUrl: string;
  log: Log;
  pollMs?: number;
}): LogTail {
  const listeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const wakeAll = () => {
    for (const wake of listeners) wake();
  };

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'live-room tail',
      keepAlive: true,
    });
    next.on('notification', wakeAll);
    next.on('error', (err) => {
      log.warn({ err }, 'log tail lost its connection');
      connectAgain(next);
    });
    next.on('end', () => connectAgain(next));
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${LOG_NOTIFICATION}`);
      wakeAll();
    } catch (err) {
      log.warn({ err }, 'log tail cannot listen');
      connectAgain(next);
    }
  }

  function connectAgain(broken: pg.Client): void {
    if (closed || client !== broken) return;
    client = null;
    void broken.end().catch(() => undefined);
    retry = setTimeout(() => void connect(), RECONNECT_MS);
  }

  const poll = setInterval(wakeAll, pollMs);
  void connect();

  return {
    subscribe(wake) {
      listeners.add(wake);
      return () => listeners.delete(wake);
    },
    async close() {
      closed = true;
      clearInterval(poll);
      clearTimeout(retry);
      listeners.clear();
      await client?.end();
    },
  };
}
