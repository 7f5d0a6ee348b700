import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Log } from '../platform/log.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { mediaJob, reportJob } from './enqueue.ts';

const ROWS_AT_ONCE = 500;
/** How patiently pictures are waited for, compared to reports. */
const MEDIA_PATIENCE = 12;
/** Every so many sweeps the job gets an id of its own, in case a dead job holds the report's own. */
const FRESH_ID_EVERY = 5;

/** A report marked as swept just now, and when it was before. Marked and let go: the queue may hang, and others need the row. */
type Marked = { id: string; before: Date | null };
type Swept = Marked & { urgent: boolean; sweeps: number };
type Mark = 'swept' | 'media_swept' | 'place_swept';

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

  /** What `queueing` could not put on the queue waits no longer for it: the marks are as they were. */
  async function orUnmark<T>(marked: Marked[], mark: Mark, queueing: () => Promise<T>): Promise<T> {
    try {
      return await queueing();
    } catch (error) {
      await unmark(db, marked, mark);
      throw error;
    }
  }

  async function sweepReports(): Promise<number> {
    const { rows } = await sql<Swept>`
      update report set swept_at = now(), sweeps = sweeps + 1
      where id in (
        select id from report
        where state = 'received' and
          coalesce(swept_at, received_at) < now() - make_interval(secs => ${everyS} * power(3, least(sweeps, 3)))
        order by urgent desc, received_at limit ${ROWS_AT_ONCE} for update skip locked)
      returning id, urgent, sweeps, old.swept_at as before`.execute(db);
    const jobs = (urgent: boolean) =>
      rows
        .filter((row) => row.urgent === urgent)
        .map(({ id, sweeps }) => reportJob(id, sweeps % FRESH_ID_EVERY === 0 ? `sweep${sweeps}` : undefined));
    return orUnmark(rows, 'swept', async () => {
      await queues.queue('reports-urgent').addBulk(jobs(true));
      await queues.queue('reports').addBulk(jobs(false));
      return rows.length;
    });
  }

  /** Pictures, ever more patiently the longer they cannot be had; a job that has failed for good is tried again. */
  async function sweepMedia(): Promise<void> {
    const { rows } = await sql<Marked>`
      update report set media_swept_at = now()
      where id in (
        select id from report
        where media_pending and coalesce(media_swept_at, received_at) <
          now() - greatest(make_interval(secs => ${everyS * MEDIA_PATIENCE}), (now() - received_at) / 10)
        order by received_at limit ${ROWS_AT_ONCE} for update skip locked)
      returning id, old.media_swept_at as before`.execute(db);
    const queue = queues.queue('media');
    await orUnmark(rows, 'media_swept', async () => {
      await queue.addBulk(rows.map(({ id }) => mediaJob(id)));
      for (const { id } of rows) await queue.retry(mediaJob(id).jobId ?? id);
    });
  }

  /** Places and callers learnt after the report came in; one that has failed is left to people. */
  async function sweepPlaces(): Promise<void> {
    const { rows } = await sql<Marked>`
      update report set place_swept_at = now()
      where id in (
        select id from report
        where place_pending and state in ('received', 'processed')
          and coalesce(place_swept_at, received_at) < now() - make_interval(secs => ${everyS})
        order by received_at limit ${ROWS_AT_ONCE} for update skip locked)
      returning id, old.place_swept_at as before`.execute(db);
    const jobs = rows.map(({ id }) => reportJob(id, 'place'));
    await orUnmark(rows, 'place_swept', () => queues.queue('reports-urgent').addBulk(jobs));
  }

  async function runOnce(): Promise<number> {
    const swept = await sweepReports();
    await sweepPlaces();
    if (media) await sweepMedia();
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

async function unmark(db: Database, marked: Marked[], mark: Mark): Promise<void> {
  if (marked.length === 0) return;
  await sql`
    update report set ${sql.ref(`${mark}_at`)} = marked.before
      ${mark === 'swept' ? sql`, sweeps = greatest(report.sweeps - 1, 0)` : sql``}
    from unnest(${marked.map(({ id }) => id)}::uuid[], ${marked.map(({ before }) => before?.toISOString() ?? null)}::timestamptz[])
      as marked (id, before)
    where report.id = marked.id`.execute(db);
}
