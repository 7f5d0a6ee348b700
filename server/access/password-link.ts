import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { PasswordLink } from '../../shared/wire/access.ts';
import { type Author, recordAct } from '../audit/record.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { lockUser } from './account-rows.ts';
import { replacePassword, unguessable, weaknesses } from './credentials.ts';

/** A weekend and a day: links are handed over, in person or by a message. */
const VALID_MS = 72 * 3600_000;
const RANDOM_BYTES = 32;
const PURPOSE = 'set-password:';

/** A link with which a person chooses a password, once; earlier ones of the same person open nothing any more. */
export async function issuePasswordLink(trx: Transaction, userId: string): Promise<PasswordLink> {
  const token = randomBytes(RANDOM_BYTES).toString('base64url');
  const expiresAt = new Date(Date.now() + VALID_MS);
  await trx
    .deleteFrom('user_verification')
    .where('value', '=', userId)
    .where('identifier', 'like', `${PURPOSE}%`)
    .execute();
  await trx
    .insertInto('user_verification')
    .values({ identifier: identifierOf(token), value: userId, expires_at: expiresAt })
    .execute();
  // Behind the #: a browser tells it to no server and no log.
  return { path: `/set-password#${token}`, expiresAt: expiresAt.toISOString() };
}

/**
 * Takes an account's password away, ends its sessions, and answers the link to choose another. Throws `not-found`;
 * `forbidden` for a closed account.
 */
export async function resetPassword(db: Database, id: string, author: Author): Promise<PasswordLink> {
  const hash = await hashPassword(unguessable());
  return db.transaction().execute(async (trx) => {
    const user = await lockUser(trx, id);
    if (user.disabled_at !== null) throw new AppError('forbidden', { detail: 'This account is closed.' });
    await replacePassword(trx, id, hash);
    await recordAct(trx, author, { kind: 'account.password-reset', subject: user.email, subjectId: id });
    return issuePasswordLink(trx, id);
  });
}

/**
 * Sets the password that a person chose by their link; the link is used up, unless the password will not do. Throws
 * `not-found` for a link that is used, old or closed; `invalid` for a weak password.
 */
export async function choosePassword(
  db: Database,
  { token, password }: { token: string; password: string },
  address: string | null,
): Promise<{ email: string }> {
  return db.transaction().execute(async (trx) => {
    const link = await trx
      .deleteFrom('user_verification')
      .where('identifier', '=', identifierOf(token))
      .where('expires_at', '>', sql<Date>`now()`)
      .returning('value')
      .executeTakeFirst();
    const user = link && (await lockUser(trx, link.value));
    if (!user || user.disabled_at !== null)
      throw new AppError('not-found', { detail: 'this link has been used, or is too old' });
    const errors = weaknesses(password, user.email);
    if (errors.length > 0)
      throw new AppError('invalid', {
        detail: errors.map(({ message }) => `password ${message}`).join('; '),
        errors,
      });
    await replacePassword(trx, user.id, await hashPassword(password));
    const author: Author = { kind: 'user', id: user.id, name: user.name, role: user.role, address };
    await recordAct(trx, author, { kind: 'account.password-set', subject: user.email, subjectId: user.id });
    return { email: user.email };
  });
}

function identifierOf(token: string): string {
  return PURPOSE + createHash('sha256').update(token).digest('base64url');
}
