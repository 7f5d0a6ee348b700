import { sql } from 'kysely';
import { z } from 'zod';
import type { Role } from '../../shared/access/actor.ts';
import type { Database } from '../database/connect.ts';
import { listenTo } from '../database/listen.ts';
import type { Log } from '../platform/log.ts';

const CHANNEL = 'live_room_presence';

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

  function hear(payload: string): void {
    const note = noteSchema.safeParse(readJson(payload));
    if (note.success) for (const listener of listeners) listener(note.data);
  }

  const listening = listenTo({
    databaseUrl,
    channels: [CHANNEL],
    name: 'presence',
    log,
    heard: hear,
    // Who looks says so again every few seconds.
    connected: () => undefined,
  });
  return {
    async tell(note) {
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(note)})`.execute(db);
    },
    listen(listener) {
      listeners.add(listener);
    },
    async close() {
      listeners.clear();
      await listening.close();
    },
  };
}

function readJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
