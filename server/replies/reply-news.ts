import { listenTo } from '../database/listen.ts';
import type { Log } from '../platform/log.ts';

/** The PostgreSQL channel that says: something was heard of an answer to a reporter of this ticket. */
export const REPLY_NOTIFICATION = 'live_room_replies';

export type ReplyNews = {
  /** Returns how to stop. */
  onChanged(tell: (ticketId: string) => void): () => void;
  close(): Promise<void>;
};

/** News of answers from all nodes on one database. What is missed a screen sees when it next reads the ticket. */
export function createReplyNews({ databaseUrl, log }: { databaseUrl: string; log: Log }): ReplyNews {
  const listeners = new Set<(ticketId: string) => void>();
  const listening = listenTo({
    databaseUrl,
    channels: [REPLY_NOTIFICATION],
    name: 'replies',
    log,
    heard: (ticketId) => {
      for (const tell of listeners) tell(ticketId);
    },
    connected: () => undefined,
  });
  return {
    onChanged(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    async close() {
      listeners.clear();
      await listening.close();
    },
  };
}
