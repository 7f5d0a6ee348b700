import { sql } from 'kysely';
import { isDatabaseDown } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { JobWorker, QueueBackend } from '../queue/backend.ts';
import { NotNow, type ReportJob, type RunningJob } from '../queue/jobs.ts';
import { createBatches } from './in-batches.ts';
import { createProcessReports, type PipelineDeps, type ProcessReports } from './process-reports.ts';

/** Reports in one transaction at most. */
const BATCH = 32;
const URGENT_BATCH = 8;
/** After this long a database that was away is asked again; no attempt is lost by waiting. */
const DATABASE_PAUSE_MS = 1000;

export type Pipeline = {
  /** Finishes the reports in hand and takes no more. */
  close(): Promise<void>;
};

export type StartPipeline = PipelineDeps & {
  backend: QueueBackend;
  log: Log;
  /** Stands in for the processing in tests of what happens when it fails. */
  process?: ProcessReports;
};

/**
 * Starts the workers that turn reports into tickets: emergencies have a queue and a worker of their own, so they
 * never wait behind other reports. A report whose last attempt fails is marked as failed, with the reason.
 */
export function startPipeline({ backend, log, process, ...deps }: StartPipeline): Pipeline {
  const run = process ?? createProcessReports(deps);
  const workers = [startWorker('reports-urgent', URGENT_BATCH), startWorker('reports', BATCH)];

  function startWorker(queue: 'reports-urgent' | 'reports', most: number): JobWorker {
    const add = createBatches<string>({ run, most, isHopeless: isDatabaseDown });
    const handle = async (job: RunningJob<ReportJob>) => {
      try {
        await add(job.data.reportId);
      } catch (error) {
        if (isDatabaseDown(error)) throw new NotNow(DATABASE_PAUSE_MS, error);
        if (job.isLastAttempt) await markFailed(job.data.reportId, error);
        throw error;
      }
    };
    return backend.worker(queue, { 'process-report': handle }, { concurrency: most * 2 });
  }

  async function markFailed(reportId: string, error: unknown): Promise<void> {
    const failure = error instanceof Error ? error.message : String(error);
    log.error({ err: error, reportId }, 'a report could not be processed');
    try {
      await sql`update report set state = 'failed', failure = ${failure.slice(0, MAX_REASON)}
        where id = ${reportId} and state in ('received', 'failed')`.execute(deps.db);
    } catch (cause) {
      throw new NotNow(DATABASE_PAUSE_MS, cause);
    }
  }

  return {
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

const MAX_REASON = 1000;
