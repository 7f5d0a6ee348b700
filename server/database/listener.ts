import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';

const RECONNECT_MS = 1000;

/** What PostgreSQL tells with NOTIFY: who asked for it, and with which words. */
export type Listener = { close(): Promise<void> };

/**
 * Listens for notifications, by channel, on a connection of its own. Each handler is also called after connecting (what
 * was told meanwhile was missed) and every `pollMs`, the safety net for lost notifications.
 */
export function createListener({
  databaseUrl,
  log,
  handlers,
  pollMs = 30_000,
}: {
  databaseUrl: string;
  log: DatabaseLog;
  /** Channel names are identifiers of ours, never of anybody else's making. */
  handlers: Record<string, () => void>;
  pollMs?: number;
}): Listener {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  const callAll = () => {
    for (const handle of Object.values(handlers)) handle();
  };

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'live-room listener',
      keepAlive: true,
    });
    next.on('notification', ({ channel }) => handlers[channel]?.());
    next.on('error', (err) => {
      log.warn({ err }, 'the listener lost its connection');
      connectAgain(next);
    });
    next.on('end', () => connectAgain(next));
    client = next;
    try {
      await next.connect();
      for (const channel of Object.keys(handlers)) await next.query(`listen ${channel}`);
      callAll();
    } catch (err) {
      log.warn({ err }, 'the listener cannot listen');
      connectAgain(next);
    }
  }

  function connectAgain(broken: pg.Client): void {
    if (closed || client !== broken) return;
    client = null;
    void broken.end().catch(() => undefined);
    retry = setTimeout(() => void connect(), RECONNECT_MS);
  }

  const poll = setInterval(callAll, pollMs);
  void connect();

  return {
    async close() {
      closed = true;
      clearInterval(poll);
      clearTimeout(retry);
      await client?.end();
    },
  };
}
