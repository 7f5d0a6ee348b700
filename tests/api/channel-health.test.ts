import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HealthView } from '../../shared/wire/api.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ settings: { WHATSAPP_APP_SECRET: '', WHATSAPP_VERIFY_TOKEN: '' } });
});
afterAll(() => server.close());

async function channels(): Promise<HealthView['channels']> {
  const { cookie } = await server.signIn('supervisor');
  const response = await fetch(`${server.url}/api/health`, { headers: { cookie } });
  return ((await response.json()) as HealthView).channels;
}

test('a channel without its settings is off and says which are missing', async () => {
  expect(await channels()).toContainEqual({
    channel: 'whatsapp',
    state: 'off',
    remarks: [
      { code: 'not-set', value: 'WHATSAPP_APP_SECRET' },
      { code: 'not-set', value: 'WHATSAPP_VERIFY_TOKEN' },
    ],
  });
  const door = await fetch(`${server.url}/channels/whatsapp`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  expect(door.status).toBe(503);
});

test('the doors that want a token are on once there is one', async () => {
  const laksa = async () => (await channels()).find(({ channel }) => channel === 'laksa');
  expect(await laksa()).toMatchObject({ state: 'off', remarks: [{ code: 'no-token' }] });
  await server.token('channel');
  expect(await laksa()).toMatchObject({ state: 'on', remarks: [{ code: 'tokens', value: '1' }] });
});
