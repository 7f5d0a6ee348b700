import { sql } from 'kysely';
import type { HistoryDetails } from '../../shared/wire/api.ts';
import type { TicketEvent } from '../../shared/wire/live.ts';
import type { PushMessage } from '../../shared/wire/push.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { stateFromRow, type TicketRow } from '../tickets/state.ts';
import type { PushOutcome, PushTarget } from './send-push.ts';
import { TELLING_EVENTS, type TellingEntry } from './worth-telling.ts';

type EntryRow = TicketRow & {
  entry_seq: number;
  entry_at: Date;
  entry_type: string;
  entry_actor: TellingEntry['actor'];
  entry_details: HistoryDetails;
  was_theirs: boolean;
};

/** Entries with `after < seq <= upTo` that may be worth telling, in order. */
export async function readTelling(
  trx: Transaction,
  { after, upTo }: { after: number; upTo: number },
): Promise<TellingEntry[]> {
  const { rows } = await sql<EntryRow>`
    select ticket.*, entry.seq as entry_seq, entry.at as entry_at, entry.type as entry_type,
      entry.actor as entry_actor, entry.details as entry_details,
      exists (
        select from ticket_log as before where before.ticket_id = entry.ticket_id and before.seq < entry.seq
          and before.type = 'ticket.routed'
          and before.details ->> 'toDepartment' = entry.details ->> 'fromDepartment'
      ) as was_theirs
    from ticket_log as entry join ticket on ticket.id = entry.ticket_id
    where entry.seq > ${after} and entry.seq <= ${upTo} and entry.type = any(${[...TELLING_EVENTS]}::text[])
    order by entry.seq`.execute(trx);
  return rows.map((row) => ({
    seq: row.entry_seq,
    at: row.entry_at.toISOString(),
    type: row.entry_type as TicketEvent,
    actor: row.entry_actor,
    details: row.entry_details,
    wasTheirs: row.was_theirs,
    ticket: stateFromRow(row),
  }));
}

export type Phone = { id: string; userId: string; departmentCode: string; language: 'id' | 'en' };

/** The phones of these departments' people; of closed accounts none. */
export async function findPhones(trx: Transaction, departmentCodes: readonly string[]): Promise<Phone[]> {
  if (departmentCodes.length === 0) return [];
  const rows = await trx
    .selectFrom('push_subscription')
    .innerJoin('app_user', 'app_user.id', 'push_subscription.user_id')
    .select(['push_subscription.id', 'user_id', 'department_code', 'language'])
    .where('role', '=', 'responder')
    .where('disabled_at', 'is', null)
    .where('department_code', 'in', [...departmentCodes])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    departmentCode: row.department_code ?? '',
    language: row.language === 'en' ? 'en' : 'id',
  }));
}

export type NewDelivery = { seq: number; subscriptionId: string; message: PushMessage };

/** Notes what is to be sent; what was noted before is left as it is. */
export async function noteDeliveries(trx: Transaction, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await trx
    .insertInto('push_delivery')
    .values(
      deliveries.map(({ seq, subscriptionId, message }) => ({
        seq,
        subscription_id: subscriptionId,
        message: JSON.stringify(message),
      })),
    )
    .onConflict((conflict) => conflict.columns(['seq', 'subscription_id']).doNothing())
    .execute();
}

export type Delivery = PushTarget & { id: string; subscriptionId: string; message: PushMessage; seq: number };

/**
 * Takes a message in hand for `claimMs`, with the phone it is for; null when it was settled or the phone is gone.
 * `taken` while another has it in hand: two would ring the phone twice.
 */
export async function claimDelivery(
  db: Database,
  id: string,
  claimMs: number,
): Promise<Delivery | 'taken' | null> {
  const claimed = await db
    .updateTable('push_delivery')
    .set({ claimed_until: sql`now() + ${claimMs} * interval '1 millisecond'` })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .where(sql<boolean>`coalesce(claimed_until, '-infinity') < now()`)
    .returning('id')
    .executeTakeFirst();
  const delivery = await findWaiting(db, id);
  return delivery !== null && claimed === undefined ? 'taken' : delivery;
}

/** Lets a message go that could not be sent now. */
export async function unclaim(db: Database, id: string): Promise<void> {
  await db.updateTable('push_delivery').set({ claimed_until: null }).where('id', '=', id).execute();
}

async function findWaiting(db: Database, id: string): Promise<Delivery | null> {
  const row = await db
    .selectFrom('push_delivery')
    .innerJoin('push_subscription', 'push_subscription.id', 'push_delivery.subscription_id')
    .select(['push_delivery.id', 'seq', 'subscription_id', 'message', 'endpoint', 'p256dh', 'auth'])
    .where('push_delivery.id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { subscription_id: subscriptionId, message, ...rest } = row;
  return { ...rest, subscriptionId, message: message as PushMessage };
}

/** Messages that wait, oldest first. */
export async function listWaiting(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('push_delivery')
    .select('id')
    .where('settled_at', 'is', null)
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Ends a delivery; a phone that has no subscription any more is forgotten, with all that waited for it. */
export async function settle(
  db: Database,
  { id, subscriptionId }: Pick<Delivery, 'id' | 'subscriptionId'>,
  outcome: PushOutcome | 'late',
): Promise<void> {
  if (outcome === 'gone') {
    await db.deleteFrom('push_subscription').where('id', '=', subscriptionId).execute();
    return;
  }
  await db
    .updateTable('push_delivery')
    .set({ settled_at: sql`now()`, outcome })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .execute();
}

/** Forgets what was settled days ago: so far back nobody looks at the log again. */
export async function forgetSettled(db: Database): Promise<void> {
  await db
    .deleteFrom('push_delivery')
    .where('settled_at', '<', sql<Date>`now() - interval '7 days'`)
    .execute();
}
