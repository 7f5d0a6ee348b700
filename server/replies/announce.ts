import type { Log } from '../platform/log.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { replyJob } from './reply-job.ts';

/** Queues answers that are committed. Never fails: what the queue does not take now, the sweep finds. */
export function createAnnounce({ queues, log }: { queues: Pick<QueueBackend, 'queue'>; log: Log }) {
  return async (replyIds: readonly string[]): Promise<void> => {
    try {
      await queues.queue('replies').addBulk(replyIds.map(replyJob));
    } catch (err) {
      log.warn({ err, replies: replyIds.length }, 'the queue takes no answers, the sweep will');
    }
  };
}
