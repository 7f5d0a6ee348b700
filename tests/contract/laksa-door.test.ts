import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueToken } from '../../server/access/tokens.ts';
import { type Doors, startDoors } from '../support/doors.ts';

let doors: Doors;
let photo: Buffer;
beforeAll(async () => {
  doors = await startDoors();
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#357' } })
    .withExif({
      IFD3: {
        GPSLatitude: '3/1 1/1 3000/100',
        GPSLatitudeRef: 'S',
        GPSLongitude: '120/1 12/1 0/1',
        GPSLongitudeRef: 'E',
      },
    })
    .jpeg()
    .toBuffer();
});
afterAll(() => doors.close());

type Answer = { reportId: string; trackingCode: string };

function post(body: string | FormData, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${doors.url}/channels/laksa/reports`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${doors.token}`,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
  });
}

function form(fields: Record<string, string>, files: (Buffer | string)[]): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  for (const file of files)
    data.append('photo', new Blob([new Uint8Array(Buffer.from(file))], { type: 'image/jpeg' }), 'x.jpg');
  return data;
}

const reportOf = (id: string) =>
  doors.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const photosOf = (id: string) =>
  doors.db.selectFrom('photo').selectAll().where('report_id', '=', id).execute();

test('answers the same to the same key, and takes the report once', async () => {
  const body = JSON.stringify({
    text: 'Jalan berlubang, NIK saya 3671012345678901',
    location: { lat: -3, lng: 120.2, accuracyM: 8 },
    address: 'Jl. Kecil 1',
    reporter: { name: 'Budi', phone: '0811 1222 333', nik: '3671012345678901' },
    occurredAt: '2025-11-21T07:00:00+08:00',
  });
  const answers = await Promise.all([1, 2, 3].map(() => post(body, { 'idempotency-key': 'key-1' })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const told = await Promise.all(answers.map((answer) => answer.json() as Promise<Answer>));
  expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(told[0]?.trackingCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/);
  const report = await reportOf(told[0]?.reportId ?? '');
  expect(report).toMatchObject({
    channel: 'laksa',
    text: 'Jalan berlubang, NIK saya [NIK]',
    location: { lat: -3, lng: 120.2, accuracyM: 8, source: 'pin', address: 'Jl. Kecil 1' },
    reporter: { name: 'Budi', phone: '+628111222333' },
    occurred_at: new Date('2025-11-20T23:00:00Z'),
  });
  expect(JSON.stringify(report)).not.toContain('3671012345678901');
  expect(doors.queued.filter(({ id }) => id === report.id)).toHaveLength(1);
});

test("a key is its token's own, and without one every post is a report", async () => {
  const body = JSON.stringify({ text: 'lampu mati' });
  const { token } = await issueToken(doors.db, { role: 'channel', name: 'another' });
  const withKey = { 'idempotency-key': 'key-2' };
  const headers: Record<string, string>[] = [
    {},
    {},
    withKey,
    { ...withKey, authorization: `Bearer ${token}` },
  ];
  const ids: string[] = [];
  for (const each of headers) ids.push(((await (await post(body, each)).json()) as Answer).reportId);
  expect(new Set(ids).size).toBe(4);
});

test('keeps photos with their report, and their place when the report has none', async () => {
  const response = await post(form({ text: 'banjir', name: 'Sari' }, [photo]), {
    'idempotency-key': 'key-3',
  });
  expect(response.status).toBe(201);
  const answer = (await response.json()) as Answer;
  const report = await reportOf(answer.reportId);
  expect(report).toMatchObject({ text: 'banjir', reporter: { name: 'Sari' }, location: { source: 'exif' } });
  expect(report.location).toMatchObject({ lat: expect.closeTo(-3.025, 4), lng: expect.closeTo(120.2, 4) });
  const [kept, ...more] = await photosOf(answer.reportId);
  expect(more).toEqual([]);
  expect(kept).toMatchObject({ kind: 'report', mime_type: 'image/jpeg', width: 900, height: 600 });
  const stored = await doors.store.get(kept?.digest ?? '');
  expect((await sharp(stored ?? Buffer.alloc(0)).metadata()).exif).toBeUndefined();
  const again = await post(form({ text: 'banjir', name: 'Sari' }, [photo]), { 'idempotency-key': 'key-3' });
  expect([again.status, await again.json()]).toEqual([201, answer]);
  expect(await photosOf(answer.reportId)).toHaveLength(1);
});

test('a photo that is refused takes its report with it, so that nothing is kept by half', async () => {
  const post1 = await post(form({ text: 'dengan lampiran' }, [photo, 'no picture at all']), {
    'idempotency-key': 'key-4',
  });
  expect(post1.status).toBe(415);
  const kept = await doors.db
    .selectFrom('report')
    .select('id')
    .where('external_id', 'like', '%:key-4')
    .execute();
  expect(kept).toEqual([]);
  expect(
    (await post(form({ text: 'dengan lampiran' }, [photo]), { 'idempotency-key': 'key-4' })).status,
  ).toBe(201);
});

test('takes the whole report as JSON in a form', async () => {
  const report = JSON.stringify({ text: 'sampah', location: { lat: -3.01, lng: 120.21 } });
  const response = await post(form({ report }, [photo]));
  const { reportId } = (await response.json()) as Answer;
  expect(await reportOf(reportId)).toMatchObject({ text: 'sampah', location: { lat: -3.01, source: 'pin' } });
});

test('names what cannot be read', async () => {
  const fieldsOf = async (response: Response) => {
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    return [response.status, ...errors.map(({ field }) => field)];
  };
  expect(await fieldsOf(await post('{"text":'))).toEqual([400, '']);
  expect(await fieldsOf(await post('{"text":"  "}'))).toEqual([400, 'text']);
  expect(await fieldsOf(await post('{"text":"x","location":{"lat":"a","lng":1}}'))).toEqual([
    400,
    'location.lat',
  ]);
  expect(await fieldsOf(await post(form({ text: 'x', lat: 'a', lng: '1' }, [])))).toEqual([
    400,
    'location.lat',
  ]);
  expect(await fieldsOf(await post(form({ report: '{' }, [])))).toEqual([400, 'report']);
  expect(await fieldsOf(await post('[]'))).toEqual([400, '']);
});

test('refuses what is too large, of another type, or from nobody', async () => {
  const tooLarge = await post(form({ text: 'x' }, [Buffer.alloc(10 * 1024 * 1024 + 1)]));
  expect(tooLarge.status).toBe(413);
  expect((await post(JSON.stringify({ text: 'x'.repeat(300_000) }))).status).toBe(413);
  expect((await post('text=x', { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post('{"text":"x"}', { authorization: 'Bearer lr_channel_guess' })).status).toBe(401);
  expect((await post('{}', { 'content-type': 'multipart/form-data' })).status).toBe(400);
  const deep = `{"text":"x","more":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  expect((await post(deep)).status).toBe(400);
});

test('limits a token, and says when to come again', async () => {
  const few = await startDoors({ settings: { limits: { perTokenPerMinute: 2, perSenderPerMinute: 60 } } });
  try {
    const send = () =>
      few.post('/channels/laksa/reports', '{"text":"x"}', {
        authorization: `Bearer ${few.token}`,
        'content-type': 'application/json',
      });
    const answers = [await send(), await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    few.clock.advance(60_000);
    expect((await send()).status).toBe(201);
  } finally {
    await few.close();
  }
});
