import { hashPassword } from 'better-auth/crypto';
import type { CreateUserBody, PasswordLink, UserView } from '../../shared/wire/access.ts';
import { type Author, COMMAND_LINE, recordAct } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { departmentFaults, presentUser, refused } from './account-rows.ts';
import { closeUser } from './change-account.ts';
import { PROVIDER, replacePassword, unguessable, weaknesses } from './credentials.ts';
import { issuePasswordLink } from './password-link.ts';

const UNIQUE_VIOLATION = '23505';

/**
 * What the account functions need: the database, the OPDs of the city that a responder can belong to, and who does it
 * (the command line, unless it says otherwise).
 */
export type AccountsDeps = { db: Database; departmentCodes: readonly string[]; author?: Author };
type Deps = Omit<AccountsDeps, 'departmentCodes'>;

/**
 * Makes an account. With a password it can sign in at once; without one the answer has a link with which the person
 * chooses it. Throws `invalid`, naming the fields, for a weak password, an unknown OPD, or an email that is taken.
 */
export async function createUser(
  { db, departmentCodes, author = COMMAND_LINE }: AccountsDeps,
  user: CreateUserBody,
): Promise<UserView & { passwordLink?: PasswordLink }> {
  const email = user.email.toLowerCase();
  const errors = [
    ...(user.password === undefined ? [] : weaknesses(user.password, email)),
    ...departmentFaults(user, departmentCodes),
  ];
  if (errors.length > 0) throw refused(errors);
  const password = await hashPassword(user.password ?? unguessable());
  return db
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .insertInto('app_user')
        .values({
          email,
          name: user.name ?? email.replace(/@.*/, ''),
          role: user.role,
          department_code: user.departmentCode,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await trx
        .insertInto('user_credential')
        .values({ user_id: row.id, account_id: row.id, provider_id: PROVIDER, password })
        .execute();
      const created = presentUser(row);
      await recordAct(trx, author, {
        kind: 'account.created',
        subject: email,
        subjectId: row.id,
        details: { role: user.role, ...(user.departmentCode && { departmentCode: user.departmentCode }) },
      });
      if (user.password !== undefined) return created;
      return { ...created, passwordLink: await issuePasswordLink(trx, row.id) };
    })
    .catch((error) => {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      throw refused([{ field: 'email', message: 'has an account already' }]);
    });
}

/** All accounts, oldest first, closed ones too. */
export async function listUsers({ db }: Pick<AccountsDeps, 'db'>): Promise<UserView[]> {
  const rows = await db.selectFrom('app_user').selectAll().orderBy('id').execute();
  return rows.map(presentUser);
}

/** Replaces a password and ends the account's sessions. Throws `not-found`, or `invalid` for a weak password. */
export async function setPassword(
  { db, author = COMMAND_LINE }: Deps,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const faults = weaknesses(password, email);
  if (faults.length > 0) throw refused(faults);
  const { id } = await findUserByEmail(db, email);
  const hash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    await replacePassword(trx, id, hash);
    await recordAct(trx, author, { kind: 'account.password-set', subject: email, subjectId: id });
  });
}

/** Closes an account and ends its sessions; see `closeUser`. */
export function disableUser({ db, author = COMMAND_LINE }: Deps, id: string): Promise<UserView> {
  return closeUser(db, id, author);
}

/** The account of an email, whatever its case. Throws `not-found`. */
export async function findUserByEmail(db: Database, email: string): Promise<UserView> {
  const row = await db
    .selectFrom('app_user')
    .selectAll()
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { detail: `no account has the email ${email}` });
  return presentUser(row);
}
