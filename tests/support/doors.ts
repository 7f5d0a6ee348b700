import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAccess } from '../../server/access/access.ts';
import { loadSecret } from '../../server/access/secret.ts';
import { issueToken } from '../../server/access/tokens.ts';
import { type ChannelSettings, createChannelRoutes } from '../../server/channels/routes.ts';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { createIntake, type Intake } from '../../server/intake/receive.ts';
import { createIngestPhoto, type IngestPhoto } from '../../server/photos/ingest-photo.ts';
import { createDiskPhotoStore, type PhotoStore } from '../../server/photos/photo-store.ts';
import { createTestClock } from '../../server/platform/clock.ts';
import { notFoundHandler, problemHandler } from '../../server/platform/errors.ts';
import { createLog } from '../../server/platform/log.ts';
import { createTestDatabase } from './database.ts';
import { silentLog } from './silent-log.ts';
import { smallCity } from './small-city.ts';
import { makeTempFolder } from './temp-folder.ts';

export const APP_SECRET = 'test-app-secret';
export const VERIFY_TOKEN = 'a-token-to-verify';

type Added = { id: string; urgent: boolean; media?: boolean; again?: boolean };

export type Doors = {
  url: string;
  databaseUrl: string;
  db: Database;
  intake: Intake;
  store: PhotoStore;
  ingestPhoto: IngestPhoto;
  clock: ReturnType<typeof createTestClock>;
  /** What was put on the queue, in order. */
  queued: Added[];
  /** A channel's Bearer token. */
  token: string;
  post(path: string, body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
};

/**
 * All doors on a port of their own and a real database; the queue only notes what is put on it. `lineTo`: answers
 * the URL by which the doors reach the database.
 */
export async function startDoors(
  options: { settings?: Partial<ChannelSettings>; lineTo?: (databaseUrl: string) => Promise<string> } = {},
): Promise<Doors> {
  const database = await createTestDatabase();
  const databaseUrl = (await options.lineTo?.(database.url)) ?? database.url;
  const direct = connectDatabase(database.url, { log: silentLog, max: 3 });
  const { db, pool, close } = connectDatabase(databaseUrl, { log: silentLog, max: 5 });
  const clock = createTestClock(Date.now());
  const log = createLog('silent');
  const queued: Added[] = [];
  const enqueue = { add: (report: Added) => void queued.push(report) };
  const intake = createIntake({ pool, enqueue });
  const folder = await makeTempFolder();
  const store = createDiskPhotoStore(folder.path);
  const ingestPhoto = createIngestPhoto({ store, timeZone: smallCity.timeZone });
  const access = createAccess({
    db,
    pool,
    secret: await loadSecret(direct.db, null),
    publicUrl: null,
    departmentCodes: () => [],
    clock,
    log,
  });
  const { token } = await issueToken(direct.db, { role: 'channel', name: 'a channel' });
  const app = express();
  app.use(access.middleware);
  const settings: ChannelSettings = {
    whatsapp: {
      appSecret: APP_SECRET,
      verifyToken: VERIFY_TOKEN,
      accessToken: null,
      graphUrl: 'http://127.0.0.1:9',
    },
    amlHmacKey: null,
    mqtt: null,
    limits: { perTokenPerMinute: 6000, perSenderPerMinute: 60 },
    ...options.settings,
  };
  app.use(createChannelRoutes({ settings, intake, enqueue, ingestPhoto, db, pack: smallCity, clock }));
  app.use(notFoundHandler, problemHandler(log));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    databaseUrl: database.url,
    db: direct.db,
    intake,
    store,
    ingestPhoto,
    clock,
    queued,
    token,
    post: (path, body, headers = {}) =>
      fetch(`${url}${path}`, { method: 'POST', body: Buffer.from(body), headers }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
      await direct.close();
      await database.drop();
      await folder.remove();
    },
  };
}
