import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PasswordLink, UserView } from '../../shared/wire/access.ts';
import type { AuditAnswer, AuditEntry } from '../../shared/wire/audit.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { openClient } from '../support/live.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../support/server.ts';

let server: TestServer;
/** Another web node on the same database. */
let other: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer({ settings: { ROLE: 'web' } });
  other = await startTestServer({ databaseUrl: server.databaseUrl, settings: { ROLE: 'web' } });
  cookie = (await server.signIn('administrator')).cookie;
});
afterAll(async () => {
  await other.close();
  await server.close();
});

function send(path: string, body?: unknown, as = cookie, node = server): Promise<Response> {
  return fetch(node.url + path, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { cookie: as, 'content-type': 'application/json' },
  });
}

async function answer<T>(path: string, body?: unknown, as = cookie): Promise<T> {
  const response = await send(path, body, as);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const search = (query: Record<string, string> = {}) =>
  answer<AuditAnswer>(`/api/audit?${new URLSearchParams(query)}`);
const said = (entries: AuditEntry[]) => entries.map(({ kind, subject }) => `${kind} ${subject}`);

async function idOf(email: string): Promise<string> {
  const { users } = await answer<{ users: UserView[] }>('/api/users');
  return users.find((user) => user.email === email)?.id ?? '';
}

test('an account is made without a password; its person chooses one by a link, once', async () => {
  const made = await answer<UserView & { passwordLink: PasswordLink }>('/api/users', {
    email: 'baru@kota.example',
    role: 'operator',
    name: 'Baru',
  });
  const token = made.passwordLink.path.split('#')[1];
  expect((await send('/api/auth/set-password', { token, password: 'pendek' }, '')).status).toBe(400);
  expect((await send('/api/auth/set-password', { token, password: TEST_PASSWORD }, '')).status).toBe(200);
  expect((await send('/api/auth/set-password', { token, password: TEST_PASSWORD }, '')).status).toBe(404);
  const signIn = { email: 'baru@kota.example', password: TEST_PASSWORD };
  expect((await send('/api/auth/sign-in', signIn, '')).status).toBe(200);

  const link = await answer<PasswordLink>(`/api/users/${made.id}/reset-password`, {});
  expect((await send('/api/auth/sign-in', signIn, '')).status).toBe(401);
  expect(link.path).not.toBe(made.passwordLink.path);
  const { entries } = await search({ text: 'baru@kota' });
  expect(said(entries).toReversed()).toEqual([
    'account.created baru@kota.example',
    'account.password-set baru@kota.example',
    'sign-in.succeeded baru@kota.example',
    'account.password-reset baru@kota.example',
    'sign-in.failed baru@kota.example',
  ]);
  expect(JSON.stringify(entries)).not.toContain(TEST_PASSWORD);
  expect(entries[0]?.address).toMatch(/127\.0\.0\.1|::1/);
});

test('nobody closes or demotes themselves, nor the last administrator', async () => {
  const me = await answer<{ id: string }>('/api/me');
  expect((await send(`/api/users/${me.id}/disable`, {})).status).toBe(403);
  expect((await send(`/api/users/${me.id}/change`, { role: 'operator' })).status).toBe(403);
  const second = await server.signIn('administrator');
  const id = await idOf(second.email);
  expect((await send(`/api/users/${id}/change`, { role: 'supervisor' })).status).toBe(200);
  expect((await send('/api/users', undefined, second.cookie)).status).toBe(403);
});

test('two administrators who close each other at once: one of them stays', async () => {
  const [one, two] = [await server.signIn('administrator'), await server.signIn('administrator')];
  const me = await answer<{ id: string }>('/api/me');
  const [first, second] = [await idOf(one.email), await idOf(two.email)];
  const both = await Promise.all([
    send(`/api/users/${second}/disable`, {}, one.cookie),
    send(`/api/users/${first}/disable`, {}, two.cookie),
  ]);
  expect(both.map(({ status }) => status).toSorted()[0]).toBe(200);
  const { users } = await answer<{ users: UserView[] }>('/api/users');
  const open = users.filter(({ role, disabledAt }) => role === 'administrator' && disabledAt === null);
  expect(open.map(({ id }) => id)).toContain(me.id);
});

test('another role holds at once, for sessions and for sockets, on every node', async () => {
  const { cookie: theirs, email } = await server.signIn('operator');
  const client = openClient(other.url, undefined, { cookie: theirs });
  await client.sync(null);
  expect((await send('/api/calls', undefined, theirs, other)).status).toBe(200);
  const ended = new Promise((resolve) => client.socket.once('disconnect', resolve));
  const changed = await send(`/api/users/${await idOf(email)}/change`, {
    role: 'responder',
    departmentCode: 'JALAN',
  });
  expect(changed.status).toBe(200);
  await ended;
  expect((await send('/api/calls', undefined, theirs, other)).status).toBe(403);
  client.close();
});

test('sessions are ended on every node, and a closed account is opened again', async () => {
  const { cookie: theirs, email } = await server.signIn('operator');
  const id = await idOf(email);
  expect((await send(`/api/users/${id}/end-sessions`, {})).status).toBe(200);
  expect((await send('/api/me', undefined, theirs)).status).toBe(401);
  expect((await send(`/api/users/${id}/disable`, {})).status).toBe(200);
  expect((await send('/api/auth/sign-in', { email, password: TEST_PASSWORD }, '')).status).toBe(401);
  expect((await send(`/api/users/${id}/reopen`, {})).status).toBe(200);
  expect((await send('/api/auth/sign-in', { email, password: TEST_PASSWORD }, '')).status).toBe(200);
});

test('the list has what was done to tickets, without what was said in them', async () => {
  const operator = await server.signIn('operator');
  const ticket = await answer<LiveTicket>(
    '/api/tickets',
    { category: 'blaze', text: 'Bu Sari 08123456789 melihat api' },
    operator.cookie,
  );
  const note = { version: ticket.version, note: 'telepon Bu Sari 08123456789' };
  await answer(`/api/tickets/${ticket.id}/note`, note, operator.cookie);
  const { entries } = await search({ ticket: ticket.number.toLowerCase() });
  expect(said(entries)).toEqual([`ticket.noted ${ticket.number}`, `ticket.opened ${ticket.number}`]);
  expect(JSON.stringify(entries)).not.toMatch(/Sari|0812/);
  const { entries: theirs } = await search({ actor: entries[0]?.actor.id ?? '' });
  expect(said(theirs)).toEqual([...said(entries), `sign-in.succeeded ${operator.email}`]);
});

test('pages follow each other without a gap and without a repetition', async () => {
  const all = (await search({ limit: '200' })).entries.map(({ id }) => id);
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: AuditAnswer = await search({ limit: '3', ...(cursor && { cursor }) });
    paged.push(...page.entries.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(all);
  expect(all.length).toBeGreaterThan(10);
  expect((await send('/api/audit?cursor=nonsense')).status).toBe(400);
});

test('the list is found by kind and time, and taken away as CSV that no spreadsheet runs', async () => {
  await answer('/api/tokens', { role: 'wall', name: '=HYPERLINK("http://evil")' });
  const { entries } = await search({ kind: 'token.created' });
  expect(said(entries)).toEqual(['token.created =HYPERLINK("http://evil")']);
  expect((await search({ to: '2020-01-01T00:00:00Z' })).entries).toEqual([]);
  const csv = await (await send('/api/audit.csv?kind=token.created')).text();
  expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`);
  expect(said((await search({ kind: 'audit.exported' })).entries)).toEqual(['audit.exported ']);
});

test('nothing in the list can be changed or deleted', async () => {
  await expect(server.db.updateTable('audit_event').set({ kind: 'x' }).execute()).rejects.toThrow('never');
  await expect(server.db.deleteFrom('audit_event').execute()).rejects.toThrow('never');
});
