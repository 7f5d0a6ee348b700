import { setTimeout as delay } from 'node:timers/promises';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DatabaseConnection } from '../database/connect.ts';
import { runOnOneNode } from '../database/run-on-one-node.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { askNightly } from './nightly.ts';
import { giveBack, trainVersion } from './train-version.ts';

const LOOK_MS = 2000;

type LearningParts = {
  /** Its own, of at least two: the lock, and the work. */
  connection: DatabaseConnection;
  pack: CityPack;
  clock: Clock;
  log: Log;
  lookMs?: number;
};

/** Learns each night, and when somebody asks, on one node of all. */
export function startLearning({ connection, pack, clock, log, lookMs = LOOK_MS }: LearningParts) {
  const { db, pool } = connection;
  const start = () => {
    const closing = new AbortController();
    const { signal } = closing;

    async function look(): Promise<void> {
      await askNightly(db, clock, pack.timeZone);
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
