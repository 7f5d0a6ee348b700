import type { Express } from 'express';
import { securityHeaders } from './access/security-headers.ts';
import { createApiDocsRoutes } from './api-docs/routes.ts';
import { createApp } from './app.ts';
import { noteBoardUse } from './audit/note-board-use.ts';
import { createAuditRoutes } from './audit/routes.ts';
import { readChannelHealth } from './channels/health.ts';
import { createEnterTicket } from './channels/operator/enter-ticket.ts';
import { createOperatorRoutes } from './channels/operator/routes.ts';
import { createChannelRoutes } from './channels/routes.ts';
import { createCityRoutes } from './city/routes.ts';
import type { Core, ServerParts } from './compose-core.ts';
import { createHealthRoutes } from './health/routes.ts';
import { insertReport } from './intake/insert-report.ts';
import { createPhotoRoutes } from './photos/routes.ts';
import { createPipelineRoutes } from './pipeline/routes.ts';
import { createBoardRoutes } from './queue/board.ts';
import { createSettingsRoutes } from './settings/routes.ts';
import { createTicketRoutes } from './tickets/routes.ts';

/** Every route there is; a worker serves no screens. */
export function createHttp({ config, pack: base, clock, log, clientDir }: ServerParts, core: Core): Express {
  const {
    pack,
    city,
    db,
    backend,
    metrics,
    areas,
    enqueue,
    intake,
    access,
    store,
    ingestPhoto,
    tickets,
    mqtt,
  } = core;
  const { tileUrl, publicUrl, trustProxy, demoAccounts } = config;
  const channelHealth = () => readChannelHealth(db, config, mqtt?.health() ?? null);
  const enterTicket = createEnterTicket({ db, pack, tickets, insertReport, clock });
  return createApp({
    log,
    metrics,
    trustProxy,
    securityHeaders: securityHeaders({ publicUrl, tileUrl }),
    access: access.middleware,
    channels: createChannelRoutes({ settings: config, intake, enqueue, ingestPhoto, db, pack, clock }),
    api: [
      createHealthRoutes({ db, queue: backend, metrics, channelHealth }),
      access.routes,
      createApiDocsRoutes(pack.roomName),
      createCityRoutes({ db, pack, areas, tileUrl, demoAccounts }),
      createOperatorRoutes({ db, pack, enterTicket }),
      createTicketRoutes({ db, pack, tickets }),
      createPhotoRoutes({ db, pack, store, ingestPhoto, tickets }),
      createPipelineRoutes({ db, pack, commands: tickets, backend }),
      createBoardRoutes(backend, pack.roomName, noteBoardUse(db)),
      createSettingsRoutes({ db, base, city, clock }),
      createAuditRoutes(db),
    ],
    clientDir: config.role === 'worker' ? null : clientDir,
  });
}
