import { join } from 'node:path';
import type { CityPack } from '../shared/city/city-pack.ts';
import { createAccess } from './access/access.ts';
import { closeDemoAccounts } from './access/demo-accounts.ts';
import { loadSecret } from './access/secret.ts';
import { startMqtt } from './channels/sensors/start-mqtt.ts';
import { createLiveAreas } from './city/imported-areas.ts';
import { createReadGazetteer } from './city/imported-places.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './database/connect.ts';
import { migrateDatabase } from './database/migrate.ts';
import { createEnqueue } from './intake/enqueue.ts';
import { createIntake } from './intake/receive.ts';
import { createReadLearnt } from './learning/read-learnt.ts';
import { createIngestPhoto } from './photos/ingest-photo.ts';
import { createDiskPhotoStore } from './photos/photo-store.ts';
import type { Clock } from './platform/clock.ts';
import type { Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import type { Shutdown } from './platform/shutdown.ts';
import { loadVapidKeys } from './push/vapid-keys.ts';
import { createQueueBackend } from './queue/backend.ts';
import { sendSettingsFrom } from './replies/send-settings.ts';
import { createLiveCity } from './settings/live-city.ts';
import { createTicketCommands } from './tickets/ticket-commands.ts';

export type ServerParts = {
  config: Config;
  /** The city as it was deployed; what is in force is `Core.pack`. */
  pack: CityPack;
  databaseUrl: string;
  clock: Clock;
  log: Log;
  /** The built client; null serves no screens. */
  clientDir: string | null;
};

/** What every role of the server stands on: database, queues, tickets, intake, access, photos. */
export type Core = Awaited<ReturnType<typeof createCore>>;

/** Brings the database up to date and opens the parts that all roles share. */
export async function createCore(parts: ServerParts, shutdown: Shutdown) {
  const { config, databaseUrl, clock, log } = parts;
  await migrateDatabase(databaseUrl, { log });
  const connection = connectDatabase(databaseUrl, { log, max: config.databasePool });
  const { db, pool } = connection;
  shutdown.add('database', connection.close);
  const backend = await createQueueBackend({ redisUrl: config.redisUrl, databaseUrl, log });
  shutdown.add('queue', backend.close);

  if (config.demoAccounts === null) {
    const closed = await closeDemoAccounts(db);
    if (closed > 0) log.warn({ closed }, "closed the demo's accounts: this server is no demo");
  }
  const base = parts.pack;
  const readGazetteer = createReadGazetteer(db, base);
  const readLearnt = createReadLearnt(db, log);
  const city = await createLiveCity({ base, db, clock, log, readGazetteer, readLearnt });
  const { pack } = city;
  const metrics = createMetrics();
  const areas = await createLiveAreas(db, pack);
  const enqueue = createEnqueue({ queues: backend, log });
  shutdown.add('enqueueing', enqueue.settled);
  const intake = createIntake({ pool, enqueue, metrics });
  const store = createDiskPhotoStore(join(config.dataDir, 'photos'));
  const mqtt =
    config.mqtt && config.role !== 'web'
      ? startMqtt({ settings: config.mqtt, pool, db, intake, clock, log })
      : null;
  if (mqtt) shutdown.add('MQTT', mqtt.close);
  const { contact, loopback } = config.push;
  const push = contact === null ? null : { keys: await loadVapidKeys(db), contact, loopback };
  return {
    db,
    /** Null: no answers go out by WhatsApp. */
    sending: sendSettingsFrom(config.whatsapp),
    push,
    city,
    pack,
    backend,
    metrics,
    areas,
    enqueue,
    intake,
    store,
    mqtt,
    tickets: createTicketCommands({ db, pack, areas, clock }),
    ingestPhoto: createIngestPhoto({ store, timeZone: pack.timeZone }),
    access: createAccess({
      db,
      pool,
      secret: await loadSecret(db, config.authSecret),
      publicUrl: config.publicUrl,
      departmentCodes: () => activeDepartments(pack),
      clock,
      log,
    }),
  };
}

function activeDepartments({ departments }: CityPack): string[] {
  return departments.filter(({ active = true }) => active).map(({ code }) => code);
}
