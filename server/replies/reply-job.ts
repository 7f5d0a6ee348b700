import type { NewJob } from '../queue/jobs.ts';

/** The job that sends an answer; its id keeps it from being queued twice at the same time. */
export function replyJob(replyId: string): NewJob<'replies'> {
  return { name: 'send-reply', data: { replyId }, jobId: `reply-${replyId}` };
}
