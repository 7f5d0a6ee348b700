import type { DatabaseLog } from './database-log.ts';
import { listenTo } from './listen.ts';

export type ListenerOptions = {
  databaseUrl: string;
  log: DatabaseLog;
  /** What to do when something was said on a channel, by its name. */
  handlers: Record<string, () => void>;
  pollMs?: number;
};

/**
 * Calls the handler of a channel on which something was said; and all of them after connecting (what was said meanwhile
 * was missed) and every `pollMs`, the safety net for lost notifications.
 */
export function createListener(options: ListenerOptions): { close(): Promise<void> } {
  const { databaseUrl, log, handlers, pollMs = 30_000 } = options;
  const callAll = () => {
    for (const handle of Object.values(handlers)) handle();
  };
  const poll = setInterval(callAll, pollMs);
  const listening = listenTo({
    databaseUrl,
    channels: Object.keys(handlers),
    name: 'listener',
    log,
    heard: (_payload, _processId, channel) => handlers[channel]?.(),
    connected: callAll,
  });
  return {
    async close() {
      clearInterval(poll);
      await listening.close();
    },
  };
}
