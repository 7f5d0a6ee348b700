import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import webPush from 'web-push';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { PushMessage } from '../../shared/wire/push.ts';
import { findEndpointFault, lookupPublic, PrivateHost } from './public-host.ts';
import type { VapidKeys } from './vapid-keys.ts';

const TIMEOUT_MS = 15_000;

/** Where a push goes: the browser's address and keys, base64url. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

export type PushSettings = {
  keys: VapidKeys;
  /** `mailto:` or `https:`, for whoever runs the push service. */
  contact: string;
  /** Addresses of this machine are allowed, for tests. */
  loopback: boolean;
};

/** `gone`: the phone has no such subscription any more. `refused`: sending it again will not help. */
export type PushOutcome = 'sent' | 'gone' | 'refused';

/** The push service asks to wait, or has trouble. */
export class PushLater extends Error {
  readonly afterMs: number | null;

  constructor(reason: string, afterMs: number | null) {
    super(`The push service takes nothing now: ${reason}`);
    this.name = 'PushLater';
    this.afterMs = afterMs;
  }
}

/** How long the push service keeps it for a phone that is off, and whether it may wake one that saves power. */
const HASTE: Record<Priority, { ttlS: number; urgency: webPush.Urgency }> = {
  critical: { ttlS: 3600, urgency: 'high' },
  high: { ttlS: 4 * 3600, urgency: 'high' },
  normal: { ttlS: 12 * 3600, urgency: 'normal' },
  low: { ttlS: 24 * 3600, urgency: 'low' },
};

/**
 * Sends one message, encrypted for the phone (RFC 8291) and signed (RFC 8292). Of one ticket only the latest waits for
 * a phone that is off. Throws `PushLater` for what is worth trying again.
 */
export async function sendPush(
  settings: PushSettings,
  { endpoint, p256dh, auth }: PushTarget,
  message: PushMessage,
): Promise<PushOutcome> {
  if (findEndpointFault(endpoint, settings) !== null) return 'refused';
  const { ttlS, urgency } = HASTE[message.priority];
  let details: webPush.RequestDetails;
  try {
    details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
      vapidDetails: { subject: settings.contact, ...settings.keys },
      TTL: ttlS,
      urgency,
      topic: message.ticketId.replaceAll('-', ''),
      contentEncoding: 'aes128gcm',
    });
  } catch {
    // Keys that are no point on the curve: no browser made them.
    return 'refused';
  }
  try {
    return judge(await post(endpoint, details, settings.loopback));
  } catch (error) {
    if (error instanceof PrivateHost) return 'refused';
    if (error instanceof PushLater) throw error;
    throw new PushLater(error instanceof Error ? error.message : String(error), null);
  }
}

type Answer = { status: number; retryAfter: string | undefined };

function judge({ status, retryAfter }: Answer): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    throw new PushLater(String(status), seconds > 0 ? Math.min(seconds, 3600) * 1000 : null);
  }
  return 'refused';
}

/** No redirects are followed, and of the answer nothing is kept. */
function post(endpoint: string, details: webPush.RequestDetails, loopback: boolean): Promise<Answer> {
  const options: RequestOptions = {
    method: details.method,
    headers: details.headers,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(loopback ? {} : { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage) => {
      answer.resume();
      answer.once('error', reject);
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
    };
    const send = endpoint.startsWith('http:') ? httpRequest : httpsRequest;
    const request: ClientRequest = send(endpoint, options, onAnswer);
    request.once('error', reject);
    request.end(details.body);
  });
}
