import { setTimeout as wait } from 'node:timers/promises';
import { type Delivery, DOORS, type Door } from './delivery.ts';
import { signMeta } from './whatsapp.ts';

/** How a sending system tries again, ms. The wait doubles from `firstMs` to `longestMs`. */
type Patience = { timeoutMs: number; firstMs: number; longestMs: number; attempts: number };

/**
 * As the platforms do: Meta for days, the exchange fast and for as long as it takes, the app from its outbox,
 * gateways of sensors from their buffer; a handset tries AML a few times only.
 */
const PATIENCE: Record<Door, Patience> = {
  whatsapp: { timeoutMs: 10_000, firstMs: 1000, longestMs: 60_000, attempts: Number.POSITIVE_INFINITY },
  '112': { timeoutMs: 5000, firstMs: 500, longestMs: 5000, attempts: Number.POSITIVE_INFINITY },
  aml: { timeoutMs: 5000, firstMs: 1000, longestMs: 2000, attempts: 3 },
  laksa: { timeoutMs: 20_000, firstMs: 1000, longestMs: 30_000, attempts: Number.POSITIVE_INFINITY },
  sensors: { timeoutMs: 10_000, firstMs: 1000, longestMs: 15_000, attempts: Number.POSITIVE_INFINITY },
};

const MOST_REMEMBERED = 50_000;

export type SenderOptions = {
  /** Where the server is, without a slash at the end. */
  url: string;
  /** A channel token; without it the doors that ask for one refuse. */
  channelToken?: string | undefined;
  /** Meta's app secret; without it webhooks go unsigned and are refused. */
  whatsappSecret?: string | undefined;
  /** After so many ms of trying, a delivery counts as failed. */
  giveUpAfterMs?: number;
  /** Multiplies every wait, so that a test need not wait as long as a platform. */
  waitScale?: number;
  signal?: AbortSignal | undefined;
};

/** What became of a delivery: the last answer's status and body, or 0 and the reason when there was none. */
export type Outcome = { ok: boolean; status: number; body: string; attempts: number };

export type DoorStats = { sent: number; reports: number; accepted: number; retried: number; failed: number };

export type Sender = {
  /** Delivers, trying again as the door's platform would. Never throws. */
  send(delivery: Delivery): Promise<Outcome>;
  /** Counts so far: deliveries, reports in them (each once), deliveries answered 2xx, attempts beyond the first, given up. */
  stats(): Record<Door, DoorStats>;
  /** The latest refusal of each door, for the summary. */
  refusals(): Partial<Record<Door, string>>;
};

/** A sender that behaves as the channels' platforms do. */
export function createSender(options: SenderOptions): Sender {
  const { giveUpAfterMs = 120_000, waitScale = 1, signal } = options;
  const stats = emptyStats();
  const refusals: Partial<Record<Door, string>> = {};
  const seen = new Set<string>();
  // A call comes in several deliveries.
  const countNew = ({ externalIds }: Delivery): number => {
    if (seen.size > MOST_REMEMBERED) seen.clear();
    const fresh = externalIds.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return fresh.length;
  };
  const keepTrying = async (delivery: Delivery): Promise<Outcome> => {
    const patience = PATIENCE[delivery.door];
    const until = Date.now() + giveUpAfterMs;
    let delayMs = patience.firstMs;
    for (let attempts = 1; ; attempts += 1) {
      const answer = await attempt(delivery, options, patience.timeoutMs);
      const outcome = { ...answer, attempts };
      if (answer.ok || !isWorthRetrying(answer.status) || attempts >= patience.attempts) return outcome;
      const pauseMs = Math.max(delayMs * (0.75 + Math.random() / 2), answer.retryAfterMs) * waitScale;
      if (signal?.aborted === true || Date.now() + pauseMs > until) return outcome;
      stats[delivery.door].retried += 1;
      await wait(pauseMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      delayMs = Math.min(delayMs * 2, patience.longestMs);
    }
  };
  return {
    send: async (delivery) => {
      const door = stats[delivery.door];
      door.sent += 1;
      door.reports += countNew(delivery);
      const outcome = await keepTrying(delivery);
      if (outcome.ok) door.accepted += 1;
      else {
        door.failed += 1;
        refusals[delivery.door] = outcome.status === 0 ? outcome.body : `${outcome.status} ${outcome.body}`;
      }
      return outcome;
    },
    stats: () => structuredClone(stats),
    refusals: () => ({ ...refusals }),
  };
}

type Answer = { ok: boolean; status: number; body: string; retryAfterMs: number };

async function attempt(delivery: Delivery, options: SenderOptions, timeoutMs: number): Promise<Answer> {
  try {
    const response = await fetch(`${options.url}${delivery.path}`, {
      method: 'POST',
      headers: { ...delivery.headers, ...proofOf(delivery, options) },
      body: delivery.body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const retryAfterS = Number(response.headers.get('retry-after') ?? 0);
    return {
      ok: response.ok,
      status: response.status,
      body: await response.text(),
      retryAfterMs: Number.isFinite(retryAfterS) ? retryAfterS * 1000 : 0,
    };
  } catch (error) {
    return { ok: false, status: 0, body: reasonOf(error), retryAfterMs: 0 };
  }
}

function proofOf(delivery: Delivery, options: SenderOptions): Record<string, string> {
  if (delivery.proof === 'meta-signature' && options.whatsappSecret !== undefined) {
    return { 'x-hub-signature-256': signMeta(delivery.body, options.whatsappSecret) };
  }
  if (delivery.proof === 'channel-token' && options.channelToken !== undefined) {
    return { authorization: `Bearer ${options.channelToken}` };
  }
  return {};
}

/** No answer, too many, or the server's own fault; a wrong secret or a bad payload stays wrong. */
function isWorthRetrying(status: number): boolean {
  return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}

function emptyStats(): Record<Door, DoorStats> {
  const empty = (): DoorStats => ({ sent: 0, reports: 0, accepted: 0, retried: 0, failed: 0 });
  return Object.fromEntries(DOORS.map((door) => [door, empty()])) as Record<Door, DoorStats>;
}
