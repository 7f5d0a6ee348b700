import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketDetail } from '../../shared/wire/api.ts';
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
