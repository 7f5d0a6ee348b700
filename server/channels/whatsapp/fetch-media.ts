import { sql } from 'kysely';
import type { RemoteMedia, ReportedLocation } from '../../../shared/report/report.ts';
import type { Database } from '../../database/connect.ts';
import type { Enqueue } from '../../intake/enqueue.ts';
import { toJsonb } from '../../intake/incoming.ts';
import type { IngestPhoto, StoredPhoto } from '../../photos/ingest-photo.ts';
import { insertPhotos } from '../../photos/insert-photos.ts';
import { AppError } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { downloadMedia, type GraphSettings, MediaGone } from './download-media.ts';

export type FetchMedia = (reportId: string) => Promise<void>;

type PendingReport = { media: RemoteMedia[] | null; urgent: boolean };

/**
 * Fetches a report's pictures from the platform and keeps them as its photos; a picture that knows where it was
 * taken places a report that has no place. Throws when it is worth trying again; what is gone is noted and left.
 * Again it does nothing. Without an access token everything stays where it is.
 */
export function createFetchMedia(deps: {
  settings: GraphSettings;
  db: Database;
  ingestPhoto: IngestPhoto;
  enqueue: Pick<Enqueue, 'add'>;
  log: Log;
}): FetchMedia {
  const { settings, db, ingestPhoto, enqueue, log } = deps;

  /** Null when there is no such picture to be had. */
  async function fetchOne(media: RemoteMedia, reportId: string): Promise<StoredPhoto | null> {
    const { accessToken, graphUrl } = settings;
    if (accessToken === null) return null;
    try {
      return await ingestPhoto(await downloadMedia(media, { graphUrl, accessToken }));
    } catch (err) {
      if (!(err instanceof MediaGone || err instanceof AppError)) throw err;
      log.warn({ err, reportId }, 'a picture cannot be had');
      return null;
    }
  }

  return async (reportId) => {
    if (settings.accessToken === null) return;
    const report = await findPending(db, reportId);
    if (!report) return;
    const photos: StoredPhoto[] = [];
    for (const media of report.media ?? []) {
      if (!media.mimeType.startsWith('image/')) continue;
      const photo = await fetchOne(media, reportId);
      if (photo) photos.push(photo);
    }
    if (await keepPhotos(db, reportId, photos)) {
      enqueue.add({ id: reportId, urgent: report.urgent, again: true });
    }
  };
}

async function findPending(db: Database, reportId: string): Promise<PendingReport | undefined> {
  const { rows } = await sql<PendingReport>`
    select media, urgent from report where id = ${reportId} and media_pending`.execute(db);
  return rows[0];
}

/** One transaction: the photos, the place they tell, and that nothing is pending. True when there is a new place. */
function keepPhotos(db: Database, reportId: string, photos: StoredPhoto[]): Promise<boolean> {
  const place = photos.find((photo) => photo.place !== null)?.place;
  const location: ReportedLocation | null = place ? { ...place, source: 'exif' } : null;
  return db.transaction().execute(async (trx) => {
    await insertPhotos(trx, { reportId }, 'report', photos);
    await sql`update report set media_pending = false where id = ${reportId}`.execute(trx);
    if (!location) return false;
    const { rows } = await sql`
      update report set location = ${toJsonb(location)}::jsonb,
        place_pending = state in ('received', 'processed'), place_swept_at = now()
      where id = ${reportId} and location is null
      returning id`.execute(trx);
    return rows.length > 0;
  });
}
