import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFetchMedia, type FetchMedia } from '../../server/channels/whatsapp/fetch-media.ts';
import { createLog } from '../../server/platform/log.ts';
import { type Doors, startDoors } from '../support/doors.ts';
import { type MetaGraph, startMetaGraph } from '../support/meta-graph.ts';
import { makeGeotaggedPhoto, makePicture } from '../support/pictures.ts';
import { postWebhook, webhook } from '../support/whatsapp.ts';

let doors: Doors;
let graph: MetaGraph;
let fetchMedia: FetchMedia;
beforeAll(async () => {
  [doors, graph] = await Promise.all([startDoors(), startMetaGraph()]);
  fetchMedia = createFetchMedia({
    settings: { graphUrl: graph.url, accessToken: graph.token },
    db: doors.db,
    ingestPhoto: doors.ingestPhoto,
    enqueue: { add: (report) => void doors.queued.push(report) },
    log: createLog('silent'),
  });
});
afterAll(() => Promise.all([doors.close(), graph.close()]));
beforeEach(() => {
  graph.requests.length = 0;
});

let count = 0;

/** Sends an image message through the door and answers its report's id. */
async function receiveImage(mediaId: string, image: object = {}): Promise<string> {
  const id = `wamid.media.${count++}`;
  const message = {
    from: '628111',
    id,
    timestamp: '1779000000',
    type: 'image',
    image: { id: mediaId, mime_type: 'image/jpeg', ...image },
  };
  expect((await postWebhook(doors, webhook({ messages: [message] }))).status).toBe(200);
  return (
    await doors.db.selectFrom('report').select('id').where('external_id', '=', id).executeTakeFirstOrThrow()
  ).id;
}

const photosOf = (id: string) =>
  doors.db.selectFrom('photo').selectAll().where('report_id', '=', id).execute();
const reportOf = (id: string) =>
  doors.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('fetches the picture by its id, keeps it with the report, and places the report by it', async () => {
  const bytes = await makeGeotaggedPhoto('#111');
  const reportId = await receiveImage(graph.add({ bytes }));
  expect(doors.queued.at(-1)).toEqual({ id: reportId, urgent: false, media: true });
  await fetchMedia(reportId);
  expect(await photosOf(reportId)).toMatchObject([{ kind: 'report', mime_type: 'image/jpeg' }]);
  expect(await reportOf(reportId)).toMatchObject({
    media_pending: false,
    location: { source: 'exif', lat: expect.closeTo(-3.025, 4) },
  });
  expect(doors.queued.at(-1)).toEqual({ id: reportId, urgent: false, again: true });
  const before = graph.requests.length;
  await fetchMedia(reportId);
  expect(graph.requests.length).toBe(before);
});

test('a place the citizen gave stays; the digest may be hexadecimal or base64', async () => {
  const bytes = await makeGeotaggedPhoto('#222');
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  const reportId = await receiveImage(graph.add({ bytes }), { sha256 });
  const location = JSON.stringify({ lat: -3, lng: 120, accuracyM: null, source: 'pin' });
  await doors.db.updateTable('report').set({ location }).where('id', '=', reportId).execute();
  await fetchMedia(reportId);
  expect(await reportOf(reportId)).toMatchObject({ location: { source: 'pin' }, media_pending: false });
  expect(await photosOf(reportId)).toHaveLength(1);
});

test('what fails for a while is to be tried again', async () => {
  const reportId = await receiveImage(graph.add({ bytes: await makePicture('jpeg', 33, 33) }));
  graph.failNext(1);
  await expect(fetchMedia(reportId)).rejects.toThrow('500');
  expect(await reportOf(reportId)).toMatchObject({ media_pending: true });
  await fetchMedia(reportId);
  expect(await photosOf(reportId)).toHaveLength(1);
});

test('bytes that are not what was announced are not kept', async () => {
  const reportId = await receiveImage(graph.add({ bytes: await makePicture('jpeg', 34, 34) }), {
    sha256: 'a'.repeat(64),
  });
  await expect(fetchMedia(reportId)).rejects.toThrow('digest');
  expect(await photosOf(reportId)).toEqual([]);
});

test('what is gone, too large, no picture or elsewhere is left, and not asked for again', async () => {
  const bytes = await makePicture('jpeg', 35, 35);
  const ids = [
    'never-there',
    graph.add({ bytes, claims: { file_size: String(17 * 1024 * 1024) } }),
    graph.add({ bytes: Buffer.alloc(17 * 1024 * 1024) }),
    graph.add({ bytes: Buffer.from('GIF89a') }),
    graph.add({ bytes, claims: { url: 'http://169.254.169.254/latest/meta-data' } }),
    graph.add({ bytes, claims: { url: 'https://lookaside.fbsbx.com.evil.example/x' } }),
    graph.add({ bytes, claims: { url: 'file:///etc/passwd' } }),
  ];
  for (const mediaId of ids) {
    const reportId = await receiveImage(mediaId);
    await fetchMedia(reportId);
    expect(await reportOf(reportId)).toMatchObject({ media_pending: false });
    expect(await photosOf(reportId)).toEqual([]);
  }
});

test('without an access token nothing is asked and nothing is given up', async () => {
  const reportId = await receiveImage(graph.add({ bytes: await makePicture('jpeg', 36, 36) }));
  const without = createFetchMedia({
    settings: { graphUrl: graph.url, accessToken: null },
    db: doors.db,
    ingestPhoto: doors.ingestPhoto,
    enqueue: { add() {} },
    log: createLog('silent'),
  });
  await without(reportId);
  expect(graph.requests).toEqual([]);
  expect(await reportOf(reportId)).toMatchObject({ media_pending: true });
});
