import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertReport } from '../../server/intake/insert-report.ts';
import type { FailedReport, SetAsideReport } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { buildReport } from '../support/build-report.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let operator: string;
let administrator: string;

beforeAll(async () => {
  server = await startTestServer({ settings: { SWEEP_SECONDS: '1' } });
  operator = (await server.signIn('operator')).cookie;
  administrator = (await server.signIn('administrator')).cookie;
});
afterAll(() => server.close());

const call = (path: string, cookie: string, method = 'GET') =>
  fetch(`${server.url}${path}`, { method, headers: { cookie } });
const json = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;
const receive = async (text: string) => {
  const report = buildReport({ text, location: null });
  return (await server.db.transaction().execute((trx) => insertReport(trx, report))).id;
};
const rowOf = (id: string) =>
  server.db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a report set aside', () => {
  test('is listed with its reason and can be made a ticket after all, once', async () => {
    const id = await receive('halo');
    await until(async () => (await rowOf(id)).state === 'set_aside', { timeoutMs: 15_000 });
    const list = await json<{ reports: SetAsideReport[] }>(call('/api/set-aside', operator));
    expect(list.reports).toEqual([expect.objectContaining({ id, text: 'halo', reason: 'empty' })]);

    const first = await call(`/api/set-aside/${id}/restore`, operator, 'POST');
    expect(first.status).toBe(201);
    const ticket = (await first.json()) as LiveTicket;
    expect(ticket).toMatchObject({ status: 'verified', category: 'anything', reportCount: 1 });
    const second = await call(`/api/set-aside/${id}/restore`, operator, 'POST');
    expect(await second.json()).toMatchObject({ id: ticket.id });
    expect(await rowOf(id)).toMatchObject({ state: 'processed', ticket_id: ticket.id });
  });

  test('that does not exist is not found', async () => {
    const answer = await call(`/api/set-aside/${randomUUID()}/restore`, operator, 'POST');
    expect(answer.status).toBe(404);
  });
});

describe('a failed report', () => {
  test('is listed without its words, and processed again when an administrator asks for it', async () => {
    const id = await receive('jalan rusak parah');
    await server.db
      .updateTable('report')
      .set({ state: 'failed', failure: 'a fault', ticket_id: null })
      .where('id', '=', id)
      .execute();
    const list = await json<{ reports: FailedReport[] }>(call('/api/failed-reports', administrator));
    expect(list.reports).toEqual([expect.objectContaining({ id, failure: 'a fault' })]);
    expect(JSON.stringify(list)).not.toContain('jalan rusak');

    expect((await call(`/api/failed-reports/${id}/retry`, operator, 'POST')).status).toBe(403);
    expect((await call(`/api/failed-reports/${id}/retry`, administrator, 'POST')).status).toBe(202);
    await until(async () => (await rowOf(id)).ticket_id);
    expect((await call(`/api/failed-reports/${id}/retry`, administrator, 'POST')).status).toBe(404);
  });
});
