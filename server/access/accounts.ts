import { hashPassword } from 'better-auth/crypto';
import { type Selectable, sql } from 'kysely';
import type { UserRole } from '../../shared/access/actor.ts';
import type { CreateUserBody, UserView } from '../../shared/wire/access.ts';
import type { Database } from '../database/connect.ts';
import type { AppUser } from '../database/schema.ts';
import { AppError } from '../platform/errors.ts';
import { passwordFaults } from './passwords.ts';

/** better-auth's name for "email and password". */
const PROVIDER = 'credential';
const UNIQUE_VIOLATION = '23505';

/** What the account functions need: the database, and the OPDs of the city that a responder can belong to. */
export type AccountsDeps = { db: Database; departmentCodes: readonly string[] };

/**
 * Makes an account that can sign in at once. Throws `invalid`, naming the fields, for a weak password, an unknown
 * OPD, or an email that is taken.
 */
export async function createUser(
  { db, departmentCodes }: AccountsDeps,
  user: CreateUserBody,
): Promise<UserView> {
  const email = user.email.toLowerCase();
  const errors = [
    ...passwordFaults(user.password, email).map((message) => ({ field: 'password', message })),
    ...departmentFaults(user, departmentCodes).map((message) => ({ field: 'departmentCode', message })),
  ];
  if (errors.length > 0) throw refused(errors);
  const password = await hashPassword(user.password);
  const row = await db
    .transaction()
    .execute(async (trx) => {
      const created = await trx
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
        .values({ user_id: created.id, account_id: created.id, provider_id: PROVIDER, password })
        .execute();
      return created;
    })
    .catch((error) => {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      throw refused([{ field: 'email', message: 'has an account already' }]);
    });
  return presentUser(row);
}

/** All accounts, oldest first, closed ones too. */
export async function listUsers({ db }: Pick<AccountsDeps, 'db'>): Promise<UserView[]> {
  const rows = await db.selectFrom('app_user').selectAll().orderBy('id').execute();
  return rows.map(presentUser);
}

/** Replaces a password and ends the account's sessions. Throws `not-found`, or `invalid` for a weak password. */
export async function setPassword(
  { db }: Pick<AccountsDeps, 'db'>,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const faults = passwordFaults(password, email);
  if (faults.length > 0) throw refused(faults.map((message) => ({ field: 'password', message })));
  const { id } = await findUserByEmail(db, email);
  const hash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('user_credential')
      .set({ password: hash, updated_at: sql`now()` })
      .where('user_id', '=', id)
      .where('provider_id', '=', PROVIDER)
      .execute();
    await trx.deleteFrom('user_session').where('user_id', '=', id).execute();
  });
}

/** Closes an account and ends its sessions; again is not an error. Throws `not-found` for an unknown id. */
export async function disableUser({ db }: Pick<AccountsDeps, 'db'>, id: string): Promise<UserView> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('app_user')
      .set({ disabled_at: sql`coalesce(disabled_at, now())`, updated_at: sql`now()` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new AppError('not-found', { detail: `no account has the id ${id}` });
    await trx.deleteFrom('user_session').where('user_id', '=', id).execute();
    return presentUser(row);
  });
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

function departmentFaults({ role, departmentCode }: CreateUserBody, known: readonly string[]): string[] {
  if (role !== 'responder') return departmentCode === null ? [] : ['is for responders only'];
  if (departmentCode === null) return ['is needed: a responder belongs to one OPD'];
  return known.includes(departmentCode) ? [] : [`is none of ${known.join(', ')}`];
}

function refused(errors: { field: string; message: string }[]): AppError {
  return new AppError('invalid', {
    detail: errors.map(({ field, message }) => `${field} ${message}`).join('; '),
    errors,
  });
}

function presentUser(row: Selectable<AppUser>): UserView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as UserRole,
    departmentCode: row.department_code,
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
  };
}
