import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../database/connect.ts';
import type { Log } from '../platform/log.ts';
import type { LogTail } from '../tickets/log-tail.ts';
import { followLog } from './follow-log.ts';

/** Entries at a time: enough to be quick about a long history, few enough to hold nobody up. */
const ENTRIES_AT_ONCE = 500;
/** Figures may be a little later than walls; entries that come together are counted together. */
const SETTLE_MS = 1000;
/** Between two pages of a long history the database is others'. */
const BREATH_MS = 20;

type RollUpsDeps = { db: Database; tail: LogTail; timeZone: string; log: Log; settleMs?: number };

/** Keeps the figures in step with the log. Two that do so at once count nothing twice, but wait for each other. */
export function startRollUps({ db, tail, timeZone, log, settleMs = SETTLE_MS }: RollUpsDeps): {
  close(): Promise<void>;
} {
  const closing = new AbortController();
  let counting: Promise<void> | null = null;
  let again = false;

  async function count(): Promise<void> {
    while (again && !closing.signal.aborted) {
      again = false;
      await pause(settleMs, closing.signal);
      while (!closing.signal.aborted) {
        const done = await followLog(db, timeZone, ENTRIES_AT_ONCE);
        if (done < ENTRIES_AT_ONCE) break;
        await pause(BREATH_MS, closing.signal);
      }
    }
  }

  function wake(): void {
    again = true;
    counting ??= count()
      .catch((err: unknown) => log.warn({ err }, 'figures are not counted now, but later'))
      .finally(() => {
        counting = null;
      });
  }
  const stop = tail.subscribe(wake);
  wake();
  return {
    async close() {
      stop();
      closing.abort();
      await counting;
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
