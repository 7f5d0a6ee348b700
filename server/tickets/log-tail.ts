import { listenTo } from '../database/listen.ts';
import type { Log } from '../platform/log.ts';
import { LOG_NOTIFICATION } from './append.ts';
import type { LogRow } from './log.ts';

/**
 * Told that the log may have grown; `written` are entries this node has just committed, of which it need not ask the
 * database.
 */
export type Wake = (written: readonly LogRow[]) => void;

/** Wakes its listeners when the log may have grown. They read it themselves, each from its own number. */
export type LogTail = {
  /** Calls `wake` on every growth and every `pollMs` besides; returns how to stop. */
  subscribe(wake: Wake): () => void;
  /** Wakes all of them; for whoever has just written to the log. */
  wake: Wake;
  /**
   * Whoever writes on these database processes wakes the listeners itself after each commit, and sooner than a
   * notification, which would have them read what they know.
   */
  trust(writes: (processId: number) => boolean): void;
  close(): Promise<void>;
};

/**
 * Listens on the database for new log entries; a poll every `pollMs` is the safety net for lost
 * notifications, and a broken connection is made again after a second.
 */
export function createLogTail({
  databaseUrl,
  log,
  pollMs = 1000,
}: {
  databaseUrl: string;
  log: Log;
  pollMs?: number;
}): LogTail {
  const listeners = new Set<Wake>();
  let wakesItself = (_processId: number) => false;

  const wakeAll: Wake = (written) => {
    for (const wake of listeners) wake(written);
  };
  const look = () => wakeAll([]);

  const listening = listenTo({
    databaseUrl,
    channels: [LOG_NOTIFICATION],
    name: 'tail',
    log,
    heard: (_payload, processId) => {
      if (!wakesItself(processId)) look();
    },
    connected: look,
  });
  const poll = setInterval(look, pollMs);

  return {
    wake: wakeAll,
    trust(writes) {
      wakesItself = writes;
    },
    subscribe(wake) {
      listeners.add(wake);
      return () => listeners.delete(wake);
    },
    async close() {
      clearInterval(poll);
      listeners.clear();
      await listening.close();
    },
  };
}
