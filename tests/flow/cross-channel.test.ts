import { afterAll, beforeAll, expect, test } from 'vitest';
import { senmlPack } from '../../scripts/simulate/sensors.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { TicketDetail } from '../../shared/wire/api.ts';
import { CITIZEN, createCitizen } from '../support/citizen.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ pack: tangerang });
});
afterAll(() => server.close());

const post = tangerang.sensors.find(({ id }) => id === 'alamanda');
const near = { lat: (post?.lat ?? 0) + 0.001, lng: post?.lng ?? 0 };

async function ask<T>(cookie: string, path: string, body?: object): Promise<T> {
  const response = await fetch(server.url + path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { cookie, 'Content-Type': 'application/json', Origin: server.url },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

test('a call, a WhatsApp message and a water post about one flood are one ticket with three reports, each of its own channel', async () => {
  const { cookie } = await server.signIn('operator');
  const citizen = await createCitizen(server);
  await citizen.calls('call-1', 'answered');
  const { id } = await until(async () => {
    const { calls } = await ask<{ calls: { ticketId: string | null }[] }>(cookie, '/api/calls');
    const [call] = calls;
    return call?.ticketId ? { id: call.ticketId } : undefined;
  });
  await ask(cookie, '/api/tickets', {
    callId: 'call-1',
    category: 'flood',
    text: 'banjir di depan rumah',
    location: near,
  });
  const neighbour = await createCitizen(server, { ...CITIZEN, waId: '6281277770002', bsuid: 'ID.neighbour' });
  await neighbour.writes('banjir selutut', { lat: near.lat + 0.0005, lng: near.lng });
  const detail = () => ask<TicketDetail>(cookie, `/api/tickets/${id}`);
  // The call, what was entered in it, the words and the pin.
  await until(async () => ((await detail()).reportCount === 4 ? true : undefined));
  const token = await server.token('channel');
  const { path, headers, body } = senmlPack([
    { senmlName: post?.senmlName ?? '', unit: 'm', value: (post?.rule.raiseAt ?? 0) + 0.1, at: Date.now() },
  ]);
  const taken = await fetch(server.url + path, {
    method: 'POST',
    headers: { ...headers, Authorization: `Bearer ${token}` },
    body,
  });
  expect(taken.status).toBe(204);
  await until(async () => ((await detail()).reportCount === 5 ? true : undefined));
  const ticket = await detail();
  expect(ticket).toMatchObject({ category: 'flood', departmentCode: 'BPBD', facts: { depthCm: 45 } });
  expect(ticket.facts.level?.post).toBe(post?.name);
  expect([...new Set(ticket.reports.map(({ channel }) => channel))].toSorted()).toEqual([
    '112',
    'operator',
    'sensor',
    'whatsapp',
  ]);
  const phonesOf = (told: TicketDetail) => told.reports.flatMap(({ reporter }) => reporter?.phone ?? []);
  expect(phonesOf(ticket)).toEqual(expect.arrayContaining([`+${CITIZEN.waId}`, '+6281277770002']));

  // A second call about it is never joined by itself: it is proposed, and one answer joins it.
  const caller = await createCitizen(server, { ...CITIZEN, waId: '6281277770003', bsuid: 'ID.caller' });
  await caller.calls('call-2', 'answered');
  const other = await until(async () => {
    const { calls } = await ask<{ calls: { callId: string; ticketId: string | null }[] }>(
      cookie,
      '/api/calls',
    );
    return calls.find(({ callId }) => callId === 'call-2')?.ticketId ?? undefined;
  });
  await ask(cookie, '/api/tickets', { callId: 'call-2', category: 'flood', text: 'banjir', location: near });
  const told = await ask<TicketDetail>(cookie, `/api/tickets/${other}`);
  expect(told).toMatchObject({ status: 'verified', proposals: [{ ticket: { id } }] });
  const [proposal] = told.proposals;
  const verdict = { verdict: 'same', version: told.version };
  await ask(cookie, `/api/tickets/${other}/proposals/${proposal?.id}`, verdict);
  expect(await detail()).toMatchObject({
    reportCount: 7,
    parts: expect.arrayContaining([expect.objectContaining({ id: other })]),
  });

  // A department reads the number masked, and asks for nobody's other reports.
  const { cookie: responder } = await server.signIn('responder', 'BPBD');
  const shown = await ask<TicketDetail>(responder, `/api/tickets/${id}`);
  expect(phonesOf(shown)).toContain('+62 812-****-001');
  expect(JSON.stringify(shown)).not.toContain(CITIZEN.waId);
  expect(shown).toMatchObject({ proposals: [], parts: [] });
  const report = ticket.reports.find(({ reporter }) => reporter?.phone)?.id;
  await expect(ask(responder, `/api/reports/${report}/person`)).rejects.toThrow('403');
  await ask(cookie, `/api/reports/${report}/person`);
  const audit = await server.db.selectFrom('audit_event').select(['kind', 'subject_id']).execute();
  expect(audit).toContainEqual({ kind: 'person.read', subject_id: report });
});
