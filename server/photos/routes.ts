import { type Response, Router } from 'express';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import { authorise } from '../platform/actor.ts';
import { AppError } from '../platform/errors.ts';
import { isMultipart, readMultipart } from '../platform/multipart.ts';
import { parseBody } from '../platform/parse.ts';
import { findTicket } from '../tickets/detail.ts';
import { lockTicket } from '../tickets/lock.ts';
import { presentLiveTicket } from '../tickets/present.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { type IngestPhoto, MOST_PHOTO_BYTES, type StoredPhoto, thumbnailKey } from './ingest-photo.ts';
import { insertPhotos } from './insert-photos.ts';
import type { PhotoStore } from './photo-store.ts';

const params = z.object({ id: z.uuid() });
const fields = z.object({ kind: z.enum(['before', 'after']).default('after') });
const MOST_PHOTOS = 5;
const LIMITS = {
  files: MOST_PHOTOS,
  fileBytes: MOST_PHOTO_BYTES,
  totalBytes: MOST_PHOTOS * MOST_PHOTO_BYTES,
};
/** Of a photo whose report has no ticket yet: no department has it, the control room may see it. */
const NO_DEPARTMENT = '';

export type PhotoDeps = {
  db: Database;
  pack: CityPack;
  store: PhotoStore;
  ingestPhoto: IngestPhoto;
  tickets: Pick<TicketCommands, 'photograph'>;
};

/** Photos for those who may see their ticket, and the door for a department's own; the same photo again is taken once. */
export function createPhotoRoutes({ db, pack, store, ingestPhoto, tickets }: PhotoDeps): Router {
  const router = Router();

  router.get('/api/photos/:id', async (req, res) => {
    const photo = await findAllowed(db, req.params, res);
    await send(res, store, photo.digest, photo.mimeType);
  });

  router.get('/api/photos/:id/thumbnail', async (req, res) => {
    const photo = await findAllowed(db, req.params, res);
    await send(res, store, thumbnailKey(photo.digest), 'image/webp');
  });

  router.post('/api/tickets/:id/photos', async (req, res) => {
    authorise(res, 'ticket.photograph');
    const { id } = parseBody(params, req.params);
    const actor = authorise(res, 'ticket.photograph', await findTicket(db, id));
    if (!isMultipart(req)) throw new AppError('wrong-type', { detail: 'expected multipart/form-data' });
    const form = await readMultipart(req, LIMITS);
    const { kind } = parseBody(fields, form.fields);
    if (form.files.length === 0) throw noPhoto();
    const photos: StoredPhoto[] = [];
    for (const { bytes, field } of form.files) photos.push(await ingestPhoto(bytes, field));
    const ticket = await db.transaction().execute(async (trx) => {
      // First of all: the photo's row shares the ticket's, and of two who share it none could then lock it.
      await lockTicket(trx, id);
      const kept = await insertPhotos(trx, { ticketId: id }, kind, photos);
      for (const { id: photoId, isNew } of kept) {
        if (isNew) await tickets.photograph(trx, id, { photoId }, actor);
      }
      return findTicket(trx, id);
    });
    res.status(201).json(presentLiveTicket(ticket, pack));
  });

  return router;
}

type PhotoRow = { digest: string; mimeType: string; departmentCode: string | null };

/** The photo, if whoever asks may see its ticket. What does not exist is 404 only to those who might see it. */
async function findAllowed(db: Database, rawParams: unknown, res: Response): Promise<PhotoRow> {
  authorise(res, 'photo.read');
  const { id } = parseBody(params, rawParams);
  const { rows } = await sql<PhotoRow>`
    select photo.digest, photo.mime_type as "mimeType", ticket.department_code as "departmentCode"
    from photo
    left join report on report.id = photo.report_id
    left join ticket on ticket.id = coalesce(photo.ticket_id, report.ticket_id)
    where photo.id = ${id}`.execute(db);
  const photo = rows[0];
  if (!photo) throw new AppError('not-found');
  authorise(res, 'photo.read', { departmentCode: photo.departmentCode ?? NO_DEPARTMENT });
  return photo;
}

/** Asked for again each time, so that it is seen as long as it may be seen; unchanged it is not sent again. */
async function send(res: Response, store: PhotoStore, key: string, mimeType: string): Promise<void> {
  res.set({
    'Cache-Control': 'private, no-cache',
    ETag: `"${key}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': 'inline',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  if (res.req.fresh) {
    res.status(304).end();
    return;
  }
  const bytes = await store.get(key);
  if (!bytes) throw new AppError('not-found', { detail: 'the picture is not in the store' });
  res.type(mimeType).send(bytes);
}

function noPhoto(): AppError {
  const message = 'expected a photo';
  return new AppError('invalid', { detail: message, errors: [{ field: 'photo', message }] });
}
