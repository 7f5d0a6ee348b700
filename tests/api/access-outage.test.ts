import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessServer, PASSWORD, postJson, startAccessServer } from '../support/access-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startRelay } from '../support/relay.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let relay: Awaited<ReturnType<typeof startRelay>>;
let server: AccessServer;

beforeAll(async () => {
  database = await createTestDatabase();
  relay = await startRelay(database.url);
  server = await startAccessServer({ databaseUrl: relay.url });
});
afterAll(async () => {
  await server.close();
  await relay.close();
  await database.drop();
});

/** Brings the database back and waits until the pool has noticed. */
async function recover(): Promise<void> {
  relay.up();
  await until(() => server.db.selectFrom('setting').select('name').execute());
}

test('while the database is away nobody is sent away: the answer is 503, and all goes on when it is back', async () => {
  const { email } = await server.addUser('operator');
  const cookie = await server.signIn(email);
  const { token } = await server.addToken('wall');
  const requests = {
    session: () => fetch(`${server.url}/api/me`, { headers: { cookie } }),
    token: () => fetch(`${server.url}/api/me`, { headers: { authorization: `Bearer ${token}` } }),
    'sign-in': () => postJson(`${server.url}/api/auth/sign-in`, { email, password: PASSWORD }),
    'sign-out': () => fetch(`${server.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie } }),
  };
  server.clock.advance(60_000);
  relay.down();
  for (const [name, request] of Object.entries(requests)) {
    const started = performance.now();
    const response = await request();
    expect({ name, status: response.status, cookies: response.headers.getSetCookie() }).toEqual({
      name,
      status: 503,
      cookies: [],
    });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2000);
  }
  await expect(server.access.authenticate({ cookie })).rejects.toThrow();
  await expect(server.access.authenticate({ token })).rejects.toThrow();
  await recover();
  for (const request of [requests.session, requests.token]) expect((await request()).status).toBe(200);
});

test('a sign-out that the database did not hear of is not called done', async () => {
  const { email } = await server.addUser('supervisor');
  const cookie = await server.signIn(email);
  const me = () => fetch(`${server.url}/api/me`, { headers: { cookie } });
  const signOut = () => fetch(`${server.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie } });
  expect((await me()).status).toBe(200);
  relay.down();
  expect((await signOut()).status).toBe(503);
  await recover();
  expect((await me()).status).toBe(200);
  expect((await signOut()).status).toBe(204);
  expect((await me()).status).toBe(401);
});
