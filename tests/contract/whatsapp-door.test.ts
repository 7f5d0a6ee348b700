import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_SECRET, type Doors, startDoors, VERIFY_TOKEN } from '../support/doors.ts';
import { postWebhook, textMessage, webhook } from '../support/whatsapp.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await startDoors();
});
afterAll(() => doors.close());

const reportsOf = (prefix: string) =>
  doors.db
    .selectFrom('report')
    .selectAll()
    .where('external_id', 'like', `${prefix}%`)
    .orderBy('external_id')
    .execute();

test('answers the challenge to the right verify token alone', async () => {
  const ask = (token: string) =>
    fetch(
      `${doors.url}/channels/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`,
    );
  const right = await ask(VERIFY_TOKEN);
  expect([right.status, await right.text()]).toEqual([200, '1158201444']);
  const wrong = await ask('guess');
  expect(wrong.status).toBe(403);
  const nested = await fetch(
    `${doors.url}/channels/whatsapp?hub[mode]=subscribe&hub[challenge]=7&hub[verify_token]=${VERIFY_TOKEN}`,
  );
  expect([nested.status, await nested.text()]).toEqual([200, '7']);
});

test('refuses what says that it is no JSON, signed or not', async () => {
  const body = JSON.stringify(webhook({}));
  const signature = `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
  const send = (type: string) =>
    doors.post('/channels/whatsapp', body, { 'content-type': type, 'x-hub-signature-256': signature });
  expect((await send('text/plain')).status).toBe(415);
  expect((await send('application/json; charset=utf-8')).status).toBe(200);
});

test('takes the bytes that Meta signed, and refuses the same text written otherwise', async () => {
  const body = String.raw`{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"type":"text","text":{"body":"Banjir \u2614 di Ciledug"}}]}}]}]}`;
  const signature = 'sha256=536eda1029b6aa4a1a92eadf52e386c745e4c28181f0721d48a00fb05e8c32f0';
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  expect((await doors.post('/channels/whatsapp', body, headers)).status).toBe(200);
  const other = body.replace(String.raw`\u2614`, '☔');
  const refused = await doors.post('/channels/whatsapp', other, headers);
  expect(refused.status).toBe(401);
  expect(refused.headers.get('content-type')).toMatch('application/problem+json');
  expect(await refused.json()).toMatchObject({ type: '/problems/bad-signature', status: 401 });
  expect((await doors.post('/channels/whatsapp', body, {})).status).toBe(401);
  const kept = await doors.db
    .selectFrom('report')
    .select('text')
    .where('text', 'like', 'Banjir ☔%')
    .execute();
  expect(kept).toEqual([{ text: 'Banjir ☔ di Ciledug' }]);
});

test('keeps every message of every change of every entry, with its sender', async () => {
  const contacts = [
    { profile: { name: 'Budi' }, wa_id: '628111', user_id: 'ID.1502' },
    { profile: { name: 'Sari' }, user_id: 'ID.77' },
  ];
  const one = { ...textMessage('wamid.every.1', 'satu'), from_user_id: 'ID.1502' };
  const two = {
    id: 'wamid.every.2',
    timestamp: '1779000001',
    type: 'text',
    text: { body: 'dua' },
    from_user_id: 'ID.77',
  };
  const body = webhook({ contacts, messages: [one, two] });
  const more = webhook({ messages: [textMessage('wamid.every.3', 'tiga', '628333')] });
  const both = { ...body, entry: [...(body.entry as unknown[]), ...(more.entry as unknown[])] };
  expect((await postWebhook(doors, both)).status).toBe(200);
  const rows = await reportsOf('wamid.every');
  expect(rows.map(({ text, reporter }) => ({ text, reporter }))).toEqual([
    { text: 'satu', reporter: { name: 'Budi', phone: '+628111', accountId: 'ID.1502' } },
    { text: 'dua', reporter: { name: 'Sari', accountId: 'ID.77' } },
    { text: 'tiga', reporter: { phone: '+628333', accountId: '628333' } },
  ]);
  expect(rows[0]?.occurred_at.toISOString()).toBe(new Date(1_779_000_000_000).toISOString());
  expect(doors.queued.filter(({ id }) => rows.some((row) => row.id === id))).toHaveLength(3);
});

test('takes the same message once, however often it is sent', async () => {
  const body = webhook({ messages: [textMessage('wamid.again', 'sekali')] });
  const before = doors.queued.length;
  const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await postWebhook(doors, body)).status));
  expect(statuses).toEqual([200, 200, 200, 200]);
  expect(await reportsOf('wamid.again')).toHaveLength(1);
  expect(doors.queued.length - before).toBe(1);
});

test('keeps what surrounds a message that cannot be understood, and the message itself', async () => {
  const messages = [
    textMessage('wamid.odd.1', 'baik'),
    { id: 'wamid.odd.2', timestamp: {}, type: 'text', text: 'no object', from: 7 },
    'not even an object',
    { type: 'location', location: { latitude: 'x' }, from: '628999' },
    { id: 'wamid.odd.3', type: '__proto__', errors: [{ code: 131051 }] },
    textMessage('wamid.odd.4', 'nul \u0000 dan \ud800 sendirian'),
  ];
  expect((await postWebhook(doors, webhook({ messages }))).status).toBe(200);
  const rows = await reportsOf('wamid.odd');
  expect(rows.map(({ text }) => text)).toEqual(['baik', '', '', 'nul \ufffd dan \ufffd sendirian']);
  expect(await reportsOf('sha256:')).not.toHaveLength(0);
});

test('keeps statuses and account errors, and sets our own echoes aside', async () => {
  const status = { id: 'wamid.out', status: 'delivered', timestamp: '1779000000', recipient_id: '628111' };
  expect(
    (await postWebhook(doors, webhook({ statuses: [status, { ...status, status: 'read' }] }))).status,
  ).toBe(200);
  expect((await postWebhook(doors, webhook({ statuses: [status] }))).status).toBe(200);
  expect(await doors.db.selectFrom('message_status').select('status').orderBy('status').execute()).toEqual([
    { status: 'delivered' },
    { status: 'read' },
  ]);
  expect((await postWebhook(doors, webhook({ errors: [{ code: 130429 }] }))).status).toBe(200);
  const echoes = [textMessage('wamid.echo', 'dari kami sendiri', '62215550000')];
  const before = doors.queued.length;
  expect((await postWebhook(doors, webhook({ message_echoes: echoes }, 'smb_message_echoes'))).status).toBe(
    200,
  );
  expect(await reportsOf('wamid.echo')).toMatchObject([{ state: 'set_aside', reason: 'echo' }]);
  expect(doors.queued.length).toBe(before);
});

test('names what cannot be read', async () => {
  const response = await postWebhook(doors, { object: 'page', entry: 'none' });
  expect(response.status).toBe(400);
  const problem = (await response.json()) as { errors: { field: string }[] };
  expect(problem.errors.map(({ field }) => field)).toEqual(['object', 'entry']);
});

test('refuses more than three megabytes, and nothing less', async () => {
  const padded = (size: number) => ({ ...webhook({ messages: [] }), padding: 'x'.repeat(size) });
  expect((await postWebhook(doors, padded(3 * 1024 * 1024))).status).toBe(413);
  expect((await postWebhook(doors, padded(2.9 * 1024 * 1024))).status).toBe(200);
});

test('refuses a flood only when nobody else would have to wait for it', async () => {
  const flood = (from: string, count: number, name: string) =>
    webhook({
      messages: Array.from({ length: count }, (_, index) => textMessage(`wamid.${name}.${index}`, 'x', from)),
    });
  expect((await postWebhook(doors, flood('62810', 60, 'flood.a'))).status).toBe(200);
  const refused = await postWebhook(doors, flood('62810', 2, 'flood.b'));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const mixed = webhook({
    messages: [textMessage('wamid.flood.c', 'x', '62810'), textMessage('wamid.flood.d', 'y', '62811')],
  });
  expect((await postWebhook(doors, mixed)).status).toBe(200);
  expect(await reportsOf('wamid.flood.c')).toHaveLength(1);
  doors.clock.advance(60_000);
  expect((await postWebhook(doors, flood('62810', 2, 'flood.b'))).status).toBe(200);
});
