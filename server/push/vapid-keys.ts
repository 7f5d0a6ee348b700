import webPush from 'web-push';
import type { Database } from '../database/connect.ts';

const NAME = 'vapid_keys';

/** The pair that this city signs its pushes with, base64url. */
export type VapidKeys = { publicKey: string; privateKey: string };

/**
 * The key pair that tells push services who sends (RFC 8292): made once and kept in the database, so that all nodes
 * have the same. Phones subscribe to the public half: with other keys every phone would have to subscribe again.
 */
export async function loadVapidKeys(db: Database): Promise<VapidKeys> {
  const known = await readKeys(db);
  if (known) return known;
  await db
    .insertInto('setting')
    .values({ name: NAME, value: JSON.stringify(webPush.generateVAPIDKeys()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await readKeys(db);
  if (!made) throw new Error('The keys for push were neither written nor found');
  return made;
}

async function readKeys(db: Database): Promise<VapidKeys | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst();
  return row ? (JSON.parse(row.value) as VapidKeys) : null;
}
