import { sql } from 'kysely';
import type { UserRole } from '../../shared/access/actor.ts';
import type { ChangeUserBody, UserView } from '../../shared/wire/access.ts';
import { type Author, recordAct } from '../audit/record.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import { tellAccessChanged } from './access-news.ts';
import {
  deleteSessions,
  departmentFaults,
  lockAdministrators,
  lockUser,
  presentUser,
  refused,
} from './account-rows.ts';

/**
 * Changes name, role or OPD; sessions that are open have the new rights at once, on every node. Throws `not-found`,
 * `invalid` naming the field, `forbidden` for one's own role and for the last administrator's.
 */
export async function changeUser(
  { db, departmentCodes, author }: { db: Database; departmentCodes: readonly string[]; author: Author },
  id: string,
  changes: ChangeUserBody,
): Promise<UserView> {
  return db.transaction().execute(async (trx) => {
    const administrators = await lockAdministrators(trx);
    const before = presentUser(await lockUser(trx, id));
    const role = changes.role ?? before.role;
    const departmentCode = departmentAfter(before, role, changes);
    const wanted = { role, departmentCode };
    // An OPD that was closed since keeps its people until somebody moves them.
    const known =
      departmentCode === before.departmentCode ? [...departmentCodes, departmentCode ?? ''] : departmentCodes;
    const faults = departmentFaults(wanted, known);
    if (faults.length > 0) throw refused(faults);
    if (role !== before.role) keepAnAdministrator(before, author, administrators);
    const row = await trx
      .updateTable('app_user')
      .set({
        role,
        department_code: departmentCode,
        name: changes.name ?? before.name,
        updated_at: sql`now()`,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const after = presentUser(row);
    const details = differences(before, after);
    if (Object.keys(details).length === 0) return after;
    await recordAct(trx, author, { kind: 'account.changed', subject: after.email, subjectId: id, details });
    await tellAccessChanged(trx);
    return after;
  });
}

/** Only responders have an OPD: whoever becomes something else loses theirs, without being asked. */
function departmentAfter(before: UserView, role: UserRole, changes: ChangeUserBody): string | null {
  if (changes.departmentCode !== undefined) return changes.departmentCode;
  return role === 'responder' ? before.departmentCode : null;
}

function differences(before: UserView, after: UserView): Record<string, { from: unknown; to: unknown }> {
  const names = ['name', 'role', 'departmentCode'] as const;
  const changed = names.filter((name) => before[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, { from: before[name], to: after[name] }]));
}

/** Closes an account and ends its sessions; again is not an error. Throws `not-found`; `forbidden` as `changeUser` does. */
export async function closeUser(db: Database, id: string, author: Author): Promise<UserView> {
  return db.transaction().execute(async (trx) => {
    const administrators = await lockAdministrators(trx);
    const before = presentUser(await lockUser(trx, id));
    if (id === author.id) throw own('One cannot close one’s own account.');
    if (before.disabledAt !== null) return before;
    keepAnAdministrator(before, author, administrators);
    const row = await trx
      .updateTable('app_user')
      .set({ disabled_at: sql`now()`, updated_at: sql`now()` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await deleteSessions(trx, id);
    await note(trx, author, 'account.closed', before);
    return presentUser(row);
  });
}

/** Opens a closed account again; its password is as it was. Again is not an error. Throws `not-found`. */
export async function reopenUser(db: Database, id: string, author: Author): Promise<UserView> {
  return db.transaction().execute(async (trx) => {
    const before = presentUser(await lockUser(trx, id));
    if (before.disabledAt === null) return before;
    const row = await trx
      .updateTable('app_user')
      .set({ disabled_at: null, updated_at: sql`now()` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await note(trx, author, 'account.reopened', before);
    return presentUser(row);
  });
}

/** Signs a person out everywhere. Throws `not-found`. */
export async function endSessions(db: Database, id: string, author: Author): Promise<UserView> {
  return db.transaction().execute(async (trx) => {
    const user = presentUser(await lockUser(trx, id));
    const ended = await deleteSessions(trx, id);
    await note(trx, author, 'account.sessions-ended', user, { ended });
    return user;
  });
}

async function note(
  trx: Transaction,
  author: Author,
  kind: 'account.closed' | 'account.reopened' | 'account.sessions-ended',
  user: UserView,
  details = {},
): Promise<void> {
  await recordAct(trx, author, { kind, subject: user.email, subjectId: user.id, details });
  await tellAccessChanged(trx);
}

/** Nobody takes the right to manage from themselves, or from the last who has it. */
function keepAnAdministrator(before: UserView, author: Author, administrators: readonly string[]): void {
  if (before.role !== 'administrator') return;
  if (before.id === author.id) throw own('One cannot take the administrator’s role from oneself.');
  if (administrators.every((id) => id === before.id))
    throw new AppError('forbidden', { detail: 'This is the last administrator.' });
}

function own(detail: string): AppError {
  return new AppError('forbidden', { detail });
}
