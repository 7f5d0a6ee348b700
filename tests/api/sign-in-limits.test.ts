import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AccessServer, PASSWORD, postJson, startAccessServer } from '../support/access-server.ts';

const signInLimits = {
  emailFromIp: { points: 3, durationS: 60 },
  email: { points: 100, durationS: 60 },
  ip: { points: 6, durationS: 60 },
};

let node: AccessServer;
let otherNode: AccessServer;

beforeEach(async () => {
  node = await startAccessServer({ signInLimits });
  otherNode = await startAccessServer({ signInLimits, databaseUrl: node.databaseUrl });
});
afterEach(async () => {
  await otherNode.close();
  await node.close();
});

const attempt = ({ url }: AccessServer, email: string, password = 'salah-sama-sekali') =>
  postJson(`${url}/api/auth/sign-in`, { email, password });

const statusesOf = async (...attempts: Promise<Response>[]) =>
  (await Promise.all(attempts)).map(({ status }) => status).sort();

test('too many wrong passwords stop further ones on every node, right or wrong, known email or not', async () => {
  const { email } = await node.addUser('operator');
  for (const address of [email, 'nobody@kota.example']) {
    const wrong = [attempt(node, address), attempt(otherNode, address), attempt(node, address)];
    expect(await statusesOf(...wrong)).toEqual([401, 401, 401]);
  }
  for (const server of [node, otherNode]) {
    const refused = await attempt(server, email.toUpperCase(), PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ type: '/problems/too-many' });
    expect((await attempt(server, 'nobody@kota.example')).status).toBe(429);
  }
});

test('attempts made at the same time are counted before their passwords are looked at', async () => {
  const { email } = await node.addUser('operator');
  const burst = Array.from({ length: 6 }, () => attempt(node, email));
  expect(await statusesOf(...burst)).toEqual([401, 401, 401, 429, 429, 429]);
});

test('a place that fails at many accounts is stopped for all of them', async () => {
  for (let index = 0; index < 6; index += 1)
    expect((await attempt(node, `guess-${index}@kota.example`)).status).toBe(401);
  expect((await attempt(node, 'guess-7@kota.example')).status).toBe(429);
});

test('signing in forgives the mistakes before it and counts for nothing itself', async () => {
  const { email } = await node.addUser('operator');
  for (let round = 0; round < 3; round += 1) {
    expect((await attempt(node, email)).status).toBe(401);
    for (let again = 0; again < 3; again += 1)
      expect((await attempt(node, email, PASSWORD)).status).toBe(200);
  }
});
