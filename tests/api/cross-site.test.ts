import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessServer, PASSWORD, startAccessServer } from '../support/access-server.ts';

const PUBLIC_URL = 'http://ruang.kota.example';
let server: AccessServer;
let cookie: string;

beforeAll(async () => {
  server = await startAccessServer({ publicUrl: PUBLIC_URL });
  cookie = await server.signIn((await server.addUser('administrator')).email);
});
afterAll(() => server.close());

/** Plain node:http, since fetch does not let a caller say where a request comes from. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
    });
    sent.on('error', reject).on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.end(body && JSON.stringify(body));
  });
}

const makeToken = (headers: Record<string, string>) =>
  send('POST', '/api/tokens', { cookie, ...headers }, { role: 'wall', name: 'x' });

describe('a page of another site', () => {
  test.each([
    ['says so', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['is a sister site', { 'sec-fetch-site': 'same-site', origin: 'http://other.kota.example' }],
    ['comes by plain HTTP, with an Origin alone', { origin: 'http://evil.example' }],
    ['hides where it comes from', { origin: 'null' }],
    ['has our name within its own', { origin: `${PUBLIC_URL}.evil.example` }],
    ['has our host at another port', { origin: 'http://ruang.kota.example:8081' }],
  ])('that %s can change nothing with our cookie', async (_what, headers) => {
    expect(await makeToken(headers)).toBe(403);
    expect(await send('POST', '/api/auth/sign-out', { cookie, ...headers })).toBe(403);
    expect(await send('GET', '/api/tokens', { cookie, ...headers })).toBe(200);
  });

  test('cannot sign anyone in', async () => {
    const body = { email: 'administrator@kota.example', password: PASSWORD };
    expect(await send('POST', '/api/auth/sign-in', { origin: 'http://evil.example' }, body)).toBe(403);
  });

  test('cannot send a form that passes for JSON', async () => {
    expect(await makeToken({ 'content-type': 'text/plain' })).toBe(400);
  });
});

describe('our own pages and scripts', () => {
  test.each([
    ['a browser on HTTPS or localhost', { 'sec-fetch-site': 'same-origin', origin: 'http://whatever' }],
    ['a browser at the public address', { origin: PUBLIC_URL }],
    [
      'a browser at the public address behind a proxy that confuses it',
      { origin: PUBLIC_URL, 'sec-fetch-site': 'cross-site' },
    ],
    ['a script', {}],
  ])('%s may', async (_what, headers) => {
    expect(await makeToken(headers)).toBe(201);
  });

  test('a browser at the address it asked for may', async () => {
    expect(await makeToken({ origin: server.url })).toBe(201);
  });

  test('a token may from anywhere: no browser adds it by itself', async () => {
    const { token } = await server.addToken('wall');
    const headers = { authorization: `Bearer ${token}`, origin: 'http://evil.example' };
    // 403 of the policy would hide the difference: without the policy's say this route answers 404.
    expect(await send('POST', '/api/nothing-here', headers)).toBe(404);
    expect(await send('POST', '/api/nothing-here', { origin: 'http://evil.example' })).toBe(403);
  });
});
