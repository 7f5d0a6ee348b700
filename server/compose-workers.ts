import { DUE_SOON_SHARE } from '../shared/ticket/sla.ts';
import { createFetchMedia } from './channels/whatsapp/fetch-media.ts';
import type { Core, ServerParts } from './compose-core.ts';
import { connectDatabase } from './database/connect.ts';
import { startInsight } from './insight/start-insight.ts';
import { startSweep } from './intake/sweep.ts';
import { startLearning } from './learning/start-learning.ts';
import { startPipeline } from './pipeline/worker.ts';
import type { Shutdown } from './platform/shutdown.ts';
import { startPush } from './push/start-push.ts';
import { startReplies } from './replies/start-replies.ts';
import { startSla } from './sla/start-sla.ts';
import type { LogTail } from './tickets/log-tail.ts';

/** Two workers with a transaction each, and a failed report beside them. */
const PIPELINE_CONNECTIONS = 3;
/** The lock of the one node that counts, the counting, and the nightly check beside it. */
const INSIGHT_CONNECTIONS = 3;

/** The lock of the one node that learns, and its work. */
const LEARNING_CONNECTIONS = 2;

/** What works behind the doors: pictures, the sweep, the pipeline, the SLA clock. */
export function startWorkers(
  { config, databaseUrl, clock, log }: ServerParts,
  core: Core,
  tail: LogTail,
  shutdown: Shutdown,
): void {
  const { pack, db, backend, enqueue, ingestPhoto, tickets: commands, metrics } = core;
  const settings = config.whatsapp;
  const fetchMedia = createFetchMedia({ settings, db, ingestPhoto, enqueue, log });
  const media = backend.worker('media', { 'fetch-media': ({ data }) => fetchMedia(data.reportId) });
  shutdown.add('media', media.close);
  const fetchesMedia = settings.accessToken !== null;
  const sweep = startSweep({ db, queues: backend, log, everyS: config.sweepSeconds, media: fetchesMedia });
  shutdown.add('sweep', sweep.close);
  // Reports do not wait behind screens and doors.
  const own = connectDatabase(databaseUrl, { log, max: PIPELINE_CONNECTIONS, byIndex: true });
  shutdown.add('pipeline database', own.close);
  tail.trust(own.isServedBy);
  const pipeline = startPipeline({
    backend,
    log,
    db: own.db,
    pack,
    commands,
    clock,
    metrics,
    committed: tail.wake,
  });
  shutdown.add('pipeline', pipeline.close);
  const sla = startSla({
    db,
    backend,
    tail,
    commands,
    clock,
    log,
    dueSoonShare: () => pack.dueSoonShare ?? DUE_SOON_SHARE,
  });
  shutdown.add('sla', sla.close);
  if (core.push !== null) {
    const push = startPush({ db, backend, tail, settings: core.push, pack, clock, log });
    shutdown.add('push', push.close);
  }
  if (core.sending !== null) {
    const replies = startReplies({
      db,
      backend,
      settings: core.sending,
      clock,
      log,
      everyS: config.sweepSeconds,
    });
    shutdown.add('replies', replies.close);
  }
  const figures = connectDatabase(databaseUrl, { log, max: INSIGHT_CONNECTIONS });
  shutdown.add('insight database', figures.close);
  const insight = startInsight({ connection: figures, tail, pack, clock, log, metrics });
  shutdown.add('insight', insight.close);
  const lessons = connectDatabase(databaseUrl, { log, max: LEARNING_CONNECTIONS });
  shutdown.add('learning database', lessons.close);
  const learning = startLearning({ connection: lessons, pack, clock, log });
  shutdown.add('learning', learning.close);
}
