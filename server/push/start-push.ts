import { setTimeout as delay } from 'node:timers/promises';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { isDatabaseDown } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { NotNow, type PushJob, type RunningJob } from '../queue/jobs.ts';
import type { LogTail } from '../tickets/log-tail.ts';
import { claimDelivery, type Delivery, forgetSettled, listWaiting, settle, unclaim } from './deliveries.ts';
import { createNotePushes } from './note-pushes.ts';
import { PushLater, type PushOutcome, type PushSettings, sendPush } from './send-push.ts';

/** A burst of entries is looked at together; a phone in a pocket does not notice. */
const SETTLE_MS = 250;
/** The safety net: what no job was made for, and what is old enough to forget. */
const SWEEP_MS = 60_000;
const JOBS_AT_ONCE = 500;
const SENT_AT_ONCE = 8;
const DATABASE_PAUSE_MS = 1000;
/** A message that could not be sent for so long is no news any more. */
const LATE_MS = 3_600_000;
/** Longer than a push service may take to answer. */
const CLAIM_MS = 30_000;
const TAKEN_PAUSE_MS = 5_000;

export type Push = {
  /** Looks at the log and queues what waits; also for whoever cannot wait for it. */
  sweep(): Promise<void>;
  close(): Promise<void>;
};

export type StartPush = {
  db: Database;
  backend: QueueBackend;
  tail: LogTail;
  settings: PushSettings;
  pack: CityPack;
  clock: Clock;
  log: Log;
  sweepMs?: number;
};

/**
 * Tells departments' phones what the log says. The log is looked at once (`note-pushes`), each message is a row, and a
 * job, named after the row, sends it: with patience when the push service has trouble, never again once it is settled.
 */
export function startPush(options: StartPush): Push {
  const { db, backend, tail, settings, clock, log, sweepMs = SWEEP_MS } = options;
  const queue = backend.queue('push');
  const notePushes = createNotePushes(options);
  const closing = new AbortController();
  const worker = backend.worker('push', { 'send-push': send }, { concurrency: SENT_AT_ONCE });

  async function send({ data, isLastAttempt }: RunningJob<PushJob>): Promise<void> {
    try {
      const delivery = await claimDelivery(db, data.deliveryId, CLAIM_MS);
      if (delivery === null) return;
      if (delivery === 'taken') throw new NotNow(TAKEN_PAUSE_MS);
      const isLate = Date.parse(delivery.message.at) < clock.now() - LATE_MS;
      await settle(db, delivery, isLate ? 'late' : await trySending(delivery, isLastAttempt));
    } catch (error) {
      throw isDatabaseDown(error) ? new NotNow(DATABASE_PAUSE_MS, error) : error;
    }
  }

  async function trySending(delivery: Delivery, isLastAttempt: boolean): Promise<PushOutcome | 'late'> {
    try {
      return await sendPush(settings, delivery, delivery.message);
    } catch (error) {
      if (!(error instanceof PushLater)) throw error;
      await unclaim(db, delivery.id);
      if (error.afterMs !== null) throw new NotNow(error.afterMs, error);
      if (!isLastAttempt) throw error;
      // The sweep would take it up again for ever; the log line is what there is to look at.
      log.warn({ reason: error.message }, 'a push could not be sent');
      return 'late';
    }
  }

  async function look(): Promise<void> {
    let more = true;
    let noted = 0;
    while (more && !closing.signal.aborted) {
      const step = await notePushes();
      noted += step.noted;
      more = step.isMore;
    }
    if (noted > 0) await enqueueWaiting();
  }

  async function enqueueWaiting(): Promise<void> {
    const ids = await listWaiting(db, JOBS_AT_ONCE);
    await queue.addBulk(
      ids.map((deliveryId) => ({ name: 'send-push', data: { deliveryId }, jobId: `push-${deliveryId}` })),
    );
  }

  async function sweep(): Promise<void> {
    await look();
    await enqueueWaiting();
    await forgetSettled(db);
  }

  async function sweepOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await sweep().catch((err: unknown) => log.debug({ err }, 'no pushes now, the next sweep will'));
      await delay(sweepMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  const onGrowth = createLooker({ look, closing: closing.signal, log });
  const stop = tail.subscribe(onGrowth.wake);
  const sweeping = sweepOn();

  return {
    sweep,
    async close() {
      stop();
      closing.abort();
      await onGrowth.idle();
      await worker.close();
      await sweeping;
    },
  };
}

/** Looks soon after being woken, once for many wakings. */
function createLooker({ look, closing, log }: { look: () => Promise<void>; closing: AbortSignal; log: Log }) {
  let looking: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      await delay(SETTLE_MS, undefined, { signal: closing });
      again = false;
      await look();
    } while (again);
  }

  return {
    wake(): void {
      again = true;
      looking ??= run()
        .catch((err: unknown) => log.debug({ err }, 'no pushes noted now, the sweep will'))
        .finally(() => {
          looking = null;
        });
    },
    async idle(): Promise<void> {
      await looking;
    },
  };
}
