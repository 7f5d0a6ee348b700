import type { Selectable } from 'kysely';
import type { UserRole } from '../../shared/access/actor.ts';
import type { UserView } from '../../shared/wire/access.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { AppUser } from '../database/schema.ts';
import { AppError } from '../platform/errors.ts';

/** The account, locked until the transaction ends. Throws `not-found`. */
export async function lockUser(trx: Transaction, id: string): Promise<Selectable<AppUser>> {
  const row = await trx
    .selectFrom('app_user')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', { detail: `no account has the id ${id}` });
  return row;
}

/** Locks all open administrators, so that two of them cannot take the right from each other at once. */
export async function lockAdministrators(trx: Transaction): Promise<string[]> {
  const rows = await trx
    .selectFrom('app_user')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** Ends all of an account's sessions; how many there were. */
export async function deleteSessions(trx: Database | Transaction, id: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('user_session')
    .where('user_id', '=', id)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export function presentUser(row: Selectable<AppUser>): UserView {
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

/** The 400 that names the fields. */
export function refused(errors: { field: string; message: string }[]): AppError {
  return new AppError('invalid', {
    detail: errors.map(({ field, message }) => `${field} ${message}`).join('; '),
    errors,
  });
}

/** What is wrong with the OPD of somebody with this role. */
export function departmentFaults(
  { role, departmentCode }: { role: UserRole; departmentCode: string | null },
  known: readonly string[],
): { field: string; message: string }[] {
  const fault = departmentFault(role, departmentCode, known);
  return fault === null ? [] : [{ field: 'departmentCode', message: fault }];
}

function departmentFault(
  role: UserRole,
  departmentCode: string | null,
  known: readonly string[],
): string | null {
  if (role !== 'responder') return departmentCode === null ? null : 'is for responders only';
  if (departmentCode === null) return 'is needed: a responder belongs to one OPD';
  return known.includes(departmentCode) ? null : `is none of ${known.join(', ')}`;
}
