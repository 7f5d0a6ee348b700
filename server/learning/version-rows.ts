import { type Selectable, sql } from 'kysely';
import type { LearningFigures, VersionState, VersionView } from '../../shared/wire/learning.ts';
import type { Database, Transaction } from '../database/connect.ts';
import type { LearntVersion } from '../database/schema.ts';

/** Told to every node when other models are in force, or learning was switched. */
export const LEARNING_NOTIFICATION = 'learning_changed';

/** What the night's training is called where others have a name. */
export const NIGHTLY = 'nightly';

const VERSIONS_SHOWN = 60;

export type Standing = {
  on: boolean;
  /** A person chose what is in force. */
  held: boolean;
  inForce: number | null;
  changedAt: Date | null;
  changedBy: string | null;
};

/** Whether the city learns, and what is in force. `lock`: until the transaction ends. */
export async function readStanding(db: Database | Transaction, lock = false): Promise<Standing> {
  const query = db.selectFrom('learning').selectAll();
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow();
  return {
    ...{ on: row.is_on, held: row.held, inForce: row.in_force },
    ...{ changedAt: row.changed_at, changedBy: row.changed_by },
  };
}

const VIEWED = [
  ...(['id', 'state', 'asked_at', 'asked_by', 'started_at', 'finished_at'] as const),
  ...(['figures', 'failure', 'in_force_from'] as const),
];

/** The latest versions, newest first; without their models, which are large. */
export async function listVersions(db: Database): Promise<VersionView[]> {
  const rows = await db
    .selectFrom('learnt_version')
    .select(VIEWED)
    .select(sql<boolean>`models is not null`.as('usable'))
    .orderBy('id', 'desc')
    .limit(VERSIONS_SHOWN)
    .execute();
  return rows.map(presentVersion);
}

/** One version; null when there is none with this number. */
export async function findVersion(db: Database | Transaction, id: number): Promise<VersionView | null> {
  const row = await db
    .selectFrom('learnt_version')
    .select(VIEWED)
    .select(sql<boolean>`models is not null`.as('usable'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? presentVersion(row) : null;
}

type Row = Pick<Selectable<LearntVersion>, (typeof VIEWED)[number]> & { usable: boolean };

function presentVersion(row: Row): VersionView {
  return {
    id: row.id,
    state: row.state as VersionState,
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by === NIGHTLY ? null : row.asked_by,
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    figures: row.figures as LearningFigures | null,
    failure: row.failure,
    inForceFrom: row.in_force_from?.toISOString() ?? null,
    usable: row.usable,
  };
}

/** Tells every node, once the transaction is committed. */
export async function tellLearningChanged(trx: Transaction): Promise<void> {
  await sql`select pg_notify(${LEARNING_NOTIFICATION}, '')`.execute(trx);
}
