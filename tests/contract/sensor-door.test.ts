import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, startDoors } from '../support/doors.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await startDoors();
});
afterAll(() => doors.close());

function post(pack: unknown, type = 'application/senml+json'): Promise<Response> {
  const body = typeof pack === 'string' ? pack : JSON.stringify(pack);
  const headers = { authorization: `Bearer ${doors.token}`, 'content-type': type };
  return doors.post('/channels/sensors/readings', body, headers);
}

const reportsOf = (name: string) =>
  doors.db
    .selectFrom('report')
    .selectAll()
    .where('external_id', 'like', `${name}@%`)
    .orderBy('external_id')
    .execute();

test('each measurement of a pack is a report, once', async () => {
  const pack = [
    { bn: 'urn:dev:kkl:a:', bt: 1.779e9, n: 'level', u: 'm', v: 2.41 },
    { n: 'level', u: 'm', v: 2.5, t: 60 },
    { n: 'state', vs: 'ok' },
  ];
  for (let times = 0; times < 2; times += 1) {
    const response = await post(pack);
    expect([response.status, await response.text()]).toEqual([204, '']);
  }
  const rows = await reportsOf('urn:dev:kkl:a:level');
  expect(rows.map(({ external_id, measurement, state }) => ({ external_id, measurement, state }))).toEqual([
    {
      external_id: 'urn:dev:kkl:a:level@2026-05-17T06:40:00.000Z',
      measurement: { name: 'urn:dev:kkl:a:level', unit: 'm', value: 2.41, at: '2026-05-17T06:40:00.000Z' },
      state: 'received',
    },
    {
      external_id: 'urn:dev:kkl:a:level@2026-05-17T06:41:00.000Z',
      measurement: { name: 'urn:dev:kkl:a:level', unit: 'm', value: 2.5, at: '2026-05-17T06:41:00.000Z' },
      state: 'received',
    },
  ]);
  expect(await reportsOf('urn:dev:kkl:a:state')).toMatchObject([
    { state: 'set_aside', reason: 'not a number' },
  ]);
  expect(doors.queued).toHaveLength(2);
});

test('a pack with one fault is refused whole, and the fault is named', async () => {
  const response = await post([
    { n: 'whole', v: 1 },
    { n: 'whole', v: 'high', t: -1 },
  ]);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { field: string }[] };
  expect(errors.map(({ field }) => field)).toEqual(['1.v']);
  expect(await reportsOf('whole')).toEqual([]);
  expect((await post('[{')).status).toBe(400);
});

test('a reading from the future hides none of today: it is kept aside', async () => {
  expect((await post([{ n: 'ahead', v: 9, t: 4e9 }])).status).toBe(204);
  expect(await reportsOf('ahead')).toMatchObject([{ state: 'set_aside', reason: 'from the future' }]);
});

test('takes SenML only, from channels only', async () => {
  expect((await post([{ n: 'x', v: 1 }], 'application/json')).status).toBe(415);
  expect((await post([{ n: 'x', v: 1 }], 'application/senml+json; charset=utf-8')).status).toBe(204);
  const anonymous = await doors.post('/channels/sensors/readings', '[]', {
    'content-type': 'application/senml+json',
  });
  expect(anonymous.status).toBe(401);
  expect((await post(`["${'x'.repeat(1024 * 1024)}"]`)).status).toBe(413);
});
