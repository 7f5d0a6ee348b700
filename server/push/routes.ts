import { Router } from 'express';
import { type PushInfo, pushSubscriptionBody, pushUnsubscribeBody } from '../../shared/wire/push.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { AppError } from '../platform/errors.ts';
import { parseBody } from '../platform/parse.ts';
import type { PushSettings } from './send-push.ts';
import { dropSubscription, keepSubscription } from './subscriptions.ts';

/** Asking to be told, and not to be told any more. `settings` null: push is off. */
export function createPushRoutes({ db, settings }: { db: Database; settings: PushSettings | null }): Router {
  const router = Router();

  router.get('/api/push', (_req, res) => {
    authorise(res, 'push.subscribe');
    const info: PushInfo = { publicKey: settings?.keys.publicKey ?? null };
    res.json(info);
  });

  router.post('/api/push/subscriptions', async (req, res) => {
    const actor = authorise(res, 'push.subscribe');
    if (settings === null) throw new AppError('channel-off', { detail: 'PUSH_CONTACT is not set' });
    const body = parseBody(pushSubscriptionBody, req.body);
    res.status(201).json(await keepSubscription(db, actor.id, body, settings));
  });

  router.delete('/api/push/subscriptions', async (req, res) => {
    const actor = authorise(res, 'push.subscribe');
    await dropSubscription(db, actor.id, parseBody(pushUnsubscribeBody, req.body).endpoint);
    res.status(204).end();
  });

  return router;
}
