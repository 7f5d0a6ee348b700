import { createServer } from 'node:http';
import { ACCESS_NOTIFICATION } from './access/access-news.ts';
import { createCore, type ServerParts } from './compose-core.ts';
import { createHttp } from './compose-http.ts';
import { startWorkers } from './compose-workers.ts';
import { connectDatabase } from './database/connect.ts';
import { createListener } from './database/listener.ts';
import { LEARNING_NOTIFICATION } from './learning/version-rows.ts';
import { closeHttp, listen } from './listen.ts';
import { createShutdown, type Shutdown } from './platform/shutdown.ts';
import { createGateway } from './realtime/gateway.ts';
import { createPresence } from './realtime/presence.ts';
import { createReplyNews } from './replies/reply-news.ts';
import { startRoom } from './room/start-room.ts';
import { CITY_NOTIFICATION } from './settings/change-rows.ts';
import { createLogTail } from './tickets/log-tail.ts';

export type { ServerParts } from './compose-core.ts';

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

/** ROLE=web has doors and screens, ROLE=worker the pipeline and the clock, ROLE=all both. */
async function compose(parts: ServerParts, shutdown: Shutdown): Promise<string> {
  const { config, databaseUrl, clock, log } = parts;
  const core = await createCore(parts, shutdown);
  const tail = createLogTail({ databaseUrl, log });
  shutdown.add('log tail', tail.close);
  const httpServer = createServer(createHttp(parts, core));
  shutdown.add('HTTP', () => closeHttp(httpServer));
  let recheckSockets = () => {};
  if (config.role !== 'worker') {
    // Screens do not wait behind the doors: a full pool there must not look like an old picture here.
    const live = connectDatabase(databaseUrl, { log, max: 1 });
    shutdown.add('live database', live.close);
    const following = connectDatabase(databaseUrl, { log, max: 1, byIndex: true });
    shutdown.add('log database', following.close);
    const { access, metrics, pack } = core;
    const room = startRoom({ ...parts, pack }, shutdown);
    const presence = createPresence({ databaseUrl, db: core.db, clock, log });
    shutdown.add('presence', presence.close);
    const replies = createReplyNews({ databaseUrl, log });
    shutdown.add('reply news', replies.close);
    const { publicUrl, liveBatchMs: batchMs } = config;
    const gateway = createGateway({
      httpServer,
      db: live.db,
      logDb: following.db,
      tail,
      pack,
      access,
      clock,
      log,
      metrics,
      publicUrl,
      room,
      batchMs,
      presence,
      replies,
    });
    shutdown.add('gateway', gateway.close);
    recheckSockets = gateway.recheck;
  }
  const readCityAgain = () => {
    Promise.all([core.city.refresh(), core.areas.refresh()]).catch((err: unknown) =>
      log.warn({ err }, 'the city was not read again'),
    );
  };
  const listener = createListener({
    databaseUrl,
    log,
    handlers: {
      [CITY_NOTIFICATION]: readCityAgain,
      [LEARNING_NOTIFICATION]: readCityAgain,
      [ACCESS_NOTIFICATION]: () => {
        core.access.forget();
        recheckSockets();
      },
    },
  });
  shutdown.add('listener', listener.close);
  const url = await listen(httpServer, config);
  if (config.role !== 'web') startWorkers(parts, core, tail, shutdown);
  return url;
}
