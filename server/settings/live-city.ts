import type { CityPack } from '../../shared/city/city-pack.ts';
import { cityInForce, turningPoints } from '../../shared/city/in-force.ts';
import type { LearntModels } from '../../shared/city/learnt-models.ts';
import { createLivePack } from '../../shared/city/live-pack.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { type EnteredChange, readChanges } from './change-rows.ts';

export type LiveCity = {
  /** The city as it is in force, always; see `createLivePack`. */
  pack: CityPack;
  /** Reads everything again; for whoever has just entered a change, and for notifications. */
  refresh(): Promise<void>;
};

/** The version in force, and the span of time in which it is. */
type Version = { pack: CityPack; gazetteer: CityPack['gazetteer']; of: string; from: number; until: number };

/**
 * The city pack with the places it has imported, the changes of the database and what it has learnt on top. A change
 * comes into force at its time on every node by itself: whenever the pack is looked at, the clock says which version it is.
 */
export async function createLiveCity({
  base,
  db,
  clock,
  log,
  readGazetteer = async () => base.gazetteer,
  readLearnt = async () => null,
}: {
  base: CityPack;
  db: Database;
  clock: Clock;
  log: Log;
  /** The places there are by now; the same list while it is the same. */
  readGazetteer?: () => Promise<CityPack['gazetteer']>;
  /** The models in force; null: the pack's own. */
  readLearnt?: () => Promise<LearntModels | null>;
}): Promise<LiveCity> {
  let gazetteer = await readGazetteer();
  let learnt = await readLearnt();
  let changes: EnteredChange[] = await readChanges(db);
  let version = compute(null);
  let reading: Promise<void> = Promise.resolve();

  function compute(before: Version | null): Version {
    const now = clock.now();
    const due = changes.filter(({ effectiveFrom }) => effectiveFrom <= now);
    const of = `${due.map(({ id }) => id).join()} ${learnt?.version ?? ''}`;
    const from = Math.max(0, ...due.map(({ effectiveFrom }) => effectiveFrom));
    const until = turningPoints(changes, now)[0] ?? Number.POSITIVE_INFINITY;
    if (before?.of === of && before.gazetteer === gazetteer) return { ...before, from, until };
    const { pack, refused } = cityInForce(base, changes, now);
    for (const { kind, key, id } of refused)
      log.warn({ kind, key, id }, 'a change of the city does not fit its pack and is left out');
    // Neither is checked with the changes: a strange place that was imported must not undo what was set on screens.
    const whole = { ...pack, ...(gazetteer && { gazetteer }), ...(learnt && { learnt }) };
    return { pack: whole, gazetteer, of, from, until };
  }

  function inForce(): CityPack {
    const now = clock.now();
    if (now < version.from || now >= version.until) version = compute(version);
    return version.pack;
  }

  return {
    pack: createLivePack(base, inForce),
    refresh() {
      reading = reading
        .catch(() => undefined)
        .then(async () => {
          gazetteer = await readGazetteer();
          learnt = await readLearnt();
          changes = await readChanges(db);
          version = compute(version);
        });
      return reading;
    },
  };
}
