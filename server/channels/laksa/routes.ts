import { randomUUID } from 'node:crypto';
import express, { type Request, type RequestHandler, Router } from 'express';
import type { ReportedLocation } from '../../../shared/report/report.ts';
import type { Database } from '../../database/connect.ts';
import type { ReceivedReport } from '../../intake/incoming.ts';
import { findReport, insertReport } from '../../intake/insert-report.ts';
import type { Intake } from '../../intake/receive.ts';
import type { IngestPhoto, StoredPhoto } from '../../photos/ingest-photo.ts';
import { MOST_PHOTO_BYTES } from '../../photos/ingest-photo.ts';
import { insertPhotos } from '../../photos/insert-photos.ts';
import { authorise } from '../../platform/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { isMultipart, readMultipart, type UploadedFile } from '../../platform/multipart.ts';
import { parseBody } from '../../platform/parse.ts';
import { keepWithin } from '../../platform/within.ts';
import { bytesOf, parseJson, rawBody, requireType } from '../raw-body.ts';
import type { SenderLimit } from '../sender-limit.ts';
import { fromFields, laksaBody, parseLaksa, requireContent } from './parse.ts';

const MOST_JSON_BYTES = 256 * 1024;
const MOST_PHOTOS = 5;
const LIMITS = { files: MOST_PHOTOS, fileBytes: MOST_PHOTO_BYTES, totalBytes: 3 * MOST_PHOTO_BYTES };
const LONGEST_KEY = 255;

export type LaksaDeps = {
  db: Database;
  intake: Intake;
  ingestPhoto: IngestPhoto;
  limit: SenderLimit;
  clock: Clock;
  callingCode: string;
};

/**
 * The door for reports from LAKSA, the city's app: JSON, or a form with photos. The `Idempotency-Key` is the
 * report's id within its token: the same key again is answered as before.
 */
export function createLaksaRoutes({ db, intake, ingestPhoto, limit, clock, callingCode }: LaksaDeps): Router {
  const router = Router();

  /** Photos are on disk before the one transaction that makes them the report's: all of it is kept, or nothing. */
  async function keepWithPhotos(
    report: ReturnType<typeof parseLaksa>,
    files: UploadedFile[],
  ): Promise<ReceivedReport> {
    const known = await keepWithin(findReport(db, report.channel, report.externalId));
    if (known) return known;
    const photos: StoredPhoto[] = [];
    for (const { bytes, field } of files) photos.push(await ingestPhoto(bytes, field));
    const placed = { ...report, location: report.location ?? placeOf(photos) };
    const received = await keepWithin(
      db.transaction().execute(async (trx) => {
        const kept = await insertReport(trx, placed, { track: true });
        if (!kept.duplicate) await insertPhotos(trx, { reportId: kept.id }, 'report', photos);
        return kept;
      }),
    );
    intake.announce([received], [placed]);
    return received;
  }

  router.post('/channels/laksa/reports', readJsonBody, async (req, res) => {
    const actor = authorise(res, 'channels.deliver');
    limit.take(actor.id);
    const { raw, files } = await readBody(req);
    const body = parseBody(laksaBody, raw);
    requireContent(body, files.length);
    const externalId = `${actor.id}:${readKey(req)}`;
    const report = parseLaksa(body, raw, { externalId, now: clock.now(), callingCode });
    const [received] =
      files.length > 0
        ? [await keepWithPhotos(report, files)]
        : await intake.receive([report], { track: true });
    if (!received) throw new Error('no report was received');
    res.status(201).json({ reportId: received.id, trackingCode: received.trackingCode });
  });

  return router;
}

const readRaw = rawBody(MOST_JSON_BYTES);
const requireJson = requireType('application/json', 'multipart/form-data');
const afterJson = express.Router().use(requireJson, readRaw);

/** JSON is read here; forms are read when it is known who sends them. */
const readJsonBody: RequestHandler = (req, res, next) => {
  if (isMultipart(req)) next();
  else afterJson(req, res, next);
};

async function readBody(req: Request): Promise<{ raw: unknown; files: UploadedFile[] }> {
  if (!isMultipart(req)) return { raw: parseJson(bytesOf(req)), files: [] };
  const form = await readMultipart(req, LIMITS);
  return { raw: fromFields(form.fields), files: form.files };
}

function readKey(req: Request): string {
  const key = req.get('Idempotency-Key')?.trim();
  if (!key) return randomUUID();
  if (key.length <= LONGEST_KEY) return key;
  const message = `at most ${LONGEST_KEY} characters`;
  throw new AppError('invalid', {
    detail: `Idempotency-Key: ${message}`,
    errors: [{ field: 'Idempotency-Key', message }],
  });
}

/** Where the first photo that knows it was taken. */
function placeOf(photos: StoredPhoto[]): ReportedLocation | null {
  const place = photos.find((photo) => photo.place !== null)?.place;
  return place ? { ...place, source: 'exif' } : null;
}
