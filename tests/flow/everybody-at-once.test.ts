import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePicture } from '../support/pictures.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { expectNoLogGap } from '../support/wholeness.ts';

const LASTS_MS = 4000;

let server: TestServer;
let token: string;
let cookie: string;
let photo: Buffer;
beforeAll(async () => {
  server = await startTestServer({ settings: { SWEEP_SECONDS: '1' } });
  token = await server.token('channel');
  ({ cookie } = await server.signIn('operator'));
  photo = await makePicture('jpeg');
});
afterAll(() => server.close());

const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];
const post = (path: string, headers: Record<string, string>, body: RequestInit['body']) =>
  fetch(`${server.url}${path}`, { method: 'POST', headers, body: body ?? null });
const postJson = (path: string, headers: Record<string, string>, body: unknown) =>
  post(path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
const openTickets = () =>
  server.db.selectFrom('ticket').select(['id', 'version']).where('is_open', '=', true).execute();
/** Few callers and few places, so that all of them meet. */
const caller = () => `0811122233${Math.floor(Math.random() * 3)}`;
const place = () => ({ lat: -3 + Math.floor(Math.random() * 3) / 1000, lng: 120.2 });
const callIds: string[] = [];

/** What people and machines do, over and over; each answers a response, or nothing when there was nothing to do. */
const DOINGS: Record<string, () => Promise<Response | null>> = {
  call: () => {
    const callId = Math.random() < 0.5 ? (pick(callIds) ?? randomUUID()) : randomUUID();
    callIds.push(callId);
    const location = { ...place(), accuracyM: Math.ceil(Math.random() * 500) };
    const event = {
      callId,
      state: 'ringing',
      callerNumber: caller(),
      at: new Date().toISOString(),
      location,
    };
    return postJson('/channels/112/calls', { authorization: `Bearer ${token}` }, event);
  },
  position: () => {
    const { lat, lng } = place();
    const form = new URLSearchParams({
      device_number: caller(),
      location_latitude: String(lat),
      location_longitude: String(lng),
      location_time: String(Date.now()),
      location_accuracy: String(Math.ceil(Math.random() * 50)),
    });
    return post('/channels/112/aml', {}, form);
  },
  report: () =>
    postJson(
      '/channels/laksa/reports',
      { authorization: `Bearer ${token}` },
      { text: pick(['jalan rusak', 'banjir', 'api', 'tolong']), location: place() },
    ),
  reading: () => {
    const record = {
      n: 'urn:dev:kkl:river:jembatan',
      u: 'm',
      v: 2 + Math.random() * 3,
      t: Date.now() / 1000,
    };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/senml+json' };
    return post('/channels/sensors/readings', headers, JSON.stringify([record]));
  },
  entry: () =>
    postJson('/api/tickets', { cookie }, { callId: pick(callIds), text: 'kebakaran', entryId: randomUUID() }),
  merge: async () => {
    const open = await openTickets();
    const [from, into] = [pick(open), pick(open)];
    if (!from || !into || from.id === into.id) return null;
    return postJson(`/api/tickets/${from.id}/merge`, { cookie }, { version: from.version, into: into.id });
  },
  reject: async () => {
    const ticket = pick(await openTickets());
    if (!ticket || Math.random() < 0.7) return null;
    const body = { version: ticket.version, reason: 'bukan kejadian' };
    return postJson(`/api/tickets/${ticket.id}/reject`, { cookie }, body);
  },
  photo: async () => {
    const ticket = pick(await openTickets());
    if (!ticket) return null;
    const form = new FormData();
    form.set('photo', new Blob([new Uint8Array(photo)]), 'x.jpg');
    return post(`/api/tickets/${ticket.id}/photos`, { cookie }, form);
  },
};

test('nobody who works on the same calls, reports and tickets blocks anybody for good', async () => {
  const answers = new Map<string, number>();
  const end = performance.now() + LASTS_MS;
  const doOverAndOver = async (name: string, act: () => Promise<Response | null>) => {
    while (performance.now() < end) {
      const answer = await act();
      const key = `${name} ${answer?.status ?? 'nothing'}`;
      answers.set(key, (answers.get(key) ?? 0) + 1);
      await answer?.arrayBuffer();
      await delay(5);
    }
  };
  const twice = [...Object.entries(DOINGS), ...Object.entries(DOINGS)];
  await Promise.all(twice.map(([name, act]) => doOverAndOver(name, act)));
  await until(
    async () => {
      const waiting = server.db.selectFrom('report').select('id').where('state', '=', 'received').limit(1);
      return (await waiting.execute()).length === 0;
    },
    { timeoutMs: 30_000, what: 'all reports to be processed' },
  );
  // Of two who act on one ticket the second hears 409, and 400 when the other ticket has just ended; 503 on a machine
  // with too much to do, which keeps nothing by half.
  const odd = [...answers].filter(([key]) => !/ (20\d|409|503|nothing)$|^merge 400$/.test(key));
  expect(odd).toEqual([]);
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(server.db);
  expect(rows).toEqual([{ deadlocks: 0 }]);
  const failed = await server.db
    .selectFrom('report')
    .select('failure')
    .where('state', '=', 'failed')
    .execute();
  expect(failed).toEqual([]);
  await expectNoLogGap(server.db);
});
