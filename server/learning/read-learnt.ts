import type { LearntModels } from '../../shared/city/learnt-models.ts';
import type { Database } from '../database/connect.ts';
import type { Log } from '../platform/log.ts';
import { unpackModels } from './models-bytes.ts';

/** The models in force; null: those that the city pack came with. */
export type ReadLearnt = () => Promise<LearntModels | null>;

/**
 * Reads the models in force, each version once. When they cannot be read a warning says so, and those before stay in
 * force here.
 */
export function createReadLearnt(db: Database, log: Pick<Log, 'warn'>): ReadLearnt {
  let known: { id: number | null; models: LearntModels | null } = { id: null, models: null };

  return async () => {
    const { in_force: id } = await db.selectFrom('learning').select('in_force').executeTakeFirstOrThrow();
    if (id === known.id) return known.models;
    if (id === null) known = { id, models: null };
    else {
      const row = await db
        .selectFrom('learnt_version')
        .select('models')
        .where('id', '=', id)
        .executeTakeFirst();
      try {
        if (!row?.models) throw new Error('there are no models');
        known = { id, models: unpackModels(row.models) };
      } catch (err) {
        log.warn({ err, id }, 'the models in force cannot be read: those before are used');
      }
    }
    return known.models;
  };
}
