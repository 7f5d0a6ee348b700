import { Router } from 'express';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import type { Enqueue } from '../intake/enqueue.ts';
import type { Intake } from '../intake/receive.ts';
import type { IngestPhoto } from '../photos/ingest-photo.ts';
import type { Clock } from '../platform/clock.ts';
import { createCallRoutes } from './call112/routes.ts';
import { createLaksaRoutes } from './laksa/routes.ts';
import { createSenderLimit } from './sender-limit.ts';
import type { MqttSettings } from './sensors/mqtt.ts';
import { createSensorRoutes } from './sensors/routes.ts';
import type { GraphSettings } from './whatsapp/download-media.ts';
import type { MessageStatus } from './whatsapp/parse.ts';
import { createWhatsAppRoutes, type WhatsAppSettings } from './whatsapp/routes.ts';

/** What the channels need of the settings; null is: not set, and that part is off. */
export type ChannelSettings = {
  whatsapp: WhatsAppSettings & GraphSettings;
  amlHmacKey: string | null;
  mqtt: MqttSettings | null;
  limits: { perTokenPerMinute: number; perSenderPerMinute: number };
};

export type ChannelDeps = {
  settings: ChannelSettings;
  intake: Intake;
  enqueue: Pick<Enqueue, 'add'>;
  ingestPhoto: IngestPhoto;
  db: Database;
  pack: Pick<CityPack, 'callingCode'>;
  clock: Clock;
  /** Told what became of messages that were sent by WhatsApp. */
  heardStatuses?: ((statuses: MessageStatus[]) => Promise<void>) | undefined;
};

/**
 * All doors under /channels. Mount them after the middleware that sets the actor and before body parsers: each
 * reads its own body.
 */
export function createChannelRoutes(deps: ChannelDeps): Router {
  const { settings, intake, enqueue, ingestPhoto, db, pack, clock, heardStatuses } = deps;
  const { perSenderPerMinute, perTokenPerMinute } = settings.limits;
  const { amlHmacKey } = settings;
  const { callingCode } = pack;
  const limitPerSender = createSenderLimit({ perMinute: perSenderPerMinute, clock });
  const limitPerToken = createSenderLimit({ perMinute: perTokenPerMinute, clock });
  return Router().use(
    createWhatsAppRoutes({
      settings: settings.whatsapp,
      intake,
      db,
      limit: limitPerSender,
      clock,
      heardStatuses,
    }),
    createCallRoutes({ db, intake, enqueue, callingCode, amlHmacKey }),
    createLaksaRoutes({ db, intake, ingestPhoto, limit: limitPerToken, clock, callingCode }),
    createSensorRoutes({ intake, limit: limitPerToken, clock }),
  );
}
