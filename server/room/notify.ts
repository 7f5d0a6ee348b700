import { sql } from 'kysely';
import { z } from 'zod';
import type { WallOrder } from '../../shared/wire/room.ts';
import { wallOrderBody } from '../../shared/wire/room-api.ts';
import type { Database } from '../database/connect.ts';

/** The PostgreSQL channel by which nodes tell each other of the room. */
export const ROOM_NOTIFICATION = 'room';

/** `changed`: read it again; `ordered`: whoever has that wall (`null`: any walls) passes the order on. */
export type RoomNews = { kind: 'changed' } | { kind: 'ordered'; wallId: string | null; order: WallOrder };

const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed') }),
  wallOrderBody.extend({ kind: z.literal('ordered') }),
]);

/** Tells every node, this one too; in a transaction, once it is committed. */
export async function tellNodes(db: Database, news: RoomNews): Promise<void> {
  await sql`select pg_notify(${ROOM_NOTIFICATION}, ${JSON.stringify(news)})`.execute(db);
}

/** What a node said; null for what a node of another version says and this one does not know. */
export function parseNews(payload: string): RoomNews | null {
  try {
    return newsSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
