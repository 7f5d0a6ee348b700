import { randomUUID } from 'node:crypto';
import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Warning } from '../../shared/wire/room.ts';
import type { WarningBody, WarningChange } from '../../shared/wire/room-api.ts';
import { LONGEST_WARNING_DAYS, MOST_WARNINGS } from '../../shared/wire/room-limits.ts';
import type { Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import type { ChangeRoom } from './change-room.ts';
import { presentWarning } from './read-room.ts';

const DAY_MS = 86_400_000;

/** Entering a warning, changing it (longer, shorter, other words) and ending it before its time. */
export function createWarningCommands(change: ChangeRoom, pack: CityPack) {
  return {
    /**
     * The warning; sent again the one there is. It takes the place of those in `replaces` that stand, in one step: none is
     * missing between, and there is room for it. Throws invalid, and impossible when there are too many to read.
     */
    warn(body: WarningBody, actor: Actor, replaces: readonly string[] = []): Promise<Warning> {
      return change('warning.given', actor, async (trx, now) => {
        const { id = randomUUID(), until, ...said } = body;
        requireSense(pack, body, now);
        const known = await readWarning(trx, id);
        if (known) return { answer: presentWarning(known), noted: null };
        const replaced = await endStanding(trx, replaces, { now, actor });
        await requireFew(trx, now);
        const row = await trx
          .insertInto('room_warning')
          .values({ id, ...said, from_at: now, until_at: new Date(until) })
          .returningAll()
          .executeTakeFirstOrThrow();
        const noted = { warning: id, ...said, until, ...(replaced.length > 0 && { replaced }) };
        return { answer: presentWarning(row), noted };
      });
    },

    /** Changes a warning in force. Throws not-found, invalid, and impossible once it is over. */
    changeWarning(id: string, body: WarningChange, actor: Actor): Promise<Warning> {
      return change('warning.changed', actor, async (trx, now) => {
        requireSense(pack, body, now);
        const row = await requireWarning(trx, id);
        if (row.ended_at !== null || row.until_at <= now)
          throw new AppError('impossible', { detail: 'the warning is over' });
        const { until, ...said } = definedOf(body);
        const set = { ...said, ...(until !== undefined && { until_at: new Date(until) }) };
        if (Object.keys(set).length === 0) return { answer: presentWarning(row), noted: null };
        const changed = await trx
          .updateTable('room_warning')
          .set(set)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        return { answer: presentWarning(changed), noted: { warning: id, ...definedOf(body) } };
      });
    },

    /** Ends a warning before its time; what is over stays as it was. Throws not-found. */
    endWarning(id: string, actor: Actor): Promise<void> {
      return change('warning.ended', actor, async (trx, now) => {
        const row = await requireWarning(trx, id);
        if (row.ended_at !== null || row.until_at <= now) return { answer: undefined, noted: null };
        const end = { ended_at: now, ended_by: actor.name };
        await trx.updateTable('room_warning').set(end).where('id', '=', id).execute();
        return { answer: undefined, noted: { warning: id } };
      });
    },
  };
}

function readWarning(trx: Transaction, id: string) {
  return trx.selectFrom('room_warning').selectAll().where('id', '=', id).executeTakeFirst();
}

async function requireWarning(trx: Transaction, id: string) {
  const row = await readWarning(trx, id);
  if (!row) throw new AppError('not-found', { detail: `no warning has the id ${id}` });
  return row;
}

/** Its end lies ahead, but not far; its kecamatan are the city's. */
function requireSense(pack: CityPack, { until, kecamatan = [] }: WarningChange, now: Date): void {
  const names = new Set(pack.kecamatan.map(({ name }) => name));
  const errors = kecamatan
    .filter((name) => !names.has(name))
    .map((name) => ({ field: 'kecamatan', message: `the city has no kecamatan ${name}` }));
  if (until !== undefined) {
    const ahead = Date.parse(until) - now.getTime();
    if (ahead <= 0) errors.push({ field: 'until', message: 'is over already' });
    if (ahead > LONGEST_WARNING_DAYS * DAY_MS)
      errors.push({ field: 'until', message: `is more than ${LONGEST_WARNING_DAYS} days ahead` });
  }
  if (errors.length > 0) throw new AppError('invalid', { errors });
}

/** Ends those that are in force; answers which. */
async function endStanding(
  trx: Transaction,
  ids: readonly string[],
  { now, actor }: { now: Date; actor: Actor },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .updateTable('room_warning')
    .set({ ended_at: now, ended_by: actor.name })
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function requireFew(trx: Transaction, now: Date): Promise<void> {
  const { count } = await trx
    .selectFrom('room_warning')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .executeTakeFirstOrThrow();
  if (count >= MOST_WARNINGS)
    throw new AppError('impossible', { detail: `${MOST_WARNINGS} warnings are in force` });
}

/** Without what was left out. */
function definedOf(body: WarningChange) {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof WarningChange]: Exclude<WarningChange[K], undefined>;
  };
}
