import { setTimeout as delay } from 'node:timers/promises';
import { startOfDay } from '../../shared/ticket/done.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { checkKpi, lastKpiCheck } from './check-kpi.ts';

const HOUR_MS = 60 * 60_000;
/** Ten past three in the city: few report, nobody reads. */
const AFTER_MIDNIGHT_MS = 3 * HOUR_MS + 10 * 60_000;
const LOOK_MS = 60_000;

type NightlyDeps = {
  db: Database;
  timeZone: string;
  clock: Clock;
  log: Log;
  metrics: Pick<Metrics, 'kpiDifferences'>;
  lookMs?: number;
};

/**
 * Counts the figures anew each night, on the node that keeps them. Due is a check when none has been made since last
 * night's hour: a server that was down at that hour makes it up.
 */
export function startNightlyCheck({ db, timeZone, clock, log, metrics, lookMs = LOOK_MS }: NightlyDeps) {
  const closing = new AbortController();

  async function look(): Promise<void> {
    const hour = lastHour(clock.now(), timeZone);
    const last = await lastKpiCheck(db);
    if (last !== null) metrics.kpiDifferences.set(last.differences);
    if (last !== null && Date.parse(last.at) >= hour) return;
    if (last === null && !(await hasHistoryBefore(db, hour))) return;
    const { differences, examples, seq, tickets } = await checkKpi({ db, timeZone, clock });
    metrics.kpiDifferences.set(differences);
    if (differences > 0) log.error({ differences, examples, seq }, 'the figures are not what the log says');
    else log.info({ tickets, seq }, 'the figures are what the log says');
  }

  async function goOn(): Promise<void> {
    while (!closing.signal.aborted) {
      const wasRight = await look().then(
        () => true,
        (err: unknown) => log.warn({ err }, 'the figures could not be checked'),
      );
      // Counting a long history in vain every minute would help nobody.
      const pauseMs = wasRight ? lookMs : HOUR_MS;
      await delay(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }
  const going = goOn();

  return {
    look,
    async close(): Promise<void> {
      closing.abort();
      await going;
    },
  };
}

/** The latest ten past three in the city that is over, ms since the epoch. */
function lastHour(now: number, timeZone: string): number {
  const today = startOfDay(now, timeZone) + AFTER_MIDNIGHT_MS;
  return today <= now ? today : today - 24 * HOUR_MS;
}

/** A city that began today has had no night yet. */
async function hasHistoryBefore(db: Database, moment: number): Promise<boolean> {
  const first = await db.selectFrom('ticket_log').select('at').orderBy('seq').limit(1).executeTakeFirst();
  return first !== undefined && first.at.getTime() < moment;
}
