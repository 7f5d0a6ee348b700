import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { makeGeotaggedPhoto, makePicture } from '../support/pictures.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  server = await startTestServer();
  cookies.operator = (await server.signIn('operator')).cookie;
  cookies.executive = (await server.signIn('executive')).cookie;
  cookies.JALAN = (await server.signIn('responder', 'JALAN')).cookie;
  cookies.SIAGA = (await server.signIn('responder', 'SIAGA')).cookie;
});
afterAll(() => server.close());

function formOf(photo: Buffer, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('photo', new Blob([new Uint8Array(photo)]), 'x.jpg');
  return form;
}

const get = (path: string, who?: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers: { ...(who ? { cookie: cookies[who] ?? '' } : {}), ...headers } });

/** A citizen's report with a photo, as it stands once it has a ticket. */
async function reportWithPhoto(text = 'jalan rusak berlubang') {
  const response = await fetch(`${server.url}/channels/laksa/reports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await server.token('channel')}` },
    body: formOf(await makeGeotaggedPhoto(), { text }),
  });
  const { reportId } = (await response.json()) as { reportId: string };
  const photo = await server.db
    .selectFrom('photo')
    .select('id')
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  const ticket = await until(() =>
    server.db
      .selectFrom('ticket')
      .innerJoin('report', 'report.ticket_id', 'ticket.id')
      .selectAll('ticket')
      .where('report.id', '=', reportId)
      .executeTakeFirst(),
  );
  return { photoId: photo.id, ticket };
}

test('a citizen’s photo places the ticket, and is shown only to those who may see it', async () => {
  const { photoId, ticket } = await reportWithPhoto();
  expect(ticket).toMatchObject({
    department_code: 'JALAN',
    location_source: 'exif',
    lat: expect.closeTo(-3.025, 4),
  });
  const statusFor = async (who?: string) => (await get(`/api/photos/${photoId}`, who)).status;
  expect(await statusFor('operator')).toBe(200);
  expect(await statusFor('JALAN')).toBe(200);
  expect(await statusFor('SIAGA')).toBe(403);
  expect(await statusFor('executive')).toBe(403);
  expect(await statusFor()).toBe(401);
  const wall = await fetch(`${server.url}/api/photos/${photoId}`, {
    headers: { authorization: `Bearer ${await server.token('wall')}` },
  });
  expect(wall.status).toBe(403);
  expect((await get(`/api/photos/${crypto.randomUUID()}`, 'operator')).status).toBe(404);
});

test('serves the picture without metadata, privately, and not again when it is known', async () => {
  const { photoId } = await reportWithPhoto();
  const response = await get(`/api/photos/${photoId}`, 'operator');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  const again = await get(`/api/photos/${photoId}`, 'operator', {
    'if-none-match': response.headers.get('etag') ?? '',
    // Otherwise fetch asks for a fresh one by itself.
    'cache-control': 'max-age=0',
  });
  expect(again.status).toBe(304);
  const thumbnail = await get(`/api/photos/${photoId}/thumbnail`, 'operator');
  expect(thumbnail.headers.get('content-type')).toBe('image/webp');
  expect((await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).height).toBe(480);
  expect((await get(`/api/photos/${photoId}/thumbnail`, 'SIAGA')).status).toBe(403);
});

test('a department adds a photo of its work to its own ticket, once', async () => {
  const { ticket } = await reportWithPhoto();
  const photo = await makePicture('jpeg', 100, 80);
  const post = (who: string, kind = 'after') =>
    fetch(`${server.url}/api/tickets/${ticket.id}/photos`, {
      method: 'POST',
      headers: { cookie: cookies[who] ?? '' },
      body: formOf(photo, { kind }),
    });
  expect((await post('SIAGA')).status).toBe(403);
  expect((await post('executive')).status).toBe(403);
  const first = await post('JALAN');
  expect(first.status).toBe(201);
  const { version } = (await first.json()) as LiveTicket;
  expect(version).toBe(ticket.version + 1);
  expect(((await (await post('JALAN')).json()) as LiveTicket).version).toBe(version);
  const detail = (await (await get(`/api/tickets/${ticket.id}`, 'JALAN')).json()) as {
    photos: { url: string; kind: string }[];
    history: { type: string }[];
  };
  expect(detail.photos.map(({ kind }) => kind)).toEqual(['after']);
  expect(detail.history.at(-1)?.type).toBe('ticket.photographed');
  expect((await get(detail.photos[0]?.url ?? '', 'JALAN')).status).toBe(200);
  expect((await post('JALAN', 'selfie')).status).toBe(400);
});

test('refuses what is no photo', async () => {
  const { ticket } = await reportWithPhoto();
  const post = (body: FormData | string) =>
    fetch(`${server.url}/api/tickets/${ticket.id}/photos`, {
      method: 'POST',
      headers: { cookie: cookies.JALAN ?? '' },
      body,
    });
  expect((await post(formOf(Buffer.from('not a picture'), {}))).status).toBe(415);
  expect((await post(formOf(Buffer.alloc(10 * 1024 * 1024 + 1), {}))).status).toBe(413);
  expect((await post(new FormData())).status).toBe(400);
  expect((await post('text')).status).toBe(415);
});

test('photos that arrive at the same moment do not block each other', async () => {
  const { ticket } = await reportWithPhoto();
  const photos = await Promise.all(
    Array.from({ length: 6 }, (_, index) => makePicture('jpeg', 50 + index, 40)),
  );
  const answers = await Promise.all(
    photos.map((photo) =>
      fetch(`${server.url}/api/tickets/${ticket.id}/photos`, {
        method: 'POST',
        headers: { cookie: cookies.JALAN ?? '' },
        body: formOf(photo, { kind: 'after' }),
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
});

test('a ticket that was merged into another takes no photos, which nobody would see', async () => {
  const [{ ticket }, { ticket: into }] = [await reportWithPhoto(), await reportWithPhoto('sungai naik')];
  const { version } = await server.db
    .selectFrom('ticket')
    .select('version')
    .where('id', '=', ticket.id)
    .executeTakeFirstOrThrow();
  const merged = await fetch(`${server.url}/api/tickets/${ticket.id}/merge`, {
    method: 'POST',
    headers: { cookie: cookies.operator ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ version, into: into.id }),
  });
  expect(merged.status).toBe(200);
  const answer = await fetch(`${server.url}/api/tickets/${ticket.id}/photos`, {
    method: 'POST',
    headers: { cookie: cookies.operator ?? '' },
    body: formOf(await makePicture('jpeg', 101, 80), {}),
  });
  expect(answer.status).toBe(409);
});
