import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signMeta, whatsappMessages } from '../../scripts/simulate/whatsapp.ts';
import type { TicketDetail, TicketsAnswer } from '../../shared/wire/api.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const jsonHeaders = (cookie: string) => ({ cookie, 'Content-Type': 'application/json' });

function sendWhatsApp(text: string): Promise<Response> {
  const contact = { name: 'Budi', waId: '628111', bsuid: 'ID.15025763946' };
  const message = { id: `wamid.${randomUUID()}`, contact, at: Date.now(), type: 'text' as const, text };
  const { path, headers, body } = whatsappMessages([message]);
  const signature = signMeta(body, 'test-app-secret');
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { ...headers, 'X-Hub-Signature-256': signature },
    body,
  });
}

test('a report becomes a ticket, is routed by an operator, taken and resolved by the department, and closed', async () => {
  const { cookie: operator } = await server.signIn('operator');
  const { cookie: responder } = await server.signIn('responder', 'SIAGA');
  const call = async (cookie: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: jsonHeaders(cookie),
    });
    return { status: response.status, body: (await response.json()) as never };
  };

  expect((await sendWhatsApp('Kebakaran rumah di dekat pasar!')).status).toBe(200);
  const ticket = await until(async () => {
    const { tickets } = (await call(operator, '/api/tickets?status=open')).body as TicketsAnswer;
    return tickets[0];
  });
  expect(ticket).toMatchObject({
    category: 'blaze',
    priority: 'critical',
    status: 'new',
    channel: 'whatsapp',
  });
  expect((await call(responder, `/api/tickets/${ticket.id}/acknowledge`, { version: 1 })).status).toBe(409);

  const act = async (cookie: string, verb: string, body: object) => {
    const detail = (await call(operator, `/api/tickets/${ticket.id}`)).body as TicketDetail;
    return call(cookie, `/api/tickets/${ticket.id}/${verb}`, { version: detail.version, ...body });
  };
  expect((await act(operator, 'route', { departmentCode: 'SIAGA' })).status).toBe(200);
  expect((await act(responder, 'acknowledge', {})).status).toBe(200);
  expect((await act(responder, 'start', {})).status).toBe(200);
  expect((await act(responder, 'resolve', { note: 'Padam.' })).status).toBe(200);
  expect((await act(responder, 'close', {})).status).toBe(403);
  expect((await act(operator, 'close', {})).status).toBe(200);

  const detail = (await call(operator, `/api/tickets/${ticket.id}`)).body as TicketDetail;
  expect(detail.history.map(({ type }) => type)).toEqual([
    'ticket.opened',
    'ticket.routed',
    'ticket.acknowledged',
    'ticket.started',
    'ticket.resolved',
    'ticket.closed',
  ]);
  expect(detail.reports).toMatchObject([
    { text: 'Kebakaran rumah di dekat pasar!', reporter: { name: 'Budi' } },
  ]);
});

test("an operator's own entry is a verified ticket, once however often it is sent", async () => {
  const { cookie } = await server.signIn('operator');
  const entry = {
    entryId: randomUUID(),
    category: 'broken-road',
    text: 'Lubang besar',
    location: { lat: -2.98, lng: 120.18 },
  };
  const send = () =>
    fetch(`${server.url}/api/tickets`, {
      method: 'POST',
      headers: jsonHeaders(cookie),
      body: JSON.stringify(entry),
    });
  const [first, again] = [await send(), await send()];
  expect([first.status, again.status]).toEqual([201, 200]);
  const ticket = (await first.json()) as TicketDetail;
  expect(ticket).toMatchObject({
    status: 'verified',
    channel: 'operator',
    location: { kelurahan: 'Batu Satu' },
  });
  expect(((await again.json()) as TicketDetail).id).toBe(ticket.id);
});
