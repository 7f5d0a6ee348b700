import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disableUser, setPassword } from '../../server/access/accounts.ts';
import { authSettings } from '../../server/access/auth.ts';
import { createLog } from '../../server/platform/log.ts';
import { type AccessServer, PASSWORD, postJson, startAccessServer } from '../support/access-server.ts';

let server: AccessServer;

beforeAll(async () => {
  server = await startAccessServer();
});
afterAll(() => server.close());

const me = (cookie: string) => fetch(`${server.url}/api/me`, { headers: { cookie } });

describe('signing in', () => {
  test('the right password opens a session that httpOnly, SameSite=Lax cookies carry', async () => {
    const { id, email } = await server.addUser('responder');
    const response = await postJson(`${server.url}/api/auth/sign-in`, {
      email: email.toUpperCase(),
      password: PASSWORD,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const user = { id, name: 'responder', email, role: 'responder', departmentCode: 'JALAN' };
    expect(await response.json()).toEqual({ user });
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^live-room\.session_token=/);
    expect(cookies[0]).toMatch(/; HttpOnly/i);
    expect(cookies[0]).toMatch(/; SameSite=Lax/i);
    expect(cookies[0]).not.toMatch(/; Secure/i);
    const answer = await me(cookies[0]?.split(';')[0] ?? '');
    expect(await answer.json()).toEqual(user);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('a server that people reach by HTTPS marks its cookie Secure', async () => {
    const secure = await startAccessServer({ publicUrl: 'https://ruang.kota.example' });
    try {
      const { email } = await secure.addUser('operator');
      const response = await postJson(`${secure.url}/api/auth/sign-in`, { email, password: PASSWORD });
      expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-live-room\.session_token=.*; Secure/i);
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      expect((await fetch(`${secure.url}/api/me`, { headers: { cookie } })).status).toBe(200);
    } finally {
      await secure.close();
    }
  });

  test('signing out ends the session, and takes the cookie away', async () => {
    const { email } = await server.addUser('operator', 'leaves@kota.example');
    const cookie = await server.signIn(email);
    expect((await me(cookie)).status).toBe(200);
    const response = await fetch(`${server.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie } });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/session_token=;.*Max-Age=0/i);
    expect((await me(cookie)).status).toBe(401);
    expect((await fetch(`${server.url}/api/auth/sign-out`, { method: 'POST' })).status).toBe(204);
  });

  test('a cookie that was tampered with is nobody', async () => {
    const { email } = await server.addUser('operator', 'tampered@kota.example');
    const cookie = await server.signIn(email);
    expect((await me(cookie.replace(/=(.)/, (_, first) => (first === 'x' ? '=y' : '=x')))).status).toBe(401);
    expect((await me(cookie.replace(/%3D$|.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(401);
    expect((await me('live-room.session_token=x')).status).toBe(401);
  });

  test('a closed account signs in no more, and its sessions end', async () => {
    const { id, email } = await server.addUser('operator', 'closed@kota.example');
    const cookie = await server.signIn(email);
    await disableUser(server, id);
    server.clock.advance(5001);
    expect((await me(cookie)).status).toBe(401);
    await expect(server.signIn(email)).rejects.toThrow('bad-credentials');
  });

  test('a new password ends the sessions of the old one', async () => {
    const { email } = await server.addUser('operator', 'changed@kota.example');
    const cookie = await server.signIn(email);
    await setPassword(server, { email, password: 'sembilan-layang-layang' });
    server.clock.advance(5001);
    expect((await me(cookie)).status).toBe(401);
    await expect(server.signIn(email)).rejects.toThrow('bad-credentials');
    await server.signIn(email, 'sembilan-layang-layang');
  });

  test('nobody makes an account from outside', async () => {
    const body = { email: 'i@kota.example', password: PASSWORD, name: 'I' };
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-up', '/api/users'])
      expect([404, 401]).toContain((await postJson(server.url + path, body)).status);
  });

  test.each([
    [{}, ['email', 'password']],
    [{ email: 'no address', password: 'x' }, ['email']],
    [{ email: 'a@kota.example', password: { $ne: '' } }, ['password']],
  ])('what cannot be read is named: %j', async (body, fields) => {
    const response = await postJson(`${server.url}/api/auth/sign-in`, body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(fields);
  });
});

describe('no account can be told from none', () => {
  test('an unknown email, a wrong password and a closed account get the same answer', async () => {
    const { email } = await server.addUser('operator', 'known@kota.example');
    const closed = await server.addUser('operator', 'closed-too@kota.example');
    await disableUser(server, closed.id);
    const attempts = [
      { email, password: 'salah-sama-sekali' },
      { email: 'unknown@kota.example', password: 'salah-sama-sekali' },
      { email: closed.email, password: PASSWORD },
    ];
    const answers = await Promise.all(
      attempts.map(async (body) => {
        const response = await postJson(`${server.url}/api/auth/sign-in`, body);
        const headers = [...response.headers.keys()].sort();
        return { status: response.status, headers, body: await response.json() };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, body: { type: '/problems/bad-credentials' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('an unknown email takes as long as a wrong password', async () => {
    const { email } = await server.addUser('operator', 'timed@kota.example');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      known.push(await timeOf(email));
      unknown.push(await timeOf('timeless@kota.example'));
    }
    // Hashing a password is what takes long; without it the answer would come in a tenth of the time.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5);
    expect(Math.min(...known)).toBeGreaterThan(Math.min(...unknown) * 0.5);
  });

  async function timeOf(email: string): Promise<number> {
    const start = performance.now();
    const response = await postJson(`${server.url}/api/auth/sign-in`, {
      email,
      password: 'salah-sama-sekali',
    });
    expect(response.status).toBe(401);
    return performance.now() - start;
  }
});

test('the migrations have made what better-auth expects', async () => {
  const log = createLog('silent');
  const settings = authSettings({ db: server.db, secret: 'x'.repeat(40), publicUrl: null, log });
  const plan = await getMigrations(settings);
  expect({ created: plan.toBeCreated, added: plan.toBeAdded, problems: plan.schemaProblems }).toEqual({
    created: [],
    added: [],
    problems: [],
  });
});
