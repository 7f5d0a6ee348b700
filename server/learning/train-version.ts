import { sql } from 'kysely';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { packNow } from '../../shared/city/live-pack.ts';
import type { LearningFigures } from '../../shared/wire/learning.ts';
import { recordAct } from '../audit/record.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { writeInForce } from './command-learning.ts';
import { readCityExamples } from './examples.ts';
import type { Learned } from './learn.ts';
import { packModels } from './models-bytes.ts';
import { readPrankDecisions } from './prank-decisions.ts';
import { runTraining } from './run-training.ts';
import { NIGHTLY, readStanding } from './version-rows.ts';

export type TrainDeps = {
  db: Database;
  pack: CityPack;
  clock: Clock;
  /** Stands in for the thread in tests of what happens when it fails. */
  train?: typeof runTraining;
};

const MACHINE = { kind: 'system', id: null, name: 'learning', role: null, address: null } as const;
/** Of so many versions that were kept the models stay, so that one can go back to them. */
const MODELS_KEPT = 30;
const MAX_FAILURE = 300;

/**
 * Takes up a training that was asked for, learns, and puts the new version in force when it is no worse than the one in
 * force, unless that is held. Answers its number; null when none waits. One caller at a time: the node that learns. When `signal` ends it, it
 * waits again.
 */
export async function trainVersion(deps: TrainDeps, signal: AbortSignal): Promise<number | null> {
  const { db, pack, clock, train = runTraining } = deps;
  const id = await takeUp(db, clock);
  if (id === null) return null;
  try {
    const startedAt = performance.now();
    const inForce = packNow(pack);
    const city = await readCityExamples(db, inForce);
    const pranks = await readPrankDecisions(db);
    const learned = await train({ pack: inForce, city, pranks, name: `city-${id}` }, signal);
    const seconds = (performance.now() - startedAt) / 1000;
    await finish(deps, id, learned, { ...learned.figures, seconds });
  } catch (error) {
    await (signal.aborted ? giveBack(db) : noteFailure(db, clock, id, error));
    if (signal.aborted) return null;
  }
  return id;
}

/** Puts back what a node that is gone had taken up. */
export async function giveBack(db: Database): Promise<void> {
  await db
    .updateTable('learnt_version')
    .set({ state: 'waiting', started_at: null })
    .where('state', '=', 'training')
    .execute();
}

async function takeUp(db: Database, clock: Clock): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    update learnt_version set state = 'training', started_at = ${new Date(clock.now())}
    where id = (select min(id) from learnt_version where state = 'waiting') returning id`.execute(db);
  return rows[0]?.id ?? null;
}

async function finish(
  { db, clock }: TrainDeps,
  id: number,
  { models, kept }: Learned,
  figures: LearningFigures,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { on, held } = await readStanding(trx, true);
    // Whoever switched learning off meanwhile, or chose a version, wants what is in force to stay.
    const comesIntoForce = kept && on && !held;
    const at = new Date(clock.now());
    await trx
      .updateTable('learnt_version')
      .set({
        state: kept ? 'kept' : 'refused',
        finished_at: at,
        figures: JSON.stringify(figures),
        models: kept ? packModels(models) : null,
      })
      .where('id', '=', id)
      .execute();
    await recordAct(trx, MACHINE, {
      kind: 'learning.trained',
      subject: `version ${id}`,
      subjectId: String(id),
      details: { kept, inForce: comesIntoForce, before: figures.before?.top1, after: figures.after?.top1 },
    });
    if (comesIntoForce) await writeInForce(trx, id, { at, by: NIGHTLY });
    await sql`
      update learnt_version set models = null where models is not null and id in (
        select id from learnt_version where models is not null order by id desc offset ${MODELS_KEPT}
      ) and id not in (select in_force from learning where in_force is not null)`.execute(trx);
  });
}

async function noteFailure(db: Database, clock: Clock, id: number, error: unknown): Promise<void> {
  const failure = error instanceof Error ? error.message : String(error);
  await db
    .updateTable('learnt_version')
    .set({ state: 'failed', finished_at: new Date(clock.now()), failure: failure.slice(0, MAX_FAILURE) })
    .where('id', '=', id)
    .execute();
}
