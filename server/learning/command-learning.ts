import { SHIPPED, type VersionView } from '../../shared/wire/learning.ts';
import { type Author, recordAct } from '../audit/record.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { AppError } from '../platform/errors.ts';
import { unpackModels } from './models-bytes.ts';
import { findVersion, readStanding, tellLearningChanged } from './version-rows.ts';

type Deps = { db: Database; clock: Clock };

/**
 * Asks for a training; the node that learns takes it up. While one waits or runs, that one is answered. Impossible while
 * learning is switched off.
 */
export async function askForTraining({ db, clock }: Deps, author: Author): Promise<VersionView> {
  return db.transaction().execute(async (trx) => {
    const { on } = await readStanding(trx, true);
    if (!on) throw new AppError('impossible', { detail: 'learning is switched off' });
    const open = await trx
      .selectFrom('learnt_version')
      .select('id')
      .where('state', 'in', ['waiting', 'training'])
      .executeTakeFirst();
    if (open) return demandVersion(trx, open.id);
    const { id } = await trx
      .insertInto('learnt_version')
      .values({
        asked_at: new Date(clock.now()),
        asked_by_id: author.id,
        asked_by: author.name,
        state: 'waiting',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordAct(trx, author, { kind: 'learning.asked', subject: `version ${id}`, subjectId: String(id) });
    return demandVersion(trx, id);
  });
}

/**
 * Puts a version in force, or the models that came with the pack, and holds it there: trainings go on, and put nothing
 * else in force. Throws not-found; impossible, and everything stays, for one whose models are gone or cannot be read.
 */
export async function putInForce(
  { db, clock }: Deps,
  wanted: number | typeof SHIPPED,
  author: Author,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { inForce, held } = await readStanding(trx, true);
    const id = wanted === SHIPPED ? null : wanted;
    if (id !== null) await demandReadable(trx, id);
    if (id === inForce && held) return;
    await writeInForce(trx, id, { at: new Date(clock.now()), by: author.name });
    await trx.updateTable('learning').set({ held: true }).execute();
    await recordAct(trx, author, {
      kind: 'learning.version-used',
      subject: id === null ? SHIPPED : `version ${id}`,
      ...(id !== null && { subjectId: String(id) }),
      details: { before: inForce ?? SHIPPED },
    });
  });
}

/**
 * Switches learning on or off. Off, nothing is learnt, and what is in force stays. On, the next version that is no worse
 * comes into force, also where a person had chosen one.
 */
export async function switchLearning({ db, clock }: Deps, on: boolean, author: Author): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await readStanding(trx, true);
    if (before.on === on && !(on && before.held)) return;
    await trx
      .updateTable('learning')
      .set({
        is_on: on,
        ...(on && { held: false }),
        changed_at: new Date(clock.now()),
        changed_by: author.name,
      })
      .execute();
    await recordAct(trx, author, { kind: 'learning.switched', details: { on } });
    await tellLearningChanged(trx);
  });
}

/** Writes what is in force from now on, and tells every node. */
export async function writeInForce(
  trx: Transaction,
  id: number | null,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await trx.updateTable('learning').set({ in_force: id, changed_at: at, changed_by: by }).execute();
  if (id !== null)
    await trx.updateTable('learnt_version').set({ in_force_from: at }).where('id', '=', id).execute();
  await tellLearningChanged(trx);
}

/** Throws not-found; impossible for a version whose models are gone or cannot be read. */
async function demandReadable(trx: Transaction, id: number): Promise<void> {
  const row = await trx.selectFrom('learnt_version').select('models').where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', { detail: `version ${id}` });
  if (row.models === null) throw new AppError('impossible', { detail: `version ${id} has no models to use` });
  try {
    unpackModels(row.models);
  } catch (cause) {
    throw new AppError('impossible', { detail: `the models of version ${id} cannot be read`, cause });
  }
}

async function demandVersion(trx: Transaction, id: number): Promise<VersionView> {
  const version = await findVersion(trx, id);
  if (!version) throw new AppError('not-found', { detail: `version ${id}` });
  return version;
}
