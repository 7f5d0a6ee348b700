import type { SlaClock } from '../../shared/ticket/sla.ts';
import type { SlaMark } from '../../shared/ticket/ticket.ts';

/** A report to be taken up; nothing of the citizen is in a job. */
export type ReportJob = { reportId: string };

/** A clock's bell. The ticket is read again when it rings, so a bell too many does no harm. */
export type BellJob = { ticketId: string; clock: SlaClock; mark: SlaMark };

/** A message for one phone, which lies in the database until it is sent. */
export type PushJob = { deliveryId: string };

/** An answer to a reporter, which lies in the database with its words and its recipient. */
export type ReplyJob = { replyId: string };

/** Every queue with the names of its jobs and what they carry. */
export type Jobs = {
  'reports-urgent': { 'process-report': ReportJob };
  reports: { 'process-report': ReportJob };
  media: { 'fetch-media': ReportJob };
  sla: { 'ring-bell': BellJob };
  push: { 'send-push': PushJob };
  replies: { 'send-reply': ReplyJob };
};

export type QueueName = keyof Jobs;
export type JobName<Q extends QueueName> = keyof Jobs[Q] & string;

/** The names again, for checking at run time; the type keeps both lists the same. */
export const JOB_NAMES: { [Q in QueueName]: readonly JobName<Q>[] } = {
  'reports-urgent': ['process-report'],
  reports: ['process-report'],
  media: ['fetch-media'],
  sla: ['ring-bell'],
  push: ['send-push'],
  replies: ['send-reply'],
};
export const QUEUE_NAMES = Object.keys(JOB_NAMES) as QueueName[];

/** What a handler gets: the job's data and which attempt this is. */
export type RunningJob<Data> = {
  id: string;
  data: Data;
  /** 1 for the first. */
  attempt: number;
  isLastAttempt: boolean;
};

/** One handler for every job name of a queue. */
export type Handlers<Q extends QueueName> = {
  [N in JobName<Q>]: (job: RunningJob<Jobs[Q][N]>) => Promise<void>;
};

/** A job to be put on a queue. */
export type NewJob<Q extends QueueName> = {
  [N in JobName<Q>]: {
    name: N;
    data: Jobs[Q][N];
    /**
     * While a job with this id is kept (waiting, running, failed) another is not added. No `:`, not all digits.
     * Without one every add is a job of its own.
     */
    jobId?: string;
    /** Not before this many milliseconds from now. */
    delayMs?: number;
  };
}[JobName<Q>];

/** A job that has failed for good, with its reason. */
export type FailedJob = { id: string; name: string; data: unknown; reason: string; failedAt: string | null };

/** Jobs in a queue by state. */
export type QueueCounts = { waiting: number; active: number; delayed: number; failed: number };

/** Thrown by `add` when the queue cannot take a job now; the row in the database is what holds. */
export class QueueUnavailable extends Error {
  constructor(cause?: unknown) {
    super('The queue cannot be reached', { cause });
    this.name = 'QueueUnavailable';
  }
}

/** Thrown by a handler whose time has not come: the job waits and no attempt is counted. */
export class NotNow extends Error {
  readonly delayMs: number;

  constructor(delayMs: number, cause?: unknown) {
    super(`Not now, again in ${delayMs} ms`, { cause });
    this.name = 'NotNow';
    this.delayMs = delayMs;
  }
}

/** Refuses handlers that are missing, or that no job name asks for. */
export function assertHandlers(queue: QueueName, handlers: Record<string, unknown>): void {
  const expected: readonly string[] = JOB_NAMES[queue];
  const given = Object.keys(handlers);
  const missing = expected.filter((name) => typeof handlers[name] !== 'function');
  const unknown = given.filter((name) => !expected.includes(name));
  const faults = [
    ...missing.map((name) => `no handler for ${queue}/${name}`),
    ...unknown.map((name) => `a handler for ${queue}/${name}, which is no job`),
  ];
  if (faults.length > 0) throw new Error(faults.join('; '));
}
