import type { Express } from 'express';
import { systemActor } from '../shared/access/actor.ts';
import type { PushHealth, RepliesHealth } from '../shared/wire/api.ts';
import { securityHeaders } from './access/security-headers.ts';
import { createApiDocsRoutes } from './api-docs/routes.ts';
import { createApp } from './app.ts';
import { noteBoardUse } from './audit/note-board-use.ts';
import { createAuditRoutes } from './audit/routes.ts';
import { readChannelHealth } from './channels/health.ts';
import { createEnterTicket } from './channels/operator/enter-ticket.ts';
import { createOperatorRoutes } from './channels/operator/routes.ts';
import { createChannelRoutes } from './channels/routes.ts';
import { createManifestRoutes } from './city/manifest-routes.ts';
import { createCityRoutes } from './city/routes.ts';
import type { Core, ServerParts } from './compose-core.ts';
import { createDeskRoutes } from './desk/routes.ts';
import { createHealthRoutes } from './health/routes.ts';
import { createInsightRoutes } from './insight/routes.ts';
import { insertReport } from './intake/insert-report.ts';
import { createLearningRoutes } from './learning/routes.ts';
import { createPhotoRoutes } from './photos/routes.ts';
import { createFindLikely } from './pipeline/find-likely.ts';
import { createLiken } from './pipeline/liken.ts';
import { createPipelineRoutes } from './pipeline/routes.ts';
import { createLikenessNow } from './pipeline/sightings.ts';
import { createPushRoutes } from './push/routes.ts';
import { countSubscriptions } from './push/subscriptions.ts';
import { createBoardRoutes } from './queue/board.ts';
import { createAnnounce } from './replies/announce.ts';
import { applyStatuses } from './replies/apply-statuses.ts';
import { createLaksaAnswerRoutes } from './replies/laksa-answers.ts';
import { countReplies } from './replies/reply-rows.ts';
import { createReplyRoutes } from './replies/routes.ts';
import { missingSetting } from './replies/send-settings.ts';
import { createRoomRoutes } from './room/routes.ts';
import { createSettingsRoutes } from './settings/routes.ts';
import { createHolderRoutes } from './tickets/holder-routes.ts';
import { createTicketRoutes } from './tickets/routes.ts';
import { createPlaceRoutes } from './understand/places/routes.ts';

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
  const pushHealth = async (): Promise<PushHealth> =>
    core.push === null
      ? { state: 'off', setting: 'PUSH_CONTACT' }
      : { state: 'on', phones: await countSubscriptions(db) };
  const repliesHealth = async (): Promise<RepliesHealth> => ({
    ...(await countReplies(db)),
    ...(core.sending === null
      ? { state: 'off', setting: missingSetting(config.whatsapp) }
      : { state: 'on', template: core.sending.template !== null }),
  });
  const template = core.sending?.template ?? null;
  const setUp = { whatsapp: core.sending !== null, template: template !== null };
  const announce = createAnnounce({ queues: backend, log });
  const likenessNow = createLikenessNow(pack);
  const liken = createLiken({ commands: tickets, actor: systemActor('pipeline'), likenessNow, clock });
  const findLikely = createFindLikely({ likenessNow, clock });
  const enterTicket = createEnterTicket({ db, pack, tickets, insertReport, clock, findLikely, liken });
  return createApp({
    log,
    metrics,
    trustProxy,
    securityHeaders: securityHeaders({ publicUrl, tileUrl }),
    access: access.middleware,
    channels: createChannelRoutes({
      settings: config,
      intake,
      enqueue,
      ingestPhoto,
      db,
      pack,
      clock,
      heardStatuses: (statuses) => applyStatuses(db, statuses),
    }),
    api: [
      createHealthRoutes({ db, queue: backend, metrics, channelHealth, pushHealth, repliesHealth }),
      access.routes,
      createApiDocsRoutes(pack.roomName),
      createManifestRoutes(pack),
      createCityRoutes({ db, pack, areas, tileUrl, demoAccounts }),
      createOperatorRoutes({ db, pack, enterTicket }),
      createDeskRoutes({ db, pack, clock }),
      createPlaceRoutes(pack),
      createTicketRoutes({ db, pack, tickets, clock }),
      createReplyRoutes({ db, pack, tickets, clock, setUp, template, announce }),
      createLaksaAnswerRoutes({ db, clock }),
      createRoomRoutes({ db, pack, areas, clock }),
      createHolderRoutes(db),
      createPushRoutes({ db, settings: core.push }),
      createPhotoRoutes({ db, pack, store, ingestPhoto, tickets }),
      createPipelineRoutes({ db, pack, commands: tickets, backend }),
      createInsightRoutes({ db, pack, clock }),
      createBoardRoutes(backend, pack.roomName, noteBoardUse(db)),
      createSettingsRoutes({ db, base, city, clock }),
      createLearningRoutes({ db, pack, base, city, clock }),
      createAuditRoutes(db),
    ],
    clientDir: config.role === 'worker' ? null : clientDir,
  });
}
