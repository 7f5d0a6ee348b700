import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../server/platform/log.ts';
import { createQueueBackend } from '../../server/queue/backend.ts';
import type { AuditAnswer } from '../../shared/wire/audit.ts';
import { createAnswerer, createCorrespondent, someContact } from '../support/correspondent.ts';
import { createTestDatabase } from '../support/database.ts';
import { type MetaGraph, startMetaGraph } from '../support/meta-graph.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { smallCity } from '../support/small-city.ts';
import { until } from '../support/until.ts';

const DAY_MS = 24 * 3_600_000;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let graph: MetaGraph;
let server: TestServer;
let citizen: ReturnType<typeof createCorrespondent>;
let operator: Awaited<ReturnType<typeof createAnswerer>>;

const settings = () => ({
  WHATSAPP_ACCESS_TOKEN: graph.token,
  WHATSAPP_PHONE_NUMBER_ID: '1065403522',
  META_GRAPH_URL: graph.url,
  SWEEP_SECONDS: '1',
});

/** A server on the one database, which goes on where the last one ended. */
async function start(more: Record<string, string> = {}): Promise<void> {
  server = await startTestServer({
    databaseUrl: database.url,
    settings: { ...settings(), ...more },
  });
  citizen = createCorrespondent(server);
  operator = await createAnswerer(server);
}

async function startAnew(more: Record<string, string>): Promise<void> {
  await server.close();
  await start(more);
}

beforeAll(async () => {
  database = await createTestDatabase();
  graph = await startMetaGraph();
  await start();
});
afterAll(async () => {
  await server.close();
  await graph.close();
  await database.drop();
});

/** What was sent to somebody, in order. */
const sentTo = (waId: string) => graph.sent.filter(({ body }) => body.to === waId);

/** Somebody who has just written, and the ticket that came of it. */
async function somebodyWrites(text = 'jalan berlubang besar', more: { at?: number } = {}) {
  const contact = someContact();
  const message = await citizen.writes(contact, { text }, more);
  return { contact, message, ticketId: await operator.ticketOf(message) };
}

test('an answer goes out once, quotes the message, and its states come back in whatever order', async () => {
  const { contact, message, ticketId } = await somebodyWrites();
  const body = { text: 'Petugas berangkat.', commandId: crypto.randomUUID() };
  const answer = await operator.replyTo(ticketId, body);
  expect(answer).toMatchObject({ id: ticketId, leftOut: [], replies: [{}] });
  await until(async () => (await operator.states(ticketId))[0] === 'sent');
  const [sent, ...others] = sentTo(contact.waId);
  expect(others).toEqual([]);
  expect(sent?.body).toMatchObject({
    type: 'text',
    text: { body: 'Petugas berangkat.' },
    context: { message_id: message },
  });

  // Sent again after a lost answer, it is the same answer.
  const again = await operator.replyTo(ticketId, body);
  expect(again.replies).toEqual(answer.replies);
  expect(again.version).toBe(answer.version);

  const id = sent?.id ?? '';
  await citizen.tells({ id, status: 'read' });
  expect(await operator.states(ticketId)).toEqual(['read']);
  await citizen.tells(
    { id, status: 'sent' },
    { id, status: 'delivered' },
    { id, status: 'failed', errors: [{ code: 131026, title: '' }] },
  );
  expect(await operator.states(ticketId)).toEqual(['read']);
  expect(sentTo(contact.waId)).toHaveLength(1);

  // The history says that somebody answered; the words are nowhere but in the conversation.
  const told = JSON.stringify((await operator.detail(ticketId)).history);
  expect(told).toContain('ticket.replied');
  expect(told).not.toContain('Petugas');
});

test('two answers to one person go out in their order, six seconds apart', async () => {
  const { contact, ticketId } = await somebodyWrites();
  await operator.replyTo(ticketId, { text: 'Satu.' });
  await operator.replyTo(ticketId, { text: 'Dua.' });
  await until(() => sentTo(contact.waId).length === 2);
  expect(sentTo(contact.waId).map(({ body }) => body.text?.body)).toEqual(['Satu.', 'Dua.']);
  const rows = await server.db
    .selectFrom('reply')
    .select('attempted_at')
    .where('send_to', '=', contact.waId)
    .orderBy('created_at')
    .execute();
  const [first = 0, second = 0] = rows.map((row) => row.attempted_at?.getTime());
  expect(second - first).toBeGreaterThanOrEqual(6000);
});

test('asked too often it is tried again; refused for good it says why, and can be sent once more', async () => {
  const { contact, ticketId } = await somebodyWrites();
  graph.answerNext({ status: 429, code: 130429 }, { status: 500, code: 131000 });
  await operator.replyTo(ticketId, { text: 'Kami periksa.' });
  await until(async () => (await operator.states(ticketId))[0] === 'sent');
  expect(sentTo(contact.waId)).toHaveLength(1);

  const other = await somebodyWrites();
  graph.answerNext({ status: 400, code: 131026 });
  await operator.replyTo(other.ticketId, { text: 'Kami periksa.' });
  const failed = await until(async () =>
    (await operator.replies(other.ticketId)).replies.find(({ state }) => state === 'failed'),
  );
  expect(failed.failure).toMatchObject({ code: 'undeliverable' });
  expect(failed.failure?.detail).toContain('131026');
  const path = `/api/tickets/${other.ticketId}/replies/${failed.id}/retry`;
  expect((await operator.ask(path, {})).status).toBe(202);
  await until(async () => (await operator.states(other.ticketId))[0] === 'sent');
  expect(sentTo(other.contact.waId)).toHaveLength(1);

  // Who sent it again is known afterwards, by the ticket's number.
  const { number } = await operator.detail(other.ticketId);
  const { cookie } = await server.signIn('administrator');
  const audit = await fetch(`${server.url}/api/audit?kind=reply.retried`, { headers: { cookie } });
  const { entries } = (await audit.json()) as AuditAnswer;
  expect(entries).toMatchObject([{ subject: number, actor: { name: 'the operator' } }]);
  expect(JSON.stringify(entries)).not.toContain('Kami periksa');
});

test('each reporter of a ticket is answered in their own channel, once, and callers are named as left out', async () => {
  const { contact, ticketId } = await somebodyWrites('banjir di depan pasar');
  await citizen.writes(contact, { text: 'makin tinggi' });
  const third = await citizen.writes(contact, { text: 'tolong cepat' });
  const token = await server.token('channel');
  const app = await fetch(`${server.url}/channels/laksa/reports`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      text: 'banjir',
      reporter: { name: 'Ani', accountId: `a-${crypto.randomUUID()}` },
    }),
  });
  const { reportId, trackingCode } = (await app.json()) as { reportId: string; trackingCode: string };
  await until(async () => (await operator.detail(ticketId)).reports.length === 3);
  const appTicket = await until(async () => (await findTicketOf(reportId))?.ticket_id);
  const entered = await operator.ask('/api/tickets', { text: 'banjir', reporter: { phone: '0811999888' } });
  for (const id of [appTicket, (entered.body as { id: string }).id]) {
    const { version } = await operator.detail(id);
    expect((await operator.ask(`/api/tickets/${id}/merge`, { version, into: ticketId })).status).toBe(200);
  }
  const { recipients } = await operator.replies(ticketId);
  expect(recipients.map(({ channel, kind, obstacle }) => [channel, kind ?? obstacle]).toSorted()).toEqual([
    ['laksa', 'kept'],
    ['operator', 'by-phone'],
    ['whatsapp', 'text'],
  ]);
  const { leftOut, replies } = await operator.replyTo(ticketId, { text: 'Pompa sudah dikirim.' });
  expect(leftOut).toMatchObject([{ channel: 'operator', obstacle: 'by-phone' }]);
  expect(replies).toHaveLength(2);
  await until(() => sentTo(contact.waId).length === 1);
  expect(sentTo(contact.waId)[0]?.body.context).toEqual({ message_id: third });

  // The app asks, and only its own token is told.
  const fetchAs = async (bearer: string) =>
    fetch(`${server.url}/channels/laksa/reports/${trackingCode}`, {
      headers: { Authorization: `Bearer ${bearer}` },
    });
  expect((await fetchAs(await server.token('channel'))).status).toBe(404);
  expect(await (await fetchAs(token)).json()).toMatchObject({
    trackingCode,
    status: 'menunggu',
    answers: [{ text: 'Pompa sudah dikirim.' }],
  });
  const states = (await operator.replies(ticketId)).replies.map(({ channel, state }) => [channel, state]);
  expect(states).toContainEqual(['laksa', 'delivered']);

  // What was joined is taken out again with its answers.
  const { version } = await operator.detail(ticketId);
  expect(
    (await operator.ask(`/api/tickets/${ticketId}/split`, { version, ticketId: appTicket })).status,
  ).toBe(200);
  expect((await operator.replies(appTicket)).replies.map(({ channel }) => channel)).toEqual(['laksa']);
  expect((await operator.replies(ticketId)).replies.map(({ channel }) => channel)).toEqual(['whatsapp']);
});

function findTicketOf(reportId: string) {
  return server.db.selectFrom('report').select('ticket_id').where('id', '=', reportId).executeTakeFirst();
}

test('past twenty-four hours nobody is written to without a template, and the refusal says who and why', async () => {
  const { contact, ticketId } = await somebodyWrites('jalan rusak', { at: Date.now() - DAY_MS - 60_000 });
  const { version } = await operator.detail(ticketId);
  const refused = await operator.ask(`/api/tickets/${ticketId}/reply`, { version, text: 'Sudah selesai.' });
  expect(refused).toMatchObject({
    status: 409,
    body: { type: '/problems/unanswerable', leftOut: [{ channel: 'whatsapp', obstacle: 'window-closed' }] },
  });
  expect((await operator.detail(ticketId)).version).toBe(version);
  expect(await operator.states(ticketId)).toEqual([]);
  expect(sentTo(contact.waId)).toEqual([]);

  await startAnew({ WHATSAPP_TEMPLATE_NAME: 'kabar_laporan' });
  await operator.replyTo(ticketId, { text: 'Sudah\nselesai.' });
  await until(() => sentTo(contact.waId).length === 1);
  const { number } = await operator.detail(ticketId);
  expect(sentTo(contact.waId)[0]?.body.template).toMatchObject({
    name: 'kabar_laporan',
    components: [{ parameters: [{ text: number }, { text: 'Sudah selesai.' }] }],
  });
});

test('an answer past twenty-four hours goes out with its template, also from a worker that has no such setting', async () => {
  const { contact, ticketId } = await somebodyWrites('jalan rusak', { at: Date.now() - DAY_MS - 60_000 });
  await startAnew({ ROLE: 'web', WHATSAPP_TEMPLATE_NAME: 'kabar_laporan' });
  const worker = await startTestServer({
    databaseUrl: database.url,
    settings: { ...settings(), ROLE: 'worker' },
  });
  await operator.replyTo(ticketId, { text: 'Sudah selesai.' });
  await until(() => sentTo(contact.waId).length === 1);
  expect(sentTo(contact.waId)[0]?.body.template).toMatchObject({ name: 'kabar_laporan' });
  await worker.close();
  await startAnew({});
});

test('what was committed and never sent goes out after all, once: the job was lost with the server', async () => {
  const { contact, ticketId } = await somebodyWrites();
  await startAnew({ ROLE: 'web' });
  await operator.replyTo(ticketId, { text: 'Kami datang.' });
  expect(sentTo(contact.waId)).toEqual([]);
  const [reply] = (await operator.replies(ticketId)).replies;
  const backend = await createQueueBackend({
    redisUrl: null,
    databaseUrl: database.url,
    log: createLog('silent'),
  });
  await backend.queue('replies').remove(`reply-${reply?.id}`);
  await backend.close();
  await startAnew({});
  await until(async () => (await operator.states(ticketId))[0] === 'sent');
  expect(sentTo(contact.waId)).toHaveLength(1);
});

test('a message whose answer was lost is not sent twice: its own status says that it was sent', async () => {
  const { contact, ticketId } = await somebodyWrites();
  graph.answerNext('lost');
  await operator.replyTo(ticketId, { text: 'Kami datang.' });
  const sent = await until(() => sentTo(contact.waId)[0]);
  expect(await operator.states(ticketId)).toEqual(['queued']);
  const callbackData = sent.body.biz_opaque_callback_data ?? '';
  await citizen.tells({ id: sent.id, status: 'delivered', callbackData });
  expect(await operator.states(ticketId)).toEqual(['delivered']);
  expect(sentTo(contact.waId)).toHaveLength(1);
});

test('a pin that was asked for joins the ticket, though it comes alone and hours later, and tells its place', async () => {
  const longAgo = Date.now() - 3 * 3_600_000;
  const { contact, ticketId } = await somebodyWrites('ada api besar, kebakaran', { at: longAgo });
  expect((await operator.detail(ticketId)).location).toBeNull();
  await operator.replyTo(ticketId, { ask: 'location' });
  const sent = await until(() => sentTo(contact.waId)[0]);
  expect(sent.body.interactive).toMatchObject({ type: 'location_request_message' });
  expect(sent.body.interactive?.body.text).toContain('pin');

  const pin = { lat: smallCity.centre.lat + 0.001, lng: smallCity.centre.lng };
  await citizen.writes(contact, pin, { quotes: sent.id });
  const located = await until(async () => {
    const ticket = await operator.detail(ticketId);
    return ticket.location ? ticket : undefined;
  });
  expect(located).toMatchObject({ reportCount: 2, location: pin, status: 'new' });

  // Without quoting, too; somebody who was asked nothing still opens a ticket of their own.
  const unquoted = await somebodyWrites('ada api besar, kebakaran', { at: longAgo });
  await operator.replyTo(unquoted.ticketId, { ask: 'location' });
  const late = { lat: smallCity.centre.lat - 0.03, lng: smallCity.centre.lng + 0.03 };
  await citizen.writes(unquoted.contact, late);
  await until(async () => (await operator.detail(unquoted.ticketId)).location?.lat === late.lat);
  const stranger = await citizen.writes(someContact(), late);
  expect(await operator.ticketOf(stranger)).not.toBe(unquoted.ticketId);
});

test('a pin is asked for in the language that the reporter’s app tells, and else in the city’s own', async () => {
  const token = await server.token('channel');
  const ask = async (language?: string) => {
    const reporter = { name: 'Ani', accountId: `a-${crypto.randomUUID()}`, language };
    const sent = await fetch(`${server.url}/channels/laksa/reports`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'jalan rusak', reporter }),
    });
    const { reportId } = (await sent.json()) as { reportId: string };
    const ticketId = await until(async () => (await findTicketOf(reportId))?.ticket_id);
    await operator.replyTo(ticketId, { ask: 'location' });
    return (await operator.replies(ticketId)).replies[0]?.text;
  };
  expect(await ask('en-AU')).toContain('Please send a location pin');
  expect(await ask()).toContain('Mohon kirim pin');
});
