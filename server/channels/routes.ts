import { type RequestHandler, Router } from 'express';
import type { Database } from '../database/connect.ts';
import type { Intake } from '../intake/receive.ts';
import type { Clock } from '../platform/clock.ts';
import { createSenderLimit } from './sender-limit.ts';
import { createWhatsAppRoutes, type WhatsAppSettings } from './whatsapp/routes.ts';

export type ChannelSettings = {
  whatsapp: WhatsAppSettings;
  limits: { perTokenPerMinute: number; perSenderPerMinute: number };
};

export type ChannelDeps = {
  settings: ChannelSettings;
  intake: Intake;
  db: Database;
  clock: Clock;
  /** Sets the actor of a request by its Bearer token; runs at the doors that want one. */
  identify: RequestHandler;
};

/**
 * All doors under /channels. Mount them before body parsers and sessions: each reads its own body, and those
 * that want a token ask `identify` themselves.
 */
export function createChannelRoutes({ settings, intake, db, clock }: ChannelDeps): Router {
  const router = Router();
  const senderLimit = createSenderLimit({ perMinute: settings.limits.perSenderPerMinute, clock });
  router.use(createWhatsAppRoutes({ settings: settings.whatsapp, intake, db, limit: senderLimit, clock }));
  return router;
}
