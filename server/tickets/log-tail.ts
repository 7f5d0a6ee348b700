import pg from 'pg';
import type { Log } from '../platform/log.ts';
import { LOG_NOTIFICATION } from './append.ts';
import type { LogRow } from './log.ts';

const RECONNECT_MS = 1000;

/**
 * Told that the log may have grown; `written` are entries this node has just committed, of which it need not ask the
 * database.
 */
export type Wake = (written: readonly LogRow[]) => void;

/** Wakes its listeners when the log may have grown. They read it themselves, each from its own number. */
export type LogTail = {
  /** Calls `wake` on every growth and every `pollMs` besides; returns how to stop. */
  subscribe(wake: Wake): () => void;
  /** Wakes all of them; for whoever has just written to the log. */
  wake: Wake;
  /**
   * Whoever writes on these database processes wakes the listeners itself after each commit, and sooner than a
   * notification, which would have them read what they know.
   */
  trust(writes: (processId: number) => boolean): void;
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
  const listeners = new Set<Wake>();
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  let wakesItself = (_processId: number) => false;

  const wakeAll: Wake = (written) => {
    for (const wake of listeners) wake(written);
  };
  const look = () => wakeAll([]);

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'live-room tail',
      keepAlive: true,
    });
    next.on('notification', ({ processId }) => {
      if (!wakesItself(processId)) look();
    });
    next.on('error', (err) => {
      log.warn({ err }, 'log tail lost its connection');
      connectAgain(next);
    });
    next.on('end', () => connectAgain(next));
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${LOG_NOTIFICATION}`);
      look();
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

  const poll = setInterval(look, pollMs);
  void connect();

  return {
    wake: wakeAll,
    trust(writes) {
      wakesItself = writes;
    },
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
