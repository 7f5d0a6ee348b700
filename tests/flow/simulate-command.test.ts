import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCityPack } from '../../shared/city/packs.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/simulate.ts');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ pack: loadCityPack('tangerang') });
});
afterAll(() => server.close());

async function simulate(args: string[], settings: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, DATA_DIR: server.dataDir, ...settings };
  const child = spawn(process.execPath, [SCRIPT, '--url', server.url, ...args], { env });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    output += part.toString();
  });
  const [code] = await once(child, 'exit');
  return { code: code as number | null, output };
}

const doors = () => ({ WHATSAPP_APP_SECRET: 'test-app-secret', DATABASE_URL: server.databaseUrl });

test('every door takes what the city sends, with a token made for the time being', async () => {
  for (const scenario of ['normal', 'flood', 'prank']) {
    const { code, output } = await simulate(
      ['--scenario', scenario, '--rate', '20', '--seconds', '2'],
      doors(),
    );
    expect(output).toMatch(/^total +\d+ +\d+ +\d+ +0 +0$/m);
    expect(code).toBe(0);
  }
  const rows = await server.db.selectFrom('report').select('channel').distinct().execute();
  expect(rows.map(({ channel }) => channel).toSorted()).toEqual(['112', 'laksa', 'sensor', 'whatsapp']);
  const tokens = await server.db.selectFrom('access_token').select(['name', 'revoked_at']).execute();
  expect(tokens.map(({ name }) => name)).toEqual(['simulate', 'simulate', 'simulate']);
  expect(tokens.every(({ revoked_at }) => revoked_at !== null)).toBe(true);
});

test('without what opens the doors it says what is missing, and fails', async () => {
  const { code, output } = await simulate(['--rate', '20', '--seconds', '1']);
  expect(output).toContain('No channel token (--token or CHANNEL_TOKEN)');
  expect(output).toContain('No app secret (--whatsapp-secret or WHATSAPP_APP_SECRET)');
  expect(output).toContain('whatsapp refused at last: 401');
  expect(code).toBe(1);
});

test('all faults of the command line are named at once', async () => {
  const { code, output } = await simulate(['--scenario', 'calm', '--rate', 'many']);
  expect(output).toContain('--scenario:');
  expect(output).toContain('--rate:');
  expect(code).toBe(2);
});
