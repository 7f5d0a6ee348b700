import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DatabaseConnection } from '../database/connect.ts';
import { runOnOneNode } from '../database/run-on-one-node.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { LogTail } from '../tickets/log-tail.ts';
import { startNightlyCheck } from './nightly-check.ts';
import { startRollUps } from './roll-ups.ts';

type InsightParts = {
  /** Its own, of at least three: the lock, the counting, and the check beside it. */
  connection: DatabaseConnection;
  tail: LogTail;
  pack: CityPack;
  clock: Clock;
  log: Log;
  metrics: Metrics;
};

/** Keeps the executive's figures in step with the log and has them counted anew each night, on one node of all. */
export function startInsight({ connection, tail, pack, clock, log, metrics }: InsightParts) {
  const { db, pool } = connection;
  const { timeZone } = pack;
  const start = () => {
    const rollUps = startRollUps({ db, tail, timeZone, log });
    const nightly = startNightlyCheck({ db, timeZone, clock, log, metrics });
    return {
      async close(): Promise<void> {
        await Promise.all([rollUps.close(), nightly.close()]);
      },
    };
  };
  return runOnOneNode({ pool, name: 'insight', start, log });
}
