import { createFetchMedia } from './channels/whatsapp/fetch-media.ts';
import type { Core, ServerParts } from './compose-core.ts';
import { startSweep } from './intake/sweep.ts';
import { startPipeline } from './pipeline/worker.ts';
import type { Shutdown } from './platform/shutdown.ts';
import { startSla } from './sla/start-sla.ts';
import type { LogTail } from './tickets/log-tail.ts';

/** What works behind the doors: pictures, the sweep, the pipeline, the SLA clock. */
export function startWorkers(
  { config, pack, clock, log }: ServerParts,
  core: Core,
  tail: LogTail,
  shutdown: Shutdown,
): void {
  const { db, backend, enqueue, ingestPhoto, tickets: commands, metrics } = core;
  const settings = config.whatsapp;
  const fetchMedia = createFetchMedia({ settings, db, ingestPhoto, enqueue, log });
  const media = backend.worker('media', { 'fetch-media': ({ data }) => fetchMedia(data.reportId) });
  shutdown.add('media', media.close);
  const fetchesMedia = settings.accessToken !== null;
  const sweep = startSweep({ db, queues: backend, log, everyS: config.sweepSeconds, media: fetchesMedia });
  shutdown.add('sweep', sweep.close);
  const pipeline = startPipeline({ backend, log, db, pack, commands, clock, metrics });
  shutdown.add('pipeline', pipeline.close);
  const sla = startSla({ db, backend, tail, commands, clock, log });
  shutdown.add('sla', sla.close);
}
