import type { Actor } from '../../shared/access/actor.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { JsonObject } from '../database/schema.ts';
import type { Clock } from '../platform/clock.ts';
import { tellNodes } from './notify.ts';

/** One change of the room: what it answers, and what the room's log keeps of it (`null`: nothing has changed). */
export type RoomChange<T> = { answer: T; noted: JsonObject | null };

/** Carries a change out alone, notes who did it, and tells every node once it is committed. */
export type ChangeRoom = <T>(
  act: string,
  actor: Actor,
  work: (trx: Transaction, now: Date) => Promise<RoomChange<T>>,
) => Promise<T>;

export function createChangeRoom({ db, clock }: { db: Database; clock: Clock }): ChangeRoom {
  return (act, actor, work) =>
    db.transaction().execute(async (trx) => {
      // One at a time: what was looked at is still so when it is written.
      await trx.selectFrom('room').select('one').forUpdate().execute();
      const now = new Date(clock.now());
      const { answer, noted } = await work(trx, now);
      if (noted === null) return answer;
      await noteAct(trx, { at: now, actor, act, details: noted });
      await tellNodes(trx, { kind: 'changed' });
      return answer;
    });
}

type Act = {
  at: Date;
  actor: { kind: string; id: string; name: string; role: string };
  act: string;
  details: JsonObject;
};

/** Adds a line to the room's log. */
export async function noteAct(db: Database, { at, actor, act, details }: Act): Promise<void> {
  const { kind, id, name, role } = actor;
  await db
    .insertInto('room_log')
    .values({ at, act, actor: JSON.stringify({ kind, id, name, role }), details: JSON.stringify(details) })
    .execute();
}
