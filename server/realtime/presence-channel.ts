import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import type { Role } from '../../shared/access/actor.ts';
import type { Database } from '../database/connect.ts';
import type { Log } from '../platform/log.ts';

const CHANNEL = 'live_room_presence';
const RECONNECT_MS = 1000;

const noteSchema = z.object({
  /** Of the connection that looks, the same on every node. */
  socketId: z.string(),
  ticketId: z.uuid().nullable(),
  departmentCode: z.string(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    role: z.custom<Role>((role) => typeof role === 'string'),
  }),
  typing: z.boolean(),
});
/** What one node tells all of them, itself too: a connection looks at this ticket now, or at none. */
export type PresenceNote = z.infer<typeof noteSchema>;

export type PresenceChannel = {
  tell(note: PresenceNote): Promise<void>;
  listen(hear: (note: PresenceNote) => void): void;
  close(): Promise<void>;
};

/** Notes between all nodes on one database, kept nowhere. While the database is away none arrive, and what was told expires. */
export function createPresenceChannel(deps: {
  databaseUrl: string;
  db: Database;
  log: Log;
}): PresenceChannel {
  const { databaseUrl, db, log } = deps;
  const listeners = new Set<(note: PresenceNote) => void>();
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  function hear(payload: string | undefined): void {
    const note = noteSchema.safeParse(readJson(payload));
    if (note.success) for (const listener of listeners) listener(note.data);
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'live-room presence',
      keepAlive: true,
    });
    client = next;
    next.on('notification', ({ payload }) => hear(payload));
    next.on('error', () => connectAgain(next));
    next.on('end', () => connectAgain(next));
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (err) {
      log.warn({ err }, 'presence cannot listen');
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
    async tell(note) {
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(note)})`.execute(db);
    },
    listen(listener) {
      listeners.add(listener);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      listeners.clear();
      await client?.end();
    },
  };
}

function readJson(payload = ''): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
