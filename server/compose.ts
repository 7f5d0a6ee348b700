import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAreaIndex } from '../shared/city/areas.ts';
import type { CityPack } from '../shared/city/city-pack.ts';
import { createAccess } from './access/access.ts';
import { loadSecret } from './access/secret.ts';
import { securityHeaders } from './access/security-headers.ts';
import { createApiDocsRoutes } from './api-docs/routes.ts';
import { createApp } from './app.ts';
import { readChannelHealth } from './channels/health.ts';
import { createEnterTicket } from './channels/operator/enter-ticket.ts';
import { createOperatorRoutes } from './channels/operator/routes.ts';
import { createChannelRoutes } from './channels/routes.ts';
import { startMqtt } from './channels/sensors/start-mqtt.ts';
import { createFetchMedia } from './channels/whatsapp/fetch-media.ts';
import { readImportedAreas } from './city/imported-areas.ts';
import { createCityRoutes } from './city/routes.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './database/connect.ts';
import { migrateDatabase } from './database/migrate.ts';
import { createHealthRoutes } from './health/routes.ts';
import { createEnqueue } from './intake/enqueue.ts';
import { insertReport } from './intake/insert-report.ts';
import { createIntake } from './intake/receive.ts';
import { startSweep } from './intake/sweep.ts';
import { createIngestPhoto } from './photos/ingest-photo.ts';
import { createDiskPhotoStore } from './photos/photo-store.ts';
import { createPhotoRoutes } from './photos/routes.ts';
import { createPipelineRoutes } from './pipeline/routes.ts';
import { startPipeline } from './pipeline/worker.ts';
import type { Clock } from './platform/clock.ts';
import type { Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { createShutdown } from './platform/shutdown.ts';
import { createQueueBackend } from './queue/backend.ts';
import { createBoardRoutes } from './queue/board.ts';
import { createGateway } from './realtime/gateway.ts';
import { startSla } from './sla/start-sla.ts';
import { createLogTail } from './tickets/log-tail.ts';
import { createTicketRoutes } from './tickets/routes.ts';
import { createTicketCommands } from './tickets/ticket-commands.ts';

/** One reads the log, one reads snapshots. */
const LIVE_CONNECTIONS = 2;

export type ServerParts = {
  config: Config;
  pack: CityPack;
  databaseUrl: string;
  clock: Clock;
  log: Log;
  /** The built client; null serves no screens. */
  clientDir: string | null;
};

export type RunningServer = {
  /** Where it listens, e.g. `http://localhost:8080`. */
  url: string;
  /** Workers first, then sockets and HTTP, queues, the database last. */
  close(): Promise<void>;
};

/** Puts the parts together, on a database that is there, and listens. What was started is closed again when a later part fails. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const shutdown = createShutdown(parts.log);
  try {
    const url = await compose(parts, shutdown);
    return { url, close: shutdown.run };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

async function compose(parts: ServerParts, shutdown: ReturnType<typeof createShutdown>): Promise<string> {
  const { config, pack, databaseUrl, clock, log, clientDir } = parts;
  await migrateDatabase(databaseUrl, { log });
  const connection = connectDatabase(databaseUrl, { log, max: config.databasePool });
  const { db, pool } = connection;
  shutdown.add('database', connection.close);
  const backend = await createQueueBackend({ redisUrl: config.redisUrl, databaseUrl, log });
  shutdown.add('queue', backend.close);

  const metrics = createMetrics();
  const areas = createAreaIndex(pack, await readImportedAreas(db));
  const tickets = createTicketCommands({ db, pack, areas, clock });
  const enqueue = createEnqueue({ queues: backend, log });
  shutdown.add('enqueueing', enqueue.settled);
  const intake = createIntake({ pool, enqueue, metrics });
  const access = createAccess({
    db,
    pool,
    secret: await loadSecret(db, config.authSecret),
    publicUrl: config.publicUrl,
    departmentCodes: pack.departments.map(({ code }) => code),
    clock,
    log,
  });
  const store = createDiskPhotoStore(join(config.dataDir, 'photos'));
  const ingestPhoto = createIngestPhoto({ store, timeZone: pack.timeZone });
  const isWorker = config.role !== 'web';
  const mqtt =
    config.mqtt && isWorker ? startMqtt({ settings: config.mqtt, pool, db, intake, clock, log }) : null;
  if (mqtt) shutdown.add('MQTT', mqtt.close);
  const channelHealth = () => readChannelHealth(db, config, mqtt?.health() ?? null);
  const enterTicket = createEnterTicket({ db, pack, tickets, insertReport, clock });
  const health = createHealthRoutes({ db, queue: backend, metrics, channelHealth });
  const isWeb = config.role !== 'worker';
  const app = createApp({
    log,
    metrics,
    trustProxy: config.trustProxy,
    securityHeaders: securityHeaders({ publicUrl: config.publicUrl, tileUrl: config.tileUrl }),
    access: access.middleware,
    channels: createChannelRoutes({ settings: config, intake, enqueue, ingestPhoto, db, pack, clock }),
    api: [
      health,
      access.routes,
      createApiDocsRoutes(pack.roomName),
      createCityRoutes({ db, pack, areas, tileUrl: config.tileUrl, demoAccounts: config.demoAccounts }),
      createOperatorRoutes({ db, pack, enterTicket }),
      createTicketRoutes({ db, pack, tickets }),
      createPhotoRoutes({ db, pack, store, ingestPhoto, tickets }),
      createPipelineRoutes({ db, pack, commands: tickets, backend }),
      createBoardRoutes(backend, pack.roomName),
    ],
    clientDir: isWeb ? clientDir : null,
  });
  const httpServer = createServer(app);
  const url = await listen(httpServer, config);
  shutdown.add('HTTP', () => closeHttp(httpServer));
  const tail = createLogTail({ databaseUrl, log });
  shutdown.add('log tail', tail.close);
  if (isWeb) {
    // Screens do not wait behind the doors: a full pool there must not look like an old picture here.
    const live = connectDatabase(databaseUrl, { log, max: LIVE_CONNECTIONS });
    shutdown.add('live database', live.close);
    const gateway = createGateway({
      httpServer,
      db: live.db,
      tail,
      pack,
      access,
      clock,
      log,
      metrics,
      publicUrl: config.publicUrl,
      batchMs: config.liveBatchMs,
    });
    shutdown.add('gateway', gateway.close);
  }
  if (isWorker) {
    const settings = config.whatsapp;
    const fetchMedia = createFetchMedia({ settings, db, ingestPhoto, enqueue, log });
    const media = backend.worker('media', { 'fetch-media': ({ data }) => fetchMedia(data.reportId) });
    shutdown.add('media', media.close);
    const sweep = startSweep({
      db,
      queues: backend,
      log,
      everyS: config.sweepSeconds,
      media: config.whatsapp.accessToken !== null,
    });
    shutdown.add('sweep', sweep.close);
    const pipeline = startPipeline({ backend, log, db, pack, commands: tickets, clock, metrics });
    shutdown.add('pipeline', pipeline.close);
    const sla = startSla({ db, backend, tail, commands: tickets, clock, log });
    shutdown.add('sla', sla.close);
  }
  return url;
}

function listen(server: Server, { port, host, publicUrl }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: bound } = server.address() as AddressInfo;
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      resolve(publicUrl ?? `http://${name}:${bound}`);
    });
  });
}

/** Answers what is under way, ends idle connections at once, and those still open after a while too. */
async function closeHttp(server: Server): Promise<void> {
  const GRACE_MS = 3000;
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(force);
}
