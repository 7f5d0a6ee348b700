import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IssuedToken, TokenView } from '../../shared/wire/access.ts';
import { type AccessServer, postJson, startAccessServer } from '../support/access-server.ts';

let server: AccessServer;
let administrator: string;

beforeAll(async () => {
  server = await startAccessServer();
  administrator = await server.signIn((await server.addUser('administrator')).email);
});
afterAll(() => server.close());

const me = (token: string, scheme = 'Bearer') =>
  fetch(`${server.url}/api/me`, { headers: { authorization: `${scheme} ${token}` } });

async function issue(role: string, name: string): Promise<IssuedToken> {
  const response = await postJson(`${server.url}/api/tokens`, { role, name }, { cookie: administrator });
  expect(response.status).toBe(201);
  return (await response.json()) as IssuedToken;
}

async function list(): Promise<TokenView[]> {
  const response = await fetch(`${server.url}/api/tokens`, { headers: { cookie: administrator } });
  return ((await response.json()) as { tokens: TokenView[] }).tokens;
}

test('an issued token is told once, kept as a hash, and comes in as what it stands for', async () => {
  const issued = await issue('wall', 'Lobby');
  expect(issued.token).toMatch(/^lr_wall_[\w-]{43}$/);
  const answer = await me(issued.token);
  expect(await answer.json()).toEqual({
    id: issued.id,
    name: 'Lobby',
    email: null,
    role: 'wall',
    departmentCode: null,
  });
  expect((await me(issued.token, 'bearer')).status).toBe(200);
  const listed = (await list()).find(({ id }) => id === issued.id);
  expect(listed).toMatchObject({ role: 'wall', name: 'Lobby', revokedAt: null });
  expect(listed?.lastUsedAt).not.toBeNull();
  expect(JSON.stringify(listed)).not.toContain(issued.token);
  const kept = await server.db.selectFrom('access_token').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(issued.token);
  expect(kept.find(({ id }) => id === issued.id)?.token_hash).toHaveLength(32);
});

test('a revoked token is nobody at once here, and within five seconds on another node', async () => {
  const other = await startAccessServer({ databaseUrl: server.databaseUrl });
  try {
    const { id, token } = await issue('channel', 'LAKSA');
    const there = () => fetch(`${other.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    expect((await me(token)).status).toBe(200);
    expect((await there()).status).toBe(200);
    const revoke = () =>
      fetch(`${server.url}/api/tokens/${id}`, { method: 'DELETE', headers: { cookie: administrator } });
    expect((await revoke()).status).toBe(204);
    expect((await me(token)).status).toBe(401);
    other.clock.advance(5001);
    expect((await there()).status).toBe(401);
    expect((await revoke()).status).toBe(204);
    expect((await list()).find((listed) => listed.id === id)?.revokedAt).not.toBeNull();
  } finally {
    await other.close();
  }
});

test('what is no token, or has one letter changed, is nobody', async () => {
  const { token } = await issue('wall', 'Lobby');
  const swapped = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const wrong of [
    swapped,
    token.slice(0, -1),
    `${token}A`,
    'lr_wall_',
    'x',
    'lr_wall_'.padEnd(5000, 'A'),
  ])
    expect((await me(wrong)).status).toBe(401);
  expect((await me(token, 'Basic')).status).toBe(401);
});

test('a token alone counts where a cookie is sent with it', async () => {
  const { token } = await issue('wall', 'Lobby');
  const both = await fetch(`${server.url}/api/tokens`, {
    headers: { cookie: administrator, authorization: `Bearer ${token}` },
  });
  expect(both.status).toBe(403);
  const broken = await fetch(`${server.url}/api/tokens`, {
    headers: { cookie: administrator, authorization: 'Bearer lr_wall_unknown' },
  });
  expect(broken.status).toBe(401);
});

test.each([
  [{ role: 'administrator', name: 'x' }, 'role'],
  [{ role: 'wall', name: ' ' }, 'name'],
])('a token that cannot be made is refused by field: %j', async (body, field) => {
  const response = await postJson(`${server.url}/api/tokens`, body, { cookie: administrator });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ field }] });
});

test('revoking what is not there is 404, and an id that is none 400', async () => {
  const remove = (id: string) =>
    fetch(`${server.url}/api/tokens/${id}`, { method: 'DELETE', headers: { cookie: administrator } });
  expect((await remove('0197a3c4-0000-7000-8000-000000000000')).status).toBe(404);
  expect((await remove('7')).status).toBe(400);
});

test('credentials of a socket stay good until their token or session ends', async () => {
  const { authenticate } = server.access;
  const { id, token } = await issue('wall', 'Hall');
  const { email } = await server.addUser('operator');
  const session = await server.signIn(email);
  const cookie = `theme=dark; ${session}`;
  server.clock.advance(60_000);
  expect(await authenticate({ token })).toMatchObject({ kind: 'token', role: 'wall' });
  expect(await authenticate({ cookie })).toMatchObject({ kind: 'user', role: 'operator' });

  await fetch(`${server.url}/api/tokens/${id}`, { method: 'DELETE', headers: { cookie: administrator } });
  await fetch(`${server.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie: session } });
  expect(await authenticate({ token })).toBeNull();
  expect(await authenticate({ cookie })).toBeNull();
  expect(await authenticate({})).toBeNull();
  expect(await authenticate({ token: 'nonsense', cookie: administrator })).toBeNull();
});

test('a role that has changed is seen within five seconds', async () => {
  const { id, email } = await server.addUser('supervisor');
  const cookie = await server.signIn(email);
  expect(await server.access.authenticate({ cookie })).toMatchObject({ role: 'supervisor' });
  await server.db.updateTable('app_user').set({ role: 'operator' }).where('id', '=', id).execute();
  server.clock.advance(5001);
  expect(await server.access.authenticate({ cookie })).toMatchObject({ role: 'operator' });
});
