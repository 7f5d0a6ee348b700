import { Router } from 'express';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import type { Enqueue } from '../intake/enqueue.ts';
import type { Intake } from '../intake/receive.ts';
import type { Clock } from '../platform/clock.ts';
import { createCallRoutes } from './call112/routes.ts';
import { createSenderLimit } from './sender-limit.ts';
import { createWhatsAppRoutes, type WhatsAppSettings } from './whatsapp/routes.ts';

export type ChannelSettings = {
  whatsapp: WhatsAppSettings;
  amlHmacKey: string | null;
  limits: { perTokenPerMinute: number; perSenderPerMinute: number };
};

export type ChannelDeps = {
  settings: ChannelSettings;
  intake: Intake;
  enqueue: Pick<Enqueue, 'add'>;
  pack: Pick<CityPack, 'callingCode'>;
  db: Database;
  clock: Clock;
};

/**
 * All doors under /channels. Mount them after the middleware that sets the actor and before body parsers: each
 * reads its own body.
 */
export function createChannelRoutes({ settings, intake, enqueue, db, pack, clock }: ChannelDeps): Router {
  const router = Router();
  const senderLimit = createSenderLimit({ perMinute: settings.limits.perSenderPerMinute, clock });
  router.use(createWhatsAppRoutes({ settings: settings.whatsapp, intake, db, limit: senderLimit, clock }));
  const { amlHmacKey } = settings;
  router.use(createCallRoutes({ db, intake, enqueue, callingCode: pack.callingCode, amlHmacKey }));
  return router;
}
