import { setTimeout as delay } from 'node:timers/promises';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DatabaseConnection } from '../database/connect.ts';
import { runOnOneNode } from '../database/run-on-one-node.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { askNightly } from './nightly.ts';
import { giveBack, trainVersion } from './train-version.ts';

const LOOK_MS = 2000;
/** A server that has just started has better things to do than make up for the night. */
const SETTLED_MS = 10 * 60_000;

type LearningParts = {
  /** Its own, of at least two: the lock, and the work. */
  connection: DatabaseConnection;
  pack: CityPack;
  clock: Clock;
  log: Log;
  lookMs?: number;
  settledMs?: number;
};

/** Learns each night, and when somebody asks, on one node of all. */
export function startLearning({ connection, pack, clock, log, ...times }: LearningParts) {
  const { lookMs = LOOK_MS, settledMs = SETTLED_MS } = times;
  const { db, pool } = connection;
  const start = () => {
    const closing = new AbortController();
    const { signal } = closing;

    const startedAt = performance.now();

    async function look(): Promise<void> {
      if (performance.now() - startedAt >= settledMs) await askNightly(db, clock, pack.timeZone);
      const id = await trainVersion({ db, pack, clock }, signal);
      if (id !== null) log.info({ id }, 'a training has ended');
    }

    async function goOn(): Promise<void> {
      // Only one node is here: what still trains was taken up by one that is gone.
      await giveBack(db).catch((err: unknown) => log.warn({ err }, 'trainings were not put back'));
      while (!signal.aborted) {
        await look().catch((err: unknown) => log.warn({ err }, 'nothing is learnt now, but later'));
        await delay(lookMs, undefined, { signal }).catch(() => undefined);
      }
    }
    const going = goOn();
    return {
      async close(): Promise<void> {
        closing.abort();
        await going;
      },
    };
  };
  return runOnOneNode({ pool, name: 'learning', start, log });
}
