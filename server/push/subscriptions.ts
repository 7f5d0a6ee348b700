import type { PushSubscriptionBody } from '../../shared/wire/push.ts';
import type { Database } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { findEndpointFault } from './public-host.ts';

/** A person with more phones than this loses the oldest. */
const MOST_PHONES = 10;

/**
 * Keeps a phone's subscription; the same phone again replaces what was known of it, also for another person: a phone
 * is one person's at a time. Throws invalid for an address that a push service would not give.
 */
export async function keepSubscription(
  db: Database,
  userId: string,
  { endpoint, keys, language }: PushSubscriptionBody,
  options: { loopback: boolean },
): Promise<{ id: string }> {
  const fault = findEndpointFault(endpoint, options);
  if (fault !== null)
    throw new AppError('invalid', { detail: fault, errors: [{ field: 'endpoint', message: fault }] });
  const values = { user_id: userId, ...keys, language };
  return await db.transaction().execute(async (trx) => {
    const kept = await trx
      .insertInto('push_subscription')
      .values({ endpoint, ...values })
      .onConflict((conflict) => conflict.column('endpoint').doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow();
    const latest = trx
      .selectFrom('push_subscription')
      .select('id')
      .where('user_id', '=', userId)
      .orderBy('id', 'desc')
      .limit(MOST_PHONES);
    await trx
      .deleteFrom('push_subscription')
      .where('user_id', '=', userId)
      .where('id', '<>', kept.id)
      .where('id', 'not in', latest)
      .execute();
    return kept;
  });
}

/** Forgets a phone of this person; one that is not known is forgotten already. */
export async function dropSubscription(db: Database, userId: string, endpoint: string): Promise<void> {
  await db
    .deleteFrom('push_subscription')
    .where('user_id', '=', userId)
    .where('endpoint', '=', endpoint)
    .execute();
}

/** How many phones are told. */
export async function countSubscriptions(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('push_subscription')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
