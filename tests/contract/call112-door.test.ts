import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAmlFor } from '../../server/intake/aml.ts';
import { type Doors, startDoors } from '../support/doors.ts';

let doors: Doors;
let signedDoors: Doors;
beforeAll(async () => {
  [doors, signedDoors] = await Promise.all([startDoors(), startDoors({ settings: { amlHmacKey: 'AML' } })]);
});
afterAll(() => Promise.all([doors.close(), signedDoors.close()]));

const AT = '2026-11-21T15:00:00+08:00';
const AT_MS = Date.parse(AT);

function postCall(event: object, token = doors.token): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return doors.post('/channels/112/calls', JSON.stringify(event), headers);
}

function amlForm(fields: Record<string, string | number> = {}): string {
  const all = {
    v: 1,
    device_number: '+628111222333',
    location_latitude: -3.0,
    location_longitude: 120.2,
    location_time: AT_MS,
    location_accuracy: 12.5,
    location_source: 'GPS',
    ...fields,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

function postAml(body: string, at = doors): Promise<Response> {
  return at.post('/channels/112/aml', body, { 'content-type': 'application/x-www-form-urlencoded' });
}

const reportOf = (callId: string) =>
  doors.db.selectFrom('report').selectAll().where('external_id', '=', callId).executeTakeFirstOrThrow();
const eventsOf = (callId: string) =>
  doors.db.selectFrom('call_event').select('state').where('call_id', '=', callId).orderBy('at').execute();
const queuedFor = (id: string) => doors.queued.filter((job) => job.id === id);

test('one call is one report, whatever its events; each event is kept once', async () => {
  const event = (state: string, at: string) => ({
    callId: 'call-1',
    state,
    callerNumber: '0811-1222-333',
    at,
  });
  const answers: { status: number; body: unknown }[] = [];
  for (const one of [
    event('ringing', AT),
    event('answered', '2026-11-21T15:00:09+08:00'),
    event('answered', '2026-11-21T15:00:09+08:00'),
    event('ended', '2026-11-21T15:02:00+08:00'),
  ]) {
    const response = await postCall(one);
    answers.push({ status: response.status, body: await response.json() });
  }
  const report = await reportOf('call-1');
  for (const answer of answers)
    expect(answer).toEqual({ status: 202, body: { callId: 'call-1', reportId: report.id } });
  expect(report).toMatchObject({ urgent: true, reporter: { phone: '+628111222333' }, text: '' });
  expect(await eventsOf('call-1')).toEqual([{ state: 'ringing' }, { state: 'answered' }, { state: 'ended' }]);
  expect(queuedFor(report.id)).toEqual([{ id: report.id, urgent: true, media: false }]);
});

test('a later event with a better place puts the call before the pipeline again', async () => {
  const event = { callId: 'call-2', callerNumber: null, at: AT };
  await postCall({ ...event, state: 'ringing' });
  const { id } = await reportOf('call-2');
  const place = (accuracyM: number | undefined, lat: number) =>
    postCall({ ...event, state: 'answered', location: { lat, lng: 120.2, accuracyM } });
  await place(undefined, -3.1);
  await place(900, -3.01);
  await place(2000, -3.2);
  expect((await reportOf('call-2')).location).toEqual({
    lat: -3.01,
    lng: 120.2,
    accuracyM: 900,
    source: 'exchange',
  });
  await place(50, -3.02);
  await place(50, -3.02);
  expect(await reportOf('call-2')).toMatchObject({
    location: { lat: -3.02, accuracyM: 50 },
    place_pending: true,
  });
  expect(queuedFor(id).filter(({ again }) => again)).toHaveLength(3);
  expect(await eventsOf('call-2')).toHaveLength(5);
});

test('events in the wrong order are still one call, with the earliest time', async () => {
  await postCall({ callId: 'call-3', state: 'answered', callerNumber: '', at: '2026-11-21T15:00:09+08:00' });
  await postCall({ callId: 'call-3', state: 'ringing', callerNumber: '0819990001', at: AT });
  expect(await reportOf('call-3')).toMatchObject({
    occurred_at: new Date(AT),
    reporter: { phone: '+62819990001' },
  });
});

test('AML finds its call when it comes after it, and the call finds AML that came before', async () => {
  await postCall({ callId: 'call-4', state: 'ringing', callerNumber: '0811 7777 001', at: AT });
  const { id } = await reportOf('call-4');
  const form = amlForm({ device_number: '+628117777001', location_time: AT_MS + 4000 });
  expect((await postAml(form)).status).toBe(204);
  expect((await postAml(form)).status).toBe(204);
  expect(queuedFor(id).filter(({ again }) => again)).toEqual([{ id, urgent: true, again: true }]);
  await postAml(
    amlForm({ device_number: '+628117777001', location_accuracy: 900, location_time: AT_MS + 9000 }),
  );
  expect(await findAmlFor(doors.db, '+628117777001', AT)).toEqual({
    lat: -3,
    lng: 120.2,
    accuracyM: 12.5,
    source: 'aml',
  });
  const later = new Date(AT_MS + 11 * 60_000).toISOString();
  expect(await findAmlFor(doors.db, '+628117777001', later)).toBeNull();
  expect(await findAmlFor(doors.db, '+628117777002', AT)).toBeNull();
});

test('AML must be signed where there is a key', async () => {
  const form = amlForm();
  const hmac = createHmac('sha1', 'AML').update(form).digest('hex');
  expect((await postAml(form, signedDoors)).status).toBe(401);
  expect((await postAml(`${form}&hmac=${hmac.replace(/^./, 'x')}`, signedDoors)).status).toBe(401);
  expect((await postAml(`${form}&hmac=${hmac}`, signedDoors)).status).toBe(204);
  const kept = await signedDoors.db.selectFrom('aml_location').select('verified').execute();
  expect(kept).toEqual([{ verified: true }]);
});

test('names what cannot be read, and lets nobody in without a channel token', async () => {
  const response = await postCall({ callId: '', state: 'busy', at: 'noon', location: { lat: 95, lng: 0 } });
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  const { errors } = (await response.json()) as { errors: { field: string }[] };
  expect(errors.map(({ field }) => field)).toEqual(['callId', 'state', 'at', 'location.lat']);
  expect((await postCall({}, 'lr_channel_guess')).status).toBe(401);
  const aml = await postAml(amlForm({ location_latitude: 'north' }));
  expect([aml.status, await aml.text()]).toEqual([400, expect.stringContaining('location_latitude')]);
  const typed = await doors.post('/channels/112/aml', '{}', { 'content-type': 'application/json' });
  expect(typed.status).toBe(415);
});

test('is never limited', async () => {
  const few = await startDoors({ settings: { limits: { perTokenPerMinute: 1, perSenderPerMinute: 1 } } });
  try {
    const headers = { authorization: `Bearer ${few.token}`, 'content-type': 'application/json' };
    const call = (callId: string) =>
      few.post('/channels/112/calls', JSON.stringify({ callId, state: 'ringing', at: AT }), headers);
    for (let index = 0; index < 5; index += 1) expect((await call(`c${index}`)).status).toBe(202);
  } finally {
    await few.close();
  }
});
