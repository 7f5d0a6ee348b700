import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../platform/log.ts';
import type { QueueBackend } from '../queue/backend.ts';
import type { NewJob } from '../queue/jobs.ts';

/** Ids that may wait for the queue; beyond them the row alone holds, and the sweep finds it. */
const MOST_WAITING = 10_000;
const JOBS_AT_ONCE = 500;
const ADD_TIMEOUT_MS = 5000;
/** After a failure the queue is left in peace for so long. */
const PAUSE_MS = 1000;

type Queues = Pick<QueueBackend, 'queue'>;

export type Enqueue = {
  /**
   * Puts a report's job on its queue, soon, with others. Never fails and never waits: a job that is lost is
   * found by the sweep. `again`: it was processed before and has changed, so its job must not be taken for the
   * first one's. `media`: its pictures are to be fetched.
   */
  add(report: { id: string; urgent: boolean; media?: boolean; again?: boolean }): void;
  /** Resolves when what was added has been put on the queue, or given up. */
  settled(): Promise<void>;
};

/** The job of a report; its id keeps it from being queued twice at the same time. */
export function reportJob(reportId: string, suffix?: string): NewJob<'reports'> {
  const jobId = suffix === undefined ? `report-${reportId}` : `report-${reportId}-${suffix}`;
  return { name: 'process-report', data: { reportId }, jobId };
}

/** The job that fetches a report's pictures. */
export function mediaJob(reportId: string): NewJob<'media'> {
  return { name: 'fetch-media', data: { reportId }, jobId: `media-${reportId}` };
}

/** Collects reports while the queue is busy and adds them together; urgent ones have a lane of their own. */
export function createEnqueue({ queues, log }: { queues: Queues; log: Log }): Enqueue {
  const urgentLane = createLane<NewJob<'reports-urgent'>>(
    (jobs) => queues.queue('reports-urgent').addBulk(jobs),
    log,
  );
  const lane = createLane<NewJob<'reports'>>((jobs) => queues.queue('reports').addBulk(jobs), log);
  const mediaLane = createLane<NewJob<'media'>>((jobs) => queues.queue('media').addBulk(jobs), log);
  return {
    add({ id, urgent, media = false, again = false }) {
      const suffix = again ? randomBytes(6).toString('hex') : undefined;
      (urgent ? urgentLane : lane).add(reportJob(id, suffix));
      if (media) mediaLane.add(mediaJob(id));
    },
    async settled() {
      await Promise.all([urgentLane.settled(), lane.settled(), mediaLane.settled()]);
    },
  };
}

function createLane<Job>(addBulk: (jobs: Job[]) => Promise<void>, log: Log) {
  let waiting: Job[] = [];
  let flight: Promise<void> | null = null;

  async function fly(): Promise<void> {
    // Whatever else was committed with it flies along.
    await null;
    while (waiting.length > 0) {
      const jobs = waiting.slice(0, JOBS_AT_ONCE);
      waiting = waiting.slice(JOBS_AT_ONCE);
      try {
        await withTimeout(addBulk(jobs));
      } catch (err) {
        log.warn({ err, jobs: jobs.length + waiting.length }, 'the queue takes nothing, the sweep will');
        waiting = [];
        await delay(PAUSE_MS, undefined, { ref: false });
      }
    }
    // In the same breath as the last look at `waiting`: what is added from here on starts a new flight.
    flight = null;
  }

  return {
    add(job: Job): void {
      if (waiting.length >= MOST_WAITING) return;
      waiting.push(job);
      flight ??= fly();
    },
    async settled(): Promise<void> {
      while (flight) await flight;
    },
  };
}

async function withTimeout(adding: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), ADD_TIMEOUT_MS);
  });
  try {
    await Promise.race([adding, late]);
  } finally {
    clearTimeout(timer);
  }
}
