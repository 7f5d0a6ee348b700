import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulatedOperator } from '../../scripts/demo/accounts.ts';
import { prepareDemo } from '../../scripts/demo/prepare.ts';
import { createUser } from '../../server/access/accounts.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { silentLog } from '../support/silent-log.ts';

const demo = { ...simulatedOperator(), email: 'operator@demo.example' };

let first: TestServer;
beforeAll(async () => {
  first = await startTestServer({ settings: { DEMO_ACCOUNTS: JSON.stringify([demo]) } });
  await createUser({ db: first.db, departmentCodes: [] }, demo);
});
afterAll(() => first.close());

const signIn = async (server: TestServer) => {
  const { email, password } = demo;
  const response = await fetch(`${server.url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return { status: response.status, cookie: response.headers.get('set-cookie') ?? '' };
};

test("a server that is no demo closes the demo's accounts; the next demo opens them again", async () => {
  const { status, cookie } = await signIn(first);
  expect(status).toBe(200);
  const { databaseUrl, pack, dataDir, url } = first;

  const own = await startTestServer({ databaseUrl });
  expect((await signIn(own)).status).toBe(401);
  expect((await fetch(`${own.url}/api/me`, { headers: { cookie } })).status).toBe(401);
  const citys = await own.signIn('operator');
  expect((await fetch(`${own.url}/api/me`, { headers: { cookie: citys.cookie } })).status).toBe(200);
  await own.close();

  await prepareDemo({ databaseUrl, dataDir, url, pack, accounts: [demo], log: silentLog });
  expect((await signIn(first)).status).toBe(200);
});
