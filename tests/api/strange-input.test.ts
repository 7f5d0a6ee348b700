import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, startDoors } from '../support/doors.ts';
import { makePicture } from '../support/pictures.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { postWebhook, textMessage, webhook } from '../support/whatsapp.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await startDoors();
});
afterAll(() => doors.close());

const post = (path: string, body: unknown, type = 'application/json') =>
  doors.post(path, JSON.stringify(body), { authorization: `Bearer ${doors.token}`, 'content-type': type });
const fieldsOf = async (response: Response) => {
  const { errors = [] } = (await response.json()) as { errors?: { field: string }[] };
  return [response.status, ...errors.map(({ field }) => field)];
};

describe('a time that no calendar knows', () => {
  test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00', '0001-01-01T00:00:00+14:00'])(
    '%s is refused by its field',
    async (at) => {
      expect(await fieldsOf(await post('/channels/laksa/reports', { text: 'x', occurredAt: at }))).toEqual([
        400,
        'occurredAt',
      ]);
      const call = { callId: `at ${at}`, state: 'ringing', at };
      expect(await fieldsOf(await post('/channels/112/calls', call))).toEqual([400, 'at']);
    },
  );

  test.each([1.779e12, -1e12])('%d seconds is refused by its field in a reading', async (t) => {
    const pack = [{ n: 'urn:dev:x', v: 1, t }];
    expect(await fieldsOf(await post('/channels/sensors/readings', pack, 'application/senml+json'))).toEqual([
      400,
      '0.t',
    ]);
  });
});

test('a form that ends in the middle of a photo is refused and hurts nobody', async () => {
  const photo = await makePicture('jpeg', 100, 80);
  const head = '--b\r\nContent-Disposition: form-data; name="photo"; filename="x.jpg"\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), photo.subarray(0, 500)]);
  const answer = await doors.post('/channels/laksa/reports', body, {
    authorization: `Bearer ${doors.token}`,
    'content-type': 'multipart/form-data; boundary=b',
  });
  expect(answer.status).toBe(400);
});

test('a photo with a date that no calendar knows is kept without it', async () => {
  const photo = await sharp(await makePicture('jpeg', 100, 80))
    .withExif({ IFD2: { DateTimeOriginal: '9999:99:99 99:99:99' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set('text', 'lampu mati');
  form.set('photo', new Blob([new Uint8Array(photo)]), 'x.jpg');
  const answer = await fetch(`${doors.url}/channels/laksa/reports`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${doors.token}` },
  });
  expect(answer.status).toBe(201);
});

test('a line that breaks in the middle of a photo hurts nobody', async () => {
  const broken = request(`${doors.url}/channels/laksa/reports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${doors.token}`,
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': 100_000,
    },
  });
  broken.on('error', () => undefined);
  await new Promise((resolve) => {
    broken.write('--b\r\nContent-Disposition: form-data; name="photo"; filename="x.jpg"\r\n\r\nabc', resolve);
  });
  broken.destroy();
  expect((await post('/channels/laksa/reports', { text: 'next' })).status).toBe(201);
});

describe('characters and lengths the database cannot keep as they are', () => {
  test('take no call with them', async () => {
    for (const callId of ['call\0one', 'call\ud800two']) {
      const answer = await post('/channels/112/calls', {
        callId,
        state: 'ringing',
        at: '2026-11-21T08:00:00Z',
      });
      expect(answer.status).toBe(202);
    }
    const calls = await doors.db
      .selectFrom('report')
      .innerJoin('call_event', 'call_event.call_id', 'report.external_id')
      .select('external_id')
      .where('external_id', 'like', 'sha256:%')
      .execute();
    expect(calls).toHaveLength(2);
  });

  test('take no message with them', async () => {
    // Too long for an index, also when the database compresses it.
    const long = randomBytes(5000).toString('hex');
    const answers = [
      await postWebhook(
        doors,
        webhook({ messages: [{ ...textMessage('wamid.long-from', 'x'), from: long }] }),
      ),
      await postWebhook(
        doors,
        webhook({ messages: [{ ...textMessage('wamid.long-user', 'x'), from_user_id: long }] }),
      ),
      await postWebhook(
        doors,
        webhook({ statuses: [{ id: long, status: 'read', timestamp: '1779000000' }] }),
      ),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('are refused in a handset’s message', async () => {
    const answer = await doors.post(
      '/channels/112/aml',
      'device_number=%2B628%00&location_latitude=-3&location_longitude=120&location_time=1779000000000',
      { 'content-type': 'application/x-www-form-urlencoded' },
    );
    expect(answer.status).toBe(400);
  });
});

test('what is said by a clock that is ahead, or was never set, was said now', async () => {
  const ahead = new Date(doors.clock.now() + 7 * 3_600_000).toISOString();
  for (const occurredAt of [ahead, '1970-01-01T00:05:00Z']) {
    const laksa = await post('/channels/laksa/reports', { text: 'jam salah', occurredAt });
    const { reportId } = (await laksa.json()) as { reportId: string };
    const report = await doors.db
      .selectFrom('report')
      .select('occurred_at')
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow();
    expect(report.occurred_at).toEqual(new Date(doors.clock.now()));
  }
});

describe('what people write', () => {
  let server: TestServer;
  let cookie: string;
  beforeAll(async () => {
    server = await startTestServer();
    ({ cookie } = await server.signIn('operator'));
  });
  afterAll(() => server.close());
  const send = (path: string, body: unknown) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('with characters that cannot be kept is refused, and is no fault of ours', async () => {
    const opened = await send('/api/tickets', { text: 'nama\0 \ud800', entryId: 'entry\0-1' });
    expect(opened.status).toBe(201);
    const { id, version } = (await opened.json()) as { id: string; version: number };
    const answers = [
      await send(`/api/tickets/${id}/note`, { version, note: 'a\0b' }),
      await send(`/api/tickets/${id}/note`, { version, note: 'a\ud800b' }),
      await send(`/api/tickets/${id}/note`, { version, note: 'ab', commandId: 'command\0id' }),
      await fetch(`${server.url}/api/tickets?number=%00`, { headers: { cookie } }),
      await fetch(`${server.url}/api/tickets?cursor=${btoa(`2026-99-99T99:99Z ${id}`)}`, {
        headers: { cookie },
      }),
      await fetch(`${server.url}/api/tickets?cursor=${btoa(`2026-01-01T00:00Z ${'-'.repeat(36)}`)}`, {
        headers: { cookie },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect((await send(`/api/tickets/${id}/note`, { version, note: 'ab' })).status).toBe(200);
  });
});
