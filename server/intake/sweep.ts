import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, Transaction } from '../database/connect.ts';
import type { Log } from '../platform/log.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { mediaJob, reportJob } from './enqueue.ts';

const ROWS_AT_ONCE = 500;
/** How patiently pictures are waited for, compared to reports. */
const MEDIA_PATIENCE = 12;
/** Every so many sweeps the job gets an id of its own, in case a dead job holds the report's own. */
const FRESH_ID_EVERY = 5;

type Swept = { id: string; urgent: boolean; sweeps: number };

export type Sweep = {
  /** Sweeps now and answers how many reports were queued again. Rejects when database or queue are away. */
  runOnce(): Promise<number>;
  /** Resolves when a sweep under way has ended; there are no more. */
  close(): Promise<void>;
};

/**
 * Puts reports on the queue that nobody has picked up: those taken while the queue was down, and those whose
 * jobs were lost with it. Runs on every worker node; rows another node has in hand are passed over. A report is
 * swept after `everyS` seconds, and then ever more patiently, up to 27 times that.
 */
export function startSweep(deps: {
  db: Database;
  queues: Pick<QueueBackend, 'queue'>;
  log: Log;
  everyS: number;
  /** Whether pictures can be fetched at all. */
  media: boolean;
}): Sweep {
  const { db, queues, log, everyS, media } = deps;
  const closing = new AbortController();

  async function sweepReports(trx: Transaction): Promise<number> {
    const { rows } = await sql<Swept>`
      update report set swept_at = now(), sweeps = sweeps + 1
      where id in (
        select id from report
        where state = 'received' and
          coalesce(swept_at, received_at) < now() - make_interval(secs => ${everyS} * power(3, least(sweeps, 3)))
        order by urgent desc, received_at limit ${ROWS_AT_ONCE} for update skip locked)
      returning id, urgent, sweeps`.execute(trx);
    const jobs = (urgent: boolean) =>
      rows
        .filter((row) => row.urgent === urgent)
        .map(({ id, sweeps }) => reportJob(id, sweeps % FRESH_ID_EVERY === 0 ? `sweep${sweeps}` : undefined));
    await queues.queue('reports-urgent').addBulk(jobs(true));
    await queues.queue('reports').addBulk(jobs(false));
    return rows.length;
  }

  /** Reports with one of the marks that others set and clear, each again after a while. */
  async function sweepMarked(trx: Transaction, mark: 'media' | 'place', afterS: number): Promise<string[]> {
    const pending = sql.ref(`${mark}_pending`);
    const sweptAt = sql.ref(`${mark}_swept_at`);
    const { rows } = await sql<{ id: string }>`
      update report set ${sweptAt} = now()
      where id in (
        select id from report
        where ${pending} and coalesce(${sweptAt}, received_at) < now() - make_interval(secs => ${afterS})
        order by received_at limit ${ROWS_AT_ONCE} for update skip locked)
      returning id`.execute(trx);
    return rows.map(({ id }) => id);
  }

  async function sweepMedia(trx: Transaction): Promise<void> {
    const ids = await sweepMarked(trx, 'media', everyS * MEDIA_PATIENCE);
    await queues.queue('media').addBulk(ids.map((id) => mediaJob(id)));
  }

  async function sweepPlaces(trx: Transaction): Promise<void> {
    const ids = await sweepMarked(trx, 'place', everyS);
    await queues.queue('reports-urgent').addBulk(ids.map((id) => reportJob(id, 'place')));
  }

  async function runOnce(): Promise<number> {
    // When the queue takes nothing the marks are rolled back, so nobody waits longer for that.
    const swept = await db.transaction().execute(sweepReports);
    await db.transaction().execute(sweepPlaces);
    if (media) await db.transaction().execute(sweepMedia);
    if (swept > 0) log.info({ swept }, 'reports that nobody had picked up were queued again');
    return swept;
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      await delay(everyS * 1000, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      await runOnce().catch((err: unknown) => log.warn({ err }, 'the sweep could not run'));
    }
  }

  const running = loop();
  return {
    runOnce,
    async close() {
      closing.abort();
      await running;
    },
  };
}
