import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PushInfo, PushSubscriptionBody } from '../../shared/wire/push.ts';
import { createOperator } from '../support/operator.ts';
import { type PushService, startPushService } from '../support/push-service.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const PUSH = { PUSH_CONTACT: 'mailto:room@city.example', PUSH_LOOPBACK: 'yes' };

let server: TestServer;
/** A second node that works on the same log and the same queues. */
let other: TestServer;
let service: PushService;
let publicKey = '';

beforeAll(async () => {
  server = await startTestServer({ settings: PUSH });
  other = await startTestServer({ settings: PUSH, databaseUrl: server.databaseUrl });
  service = await startPushService(() => publicKey);
});
afterAll(async () => {
  await service.close();
  await other.close();
  await server.close();
});

async function ask(method: string, path: string, cookie: string, body?: unknown): Promise<Response> {
  return fetch(server.url + path, {
    method,
    headers: { cookie, origin: server.url, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function subscribe(departmentCode: string, phone: PushSubscriptionBody) {
  const { cookie } = await server.signIn('responder', departmentCode);
  const info = (await (await ask('GET', '/api/push', cookie)).json()) as PushInfo;
  publicKey = info.publicKey ?? '';
  const answer = await ask('POST', '/api/push/subscriptions', cookie, phone);
  expect(answer.status).toBe(201);
  return cookie;
}

const of = (phone: string) => service.arrived.filter((push) => push.phone === phone);
const countWaiting = async () =>
  (await server.db.selectFrom('push_delivery').select('id').where('settled_at', 'is', null).execute()).length;
/** Everything written so far has been looked at, and all that came of it is settled. */
async function settled(): Promise<void> {
  const { value } = await server.db
    .selectFrom('counter')
    .select('value')
    .where('name', '=', 'log')
    .executeTakeFirstOrThrow();
  await until(
    async () => {
      const { seq } = await server.db.selectFrom('push_position').select('seq').executeTakeFirstOrThrow();
      return seq >= value && (await countWaiting()) === 0;
    },
    { what: 'all pushes to be settled' },
  );
}

test('a ticket that comes to a department rings its phones once each, in their language, and no others', async () => {
  const ani = await subscribe('SIAGA', service.addPhone('ani'));
  await subscribe('SIAGA', service.addPhone('budi', 'en'));
  await subscribe('JALAN', service.addPhone('citra'));
  const operator = await createOperator(server);
  const opened = await operator.open('blaze', 'Api besar di rumah Pak Joko, telepon 0812');
  const ticket = await operator.give(opened, 'route', { departmentCode: 'SIAGA' });
  await until(() => of('ani').length > 0 && of('budi').length > 0);
  await settled();
  const [push] = of('ani');
  expect(push).toMatchObject({
    ttlS: 3600,
    urgency: 'high',
    topic: ticket.id.replaceAll('-', ''),
    contact: 'mailto:room@city.example',
    message: {
      kind: 'critical',
      ticketId: ticket.id,
      title: 'KRITIS: Api',
      body: `Kritis · Batu Satu · ${ticket.number}`,
      url: `/responder/${ticket.id}`,
      priority: 'critical',
    },
  });
  expect(JSON.stringify(push)).not.toMatch(/Joko|0812|besar/);
  expect(of('budi')[0]?.message.title).toBe('CRITICAL: Blaze');
  // Whoever takes it up is not told of it; and when it goes to another department both hear.
  const taken = await ask('POST', `/api/tickets/${ticket.id}/acknowledge`, ani, { version: ticket.version });
  const now = (await taken.json()) as typeof ticket;
  await operator.give(now, 'route', { departmentCode: 'JALAN' });
  await until(() => of('citra').length > 0);
  await settled();
  expect(of('ani').map(({ message }) => message.kind)).toEqual(['critical', 'moved']);
  expect(of('budi').map(({ message }) => message.kind)).toEqual(['critical', 'moved']);
  expect(of('citra').map(({ message }) => message.kind)).toEqual(['critical']);
  expect(service.faults).toEqual([]);
});

test('a push service in trouble is tried again; a phone that is gone is forgotten; one that signed off is not told', async () => {
  const cookie = await subscribe('LUAR', service.addPhone('dewi'));
  await subscribe('LUAR', service.addPhone('eko'));
  service.removePhone('eko');
  const operator = await createOperator(server);
  service.answerNext(503);
  service.answerNext(429, { 'retry-after': '1' });
  const ticket = await operator.give(await operator.open('dead-power'), 'route', { departmentCode: 'LUAR' });
  await until(() => of('dewi').length > 0);
  await settled();
  expect(of('dewi').map(({ message, urgency }) => [message.title, urgency])).toEqual([
    ['Tiket baru: Listrik mati', 'normal'],
  ]);
  const known = await server.db.selectFrom('push_subscription').select('endpoint').execute();
  expect(known.some(({ endpoint }) => endpoint.endsWith('/eko'))).toBe(false);
  const { endpoint } = known.find((one) => one.endpoint.endsWith('/dewi')) ?? { endpoint: '' };
  expect((await ask('DELETE', '/api/push/subscriptions', cookie, { endpoint })).status).toBe(204);
  await operator.give(ticket, 'reprioritise', { priority: 'critical' });
  await settled();
  expect(of('dewi')).toHaveLength(1);
});

test('an address that leads into the network of the server is refused', async () => {
  const { cookie } = await server.signIn('responder', 'SIAGA');
  const phone = service.addPhone('eva');
  for (const endpoint of [
    'http://push.example.net/x',
    'https://localhost/x',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.7/x',
    'https://[::1]/x',
    'https://user:word@push.services.mozilla.com/x',
    'https://push.services.mozilla.com:8443/x',
    'https://intranet/x',
    'ftp://push.services.mozilla.com/x',
  ]) {
    const answer = await ask('POST', '/api/push/subscriptions', cookie, { ...phone, endpoint });
    expect({ endpoint, status: answer.status }).toEqual({ endpoint, status: 400 });
  }
});
