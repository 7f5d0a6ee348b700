import { afterAll, beforeAll, expect, test } from 'vitest';
import { callEvent } from '../../scripts/simulate/call112.ts';
import { runDepartments } from '../../scripts/simulate/departments.ts';
import { laksaPost } from '../../scripts/simulate/laksa.ts';
import { createRandom } from '../../scripts/simulate/random.ts';
import { createSender } from '../../scripts/simulate/sender.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';

let server: TestServer;
const stop = new AbortController();
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  stop.abort();
  await server.close();
});

test('calls are answered and written down, complaints find their department and are finished', async () => {
  const account = async (role: 'operator' | 'responder', departmentCode: string | null) => ({
    email: (await server.signIn(role, departmentCode)).email,
    password: TEST_PASSWORD,
    departmentCode,
  });
  const sender = createSender({ url: server.url, channelToken: await server.token('channel') });
  const reporter = { name: 'Budi', phone: '+628111', accountId: 'b' };
  const location = { lat: -2.98, lng: 120.18, accuracyM: 5 };
  const at = Date.now();
  await sender.send(laksaPost({ id: 'post-1', text: 'jalan rusak parah', at, location, reporter }));
  await sender.send(callEvent({ callId: 'call-fire', state: 'ringing', callerNumber: '+628112', at }));
  await sender.send(callEvent({ callId: 'call-prank', state: 'ringing', callerNumber: '+628113', at }));

  const troubles: string[] = [];
  const working = runDepartments({
    url: server.url,
    pack: smallCity,
    random: createRandom(5),
    operator: await account('operator', null),
    responders: [await account('responder', 'JALAN')],
    subjectOf: (callId) =>
      callId === 'call-fire' ? { categoryCode: 'blaze', lat: -3, lng: 120.2, text: 'kebakaran' } : null,
    signal: stop.signal,
    everyMs: 50,
    haste: 500,
    onTrouble: (reason) => troubles.push(reason),
  });
  const ticketsNow = () =>
    server.db
      .selectFrom('ticket')
      .select(['category', 'status', 'department_code'])
      .orderBy('number')
      .execute();
  await until(
    async () => {
      const tickets = await ticketsNow();
      const done = (category: string, status: string) =>
        tickets.some((ticket) => ticket.category === category && ticket.status === status);
      return done('broken-road', 'closed') && done('blaze', 'closed') && done('bare-call', 'rejected');
    },
    { timeoutMs: 30_000, what: 'all three tickets to be over' },
  );
  stop.abort();
  await working;
  expect(troubles).toEqual([]);
  const rows = await server.db.selectFrom('ticket_log').select(['type', 'actor']).execute();
  const byResponder = rows.filter(({ actor }) => (actor as { role: string }).role === 'responder');
  expect(new Set(byResponder.map(({ type }) => type))).toContain('ticket.resolved');
});
