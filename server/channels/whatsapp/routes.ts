import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Request } from 'express';
import { Router } from 'express';
import type { Database } from '../../database/connect.ts';
import type { Intake } from '../../intake/receive.ts';
import { keepUnreadable } from '../../intake/unreadable.ts';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { keepWithin } from '../../platform/within.ts';
import { bytesOf, parseJson, rawBody } from '../raw-body.ts';
import { isSame } from '../same-bytes.ts';
import type { SenderLimit } from '../sender-limit.ts';
import { keepStatuses } from './keep-statuses.ts';
import { type MessageStatus, parseWhatsApp, type WhatsAppDelivery } from './parse.ts';
import { isSignedByMeta } from './verify.ts';

export type WhatsAppSettings = { appSecret: string | null; verifyToken: string | null };

/** Meta's own limit of a webhook. */
const MOST_BYTES = 3 * 1024 * 1024;

/** Meta's check (GET) and its signed webhook (POST); both are off without their setting. */
export function createWhatsAppRoutes(deps: {
  settings: WhatsAppSettings;
  intake: Intake;
  db: Database;
  limit: SenderLimit;
  clock: Clock;
  /** Told what became of messages that were sent, once it is kept. */
  heardStatuses?: ((statuses: MessageStatus[]) => Promise<void>) | undefined;
}): Router {
  const { settings, intake, db, limit, clock, heardStatuses } = deps;
  const router = Router();

  async function keepOthers({ statuses, others }: WhatsAppDelivery): Promise<void> {
    await keepStatuses(db, statuses);
    await heardStatuses?.(statuses);
    await keepUnreadable(db, 'whatsapp', 'not a message', others);
  }

  router.get('/channels/whatsapp', (req, res) => {
    const { verifyToken } = settings;
    if (verifyToken === null) throw channelOff('WHATSAPP_VERIFY_TOKEN');
    const hub = readHub(req);
    if (hub('mode') !== 'subscribe' || !isSame(hub('verify_token'), verifyToken))
      throw new AppError('forbidden');
    res.type('text/plain').send(hub('challenge'));
  });

  router.post('/channels/whatsapp', rawBody(MOST_BYTES), async (req, res) => {
    const delivery = parseWhatsApp(readSigned(req, settings), clock.now());
    refuseFlood(delivery, limit);
    await intake.receive(delivery.reports);
    await keepWithin(keepOthers(delivery));
    // The queue is told first: a wall waits for the report, nobody for the words of this answer.
    await nextTurn();
    res.sendStatus(200);
  });

  return router;
}

/**
 * Reads `hub.<name>` from the URL itself: some query parsers take the dot for nesting. What lies between Meta and us
 * may have done the same, and written `hub[<name>]`.
 */
function readHub(req: Request): (name: string) => string {
  const query = new URL(req.originalUrl, 'http://door').searchParams;
  return (name) => query.get(`hub.${name}`) ?? query.get(`hub[${name}]`) ?? '';
}

function readSigned(req: Request, { appSecret }: WhatsAppSettings): unknown {
  if (appSecret === null) throw channelOff('WHATSAPP_APP_SECRET');
  const bytes = bytesOf(req);
  if (!isSignedByMeta(bytes, req.get('X-Hub-Signature-256'), appSecret)) throw new AppError('bad-signature');
  if (req.is('json') === false) throw new AppError('wrong-type', { detail: 'expected application/json' });
  return parseJson(bytes);
}

function channelOff(setting: string): AppError {
  return new AppError('channel-off', { detail: `${setting} is not set` });
}

/**
 * Meta delivers several senders in one webhook and sends a refused one again as a whole, for days. So it is
 * refused only when all its messages are from senders who are over their limit: nobody else waits for them, and
 * nothing is lost. Statuses and echoes are never limited.
 */
function refuseFlood({ reports, statuses }: WhatsAppDelivery, limit: SenderLimit): void {
  const senders = reports.filter((report) => report.setAside !== 'echo');
  if (senders.length === 0 || statuses.length > 0) return;
  const over = senders.map((report) => limit.isOver(report.reporter?.accountId ?? ''));
  if (over.every(Boolean)) throw limit.refusal();
}
