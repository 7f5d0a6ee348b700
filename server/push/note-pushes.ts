import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { findPhones, type NewDelivery, noteDeliveries, readTelling } from './deliveries.ts';
import { type TellingEntry, worthTelling } from './worth-telling.ts';
import { writeMessage } from './write-message.ts';

const ENTRIES_AT_ONCE = 2000;
/** News older than this is none: a server that was down for hours does not ring all phones. */
const STALE_MS = 3_600_000;

/**
 * Looks at the log from where it was left off and notes what is to be sent to whom, in one transaction: an entry is
 * looked at once, whatever happens to the server. One node looks at a time; to the others there is nothing to do.
 */
export function createNotePushes({ db, pack, clock }: { db: Database; pack: CityPack; clock: Clock }) {
  return async function notePushes(): Promise<{ noted: number; isMore: boolean }> {
    return await db.transaction().execute(async (trx) => {
      const held = await trx
        .selectFrom('push_position')
        .select('seq')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!held) return { noted: 0, isMore: false };
      const { value: head } = await trx
        .selectFrom('counter')
        .select('value')
        .where('name', '=', 'log')
        .executeTakeFirstOrThrow();
      const upTo = Math.min(head, held.seq + ENTRIES_AT_ONCE);
      if (upTo <= held.seq) return { noted: 0, isMore: false };
      const entries = await readTelling(trx, { after: held.seq, upTo });
      const fresh = entries.filter(({ at }) => Date.parse(at) > clock.now() - STALE_MS);
      const told = fresh.flatMap((entry) => worthTelling(entry).map((telling) => ({ ...telling, entry })));
      const phones = await findPhones(trx, [...new Set(told.map(({ departmentCode }) => departmentCode))]);
      const deliveries = told.flatMap(({ kind, departmentCode, entry }) =>
        phones
          .filter((phone) => phone.departmentCode === departmentCode && phone.userId !== entry.actor.id)
          .map((phone) => deliveryOf(phone, entry, writeMessage(kind, entry, pack, phone.language))),
      );
      await noteDeliveries(trx, deliveries);
      await trx
        .updateTable('push_position')
        .set({ seq: sql`${upTo}::bigint` })
        .execute();
      return { noted: deliveries.length, isMore: upTo < head };
    });
  };
}

function deliveryOf(
  phone: { id: string },
  { seq }: TellingEntry,
  message: NewDelivery['message'],
): NewDelivery {
  return { seq, subscriptionId: phone.id, message };
}
