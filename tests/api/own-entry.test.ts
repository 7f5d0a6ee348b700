import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketDetail } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  ({ cookie } = await server.signIn('operator'));
});
afterAll(() => server.close());

const post = (body: string, type = 'application/json') =>
  fetch(`${server.url}/api/tickets`, { method: 'POST', headers: { cookie, 'content-type': type }, body });

test('an entry that says nothing opens no ticket', async () => {
  const empty = await post('{}');
  expect(empty.status).toBe(400);
  expect(await empty.json()).toMatchObject({ errors: [{ field: 'text' }] });
});

test('what is not sent as JSON is refused, not passed over', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const refused = await post('text=fire', type);
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({ type: '/problems/wrong-type' });
  }
});

test('a place that was told in words alone stands with the ticket', async () => {
  const opened = await post(JSON.stringify({ text: 'lubang', address: 'Jl. Melati 3, depan masjid' }));
  expect(opened.status).toBe(201);
  const { id } = (await opened.json()) as { id: string };
  const answer = await fetch(`${server.url}/api/tickets/${id}`, { headers: { cookie } });
  const { reports } = (await answer.json()) as TicketDetail;
  expect(reports).toMatchObject([{ location: null, address: 'Jl. Melati 3, depan masjid' }]);
});

test('an entry without a pin lies where its words say, as far off as they say; outside the city it is said so', async () => {
  const enter = async (body: object) => {
    const opened = await post(JSON.stringify({ category: 'dead-power', ...body }));
    expect(opened.status).toBe(201);
    return (await opened.json()) as LiveTicket;
  };
  const near = await enter({ address: 'depan pasar satu' });
  expect(near).toMatchObject({
    location: { accuracyM: expect.any(Number), kelurahan: 'Batu Satu' },
    facts: { place: { name: 'Pasar Satu', relation: 'depan' } },
  });
  expect(await enter({ text: 'listrik mati di kecamatan hilir' })).toMatchObject({
    location: { accuracyM: 2500, kecamatan: 'Hilir', kelurahan: null },
  });
  const outside = await enter({ address: 'ujung kulon' });
  expect(outside).toMatchObject({ location: null, facts: { outside: 'Kota Seberang' } });
  // What was pointed at stands, whatever the words name.
  const pinned = await enter({ address: 'pasar satu', location: { lat: -3.02, lng: 120.2 } });
  expect(pinned).toMatchObject({ location: { lat: -3.02, lng: 120.2 } });
  expect(pinned.facts).toEqual({});
});
