import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';

const RECONNECT_MS = 1000;

export type ListenOptions = {
  databaseUrl: string;
  /** The PostgreSQL channels: identifiers of ours, never of anybody else's making. */
  channels: string[];
  /** What the connection is called among the database's sessions. */
  name: string;
  log: DatabaseLog;
  /** A notification: its words, the process of the database that it came from, its channel. */
  heard(payload: string, processId: number, channel: string): void;
  /** Listening (again): whatever was said before that went unheard. */
  connected(): void;
};

/** Listens to channels of the database on a connection of its own; a broken connection is made again after a second. */
export function listenTo(options: ListenOptions): { close(): Promise<void> } {
  const { databaseUrl, channels, name, log } = options;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: `live-room ${name}`,
      keepAlive: true,
    });
    next.on('notification', ({ payload = '', processId, channel }) =>
      options.heard(payload, processId, channel),
    );
    next.on('error', (err) => {
      log.warn({ err }, `${name} lost its connection`);
      connectAgain(next);
    });
    next.on('end', () => connectAgain(next));
    client = next;
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${channel}`);
      options.connected();
    } catch (err) {
      log.warn({ err }, `${name} cannot listen`);
      connectAgain(next);
    }
  }

  function connectAgain(broken: pg.Client): void {
    if (closed || client !== broken) return;
    client = null;
    void broken.end().catch(() => undefined);
    retry = setTimeout(() => void connect(), RECONNECT_MS);
  }

  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
