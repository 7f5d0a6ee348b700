import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { isDatabaseDown } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { NotNow, type ReplyJob, type RunningJob } from '../queue/jobs.ts';
import { applyStatuses, type HeardStatus } from './apply-statuses.ts';
import { replyJob } from './reply-job.ts';
import type { SendSettings } from './send-settings.ts';
import { type SendOutcome, sendWhatsApp } from './send-whatsapp.ts';
import { claimReply, listWaiting, noteAccepted, noteFailed, noteLater, type Outgoing } from './sending.ts';

const JOBS_AT_ONCE = 200;
const SENT_AT_ONCE = 8;
const DATABASE_PAUSE_MS = 1000;
/** Longer than Meta may take to answer, and then long enough for its webhook to tell of a message nobody knows about. */
const CLAIM_MS = 60_000;
/** The same for a message whose answer was lost. */
const UNKNOWN_PAUSE_MS = 30_000;
/** WhatsApp takes one message each six seconds to one person. */
const PAIR_MS = 6_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 600_000;
/** With the pauses between them about an hour. */
const MOST_ATTEMPTS = 15;

export type Replies = {
  /** Queues what waits and is nobody's; also for whoever cannot wait for it. */
  sweep(): Promise<void>;
  close(): Promise<void>;
};

export type StartReplies = {
  db: Database;
  backend: QueueBackend;
  settings: SendSettings;
  clock: Clock;
  log: Log;
  everyS: number;
  /** For tests. */
  pairMs?: number;
};

/**
 * Sends answers to reporters. What holds is the row: a job only says that it is there to be sent, and the sweep finds
 * rows whose job was lost.
 *
 * How often a message goes out: it is taken in hand by a commit before it is sent, and the outcome is another commit
 * after it. A job that runs again after that second commit does nothing. When the process dies between Meta's answer
 * and the second commit nobody here knows: the row stays in hand for a minute, in which Meta's webhook, carrying the
 * row's id, settles it. Only if that tells nothing either it is sent again: at least once, and twice only where both
 * Meta's answer and its webhook were lost.
 */
export function startReplies(options: StartReplies): Replies {
  const { db, backend, settings, clock, log, everyS, pairMs = PAIR_MS } = options;
  const queue = backend.queue('replies');
  const closing = new AbortController();
  const worker = backend.worker('replies', { 'send-reply': send }, { concurrency: SENT_AT_ONCE });

  async function send({ data }: RunningJob<ReplyJob>): Promise<void> {
    try {
      const claim = await claimReply(db, data.replyId, { now: clock.now(), claimMs: CLAIM_MS, pairMs });
      if (claim === null) return;
      if ('waitMs' in claim) throw new NotNow(Math.ceil(claim.waitMs) + 1);
      const { outgoing } = claim;
      if (outgoing.isDoubtful) log.warn({ reply: outgoing.id }, 'an answer may go out twice');
      await settle(outgoing, await sendWhatsApp(settings, outgoing));
    } catch (error) {
      throw isDatabaseDown(error) ? new NotNow(DATABASE_PAUSE_MS, error) : error;
    }
  }

  async function settle({ id, attempts }: Outgoing, outcome: SendOutcome): Promise<void> {
    const now = clock.now();
    if ('taken' in outcome) {
      await noteAccepted(db, id, outcome.taken, now);
      await applyStatuses(db, await heardAlready(db, outcome.taken));
      return;
    }
    if ('failure' in outcome) return noteFailed(db, id, outcome.failure, now);
    if (attempts >= MOST_ATTEMPTS)
      return noteFailed(db, id, { code: 'unreachable', detail: outcome.later }, now);
    const pauseMs = pauseAfter(attempts, outcome, pairMs);
    await noteLater(db, id, now + pauseMs);
    log.info({ reply: id, attempts, reason: outcome.later }, 'an answer could not be sent now');
    throw new NotNow(pauseMs);
  }

  async function sweep(): Promise<void> {
    const ids = await listWaiting(db, clock.now(), JOBS_AT_ONCE);
    await queue.addBulk(ids.map(replyJob));
    // A job that has failed for good holds its id.
    for (const id of ids) await queue.retry(`reply-${id}`);
  }

  async function sweepOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await sweep().catch((err: unknown) => log.debug({ err }, 'no answers now, the next sweep will'));
      await delay(everyS * 1000, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  const sweeping = sweepOn();
  return {
    sweep,
    async close() {
      closing.abort();
      await worker.close();
      await sweeping;
    },
  };
}

/** Milliseconds until the next attempt. */
function pauseAfter(
  attempts: number,
  { isPair, isUnknown }: { isPair: boolean; isUnknown: boolean },
  pairMs: number,
): number {
  const least = isUnknown ? UNKNOWN_PAUSE_MS : isPair ? pairMs : 0;
  return Math.max(least, Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS));
}

/** What the webhook told of a message before its id was known here. */
async function heardAlready(db: Database, messageId: string): Promise<HeardStatus[]> {
  const { rows } = await sql<{ status: string; at: Date; raw: unknown }>`
    select status, at, raw from message_status where channel = 'whatsapp' and message_id = ${messageId}`.execute(
    db,
  );
  return rows.map(({ status, at, raw }) => ({ messageId, status, at: at.toISOString(), raw }));
}
