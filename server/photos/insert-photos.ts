import { sql } from 'kysely';
import type { PhotoLink } from '../../shared/wire/api.ts';
import type { Transaction } from '../database/connect.ts';
import type { StoredPhoto } from './ingest-photo.ts';

/** Whose photos they are: a report's (the citizen's), or a ticket's (the department's). */
export type PhotoOwner = { reportId: string } | { ticketId: string };

/**
 * Notes photos that lie in the store. Answers their ids in order; a photo the owner has already keeps its id.
 */
export async function insertPhotos(
  trx: Transaction,
  owner: PhotoOwner,
  kind: PhotoLink['kind'],
  photos: StoredPhoto[],
): Promise<{ id: string; isNew: boolean }[]> {
  const reportId = 'reportId' in owner ? owner.reportId : null;
  const ticketId = 'ticketId' in owner ? owner.ticketId : null;
  const ids: { id: string; isNew: boolean }[] = [];
  for (const photo of photos) {
    const inserted = await sql<{ id: string }>`
      insert into photo (report_id, ticket_id, kind, mime_type, size_bytes, width, height, digest, taken_at, lat, lng,
        accuracy_m)
      values (${reportId}, ${ticketId}, ${kind}, ${photo.mimeType}, ${photo.sizeBytes}, ${photo.width},
        ${photo.height}, ${photo.digest}, ${photo.takenAt}, ${photo.place?.lat ?? null}, ${photo.place?.lng ?? null},
        ${photo.place?.accuracyM ?? null})
      on conflict (coalesce(report_id, ticket_id), kind, digest) do nothing
      returning id`.execute(trx);
    const fresh = inserted.rows[0];
    ids.push(
      fresh ? { id: fresh.id, isNew: true } : { id: await findPhoto(trx, owner, kind, photo), isNew: false },
    );
  }
  return ids;
}

async function findPhoto(
  trx: Transaction,
  owner: PhotoOwner,
  kind: string,
  { digest }: StoredPhoto,
): Promise<string> {
  const ownerId = 'reportId' in owner ? owner.reportId : owner.ticketId;
  const { rows } = await sql<{ id: string }>`
    select id from photo
    where coalesce(report_id, ticket_id) = ${ownerId} and kind = ${kind} and digest = ${digest}`.execute(trx);
  const known = rows[0];
  if (!known) throw new Error('A photo was neither inserted nor found');
  return known.id;
}
