import { sql } from 'kysely';
import type { Channel } from '../../shared/report/channel.ts';
import type { FailedReport } from '../../shared/wire/api.ts';
import type { Database } from '../database/connect.ts';
import { reportJob } from '../intake/enqueue.ts';
import { AppError } from '../platform/errors.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { QueueUnavailable } from '../queue/jobs.ts';

const MOST = 200;

type Row = { id: string; channel: string; received_at: Date; failure: string | null };

/** Reports whose processing has failed for good, newest first, without what was said in them. */
export async function listFailedReports(db: Database): Promise<FailedReport[]> {
  const { rows } = await sql<Row>`
    select id, channel, received_at, failure from report where state = 'failed'
    order by received_at desc limit ${MOST}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel as Channel,
    receivedAt: row.received_at.toISOString(),
    failure: row.failure ?? '',
  }));
}

/**
 * Has a failed report processed once more, with all its attempts. While the queue cannot be reached the sweep does
 * it later. Throws not-found for a report that has not failed.
 */
export async function retryFailedReport(
  db: Database,
  backend: Pick<QueueBackend, 'queue'>,
  reportId: string,
): Promise<void> {
  const { rows } = await sql<{ urgent: boolean }>`
    update report set state = 'received', failure = null, swept_at = now(), sweeps = 0
    where id = ${reportId} and state = 'failed' returning urgent`.execute(db);
  const [row] = rows;
  if (!row) throw new AppError('not-found', { detail: `failed report ${reportId}` });
  const queue = backend.queue(row.urgent ? 'reports-urgent' : 'reports');
  const job = reportJob(reportId);
  try {
    if (!(job.jobId && (await queue.retry(job.jobId)))) await queue.add(job);
  } catch (error) {
    if (!(error instanceof QueueUnavailable)) throw error;
  }
}
