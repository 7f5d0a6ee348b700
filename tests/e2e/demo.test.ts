import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiClient } from '../../scripts/simulate/api-client.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { findFreePort } from '../support/free-port.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

const ROOT = join(import.meta.dirname, '../..');
const running = new Set<ChildProcess>();
let folder: Awaited<ReturnType<typeof makeTempFolder>>;
let port: number;

beforeAll(async () => {
  folder = await makeTempFolder();
  port = await findFreePort();
});

afterAll(async () => {
  for (const child of running) child.kill('SIGINT');
  await Promise.all([...running].map((child) => once(child, 'exit')));
  // As root, where PostgreSQL's user cannot reach the folder, the data lies elsewhere.
  const elsewhere = await readFile(join(folder.path, 'postgres.location'), 'utf8').catch(() => '');
  if (elsewhere.trim() !== '') await rm(elsewhere.trim(), { recursive: true, force: true });
  await folder.remove();
});

type Demo = { child: ChildProcess; url: string; output: () => string };

async function startDemo(): Promise<Demo> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/demo.ts')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder.path, DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  const collect = (part: Buffer) => {
    text += part.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const died = once(child, 'exit').then(() => {
    throw new Error(`the demo ended before it was ready:\n${text}`);
  });
  const line = until(() => /^ready (http:\/\/\S+)$/m.exec(text), {
    timeoutMs: 40_000,
    what: 'the ready line',
  });
  // Whichever of the two comes second is nobody's concern.
  line.catch(() => undefined);
  died.catch(() => undefined);
  const ready = await Promise.race([line, died]);
  return { child, url: ready[1] ?? '', output: () => text };
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = await exited;
  return code as number | null;
}

/** As the operator of the demo, whose account its sign-in page shows. */
async function tickets(url: string): Promise<LiveTicket[]> {
  const account = { email: 'operator@demo.example', password: 'ruang-kendali-112', departmentCode: null };
  return createApiClient({ url, account }).unfinishedTickets(500);
}

test('the demo fills the wall within seconds, survives kill -9, and Ctrl-C ends all of it', async () => {
  const first = await startDemo();
  const early = await until(
    async () => {
      const found = await tickets(first.url);
      return found.length >= 20 && found;
    },
    { timeoutMs: 30_000, what: 'twenty tickets', everyMs: 500 },
  );
  expect(new Set(early.map(({ category }) => category)).size).toBeGreaterThan(5);
  await until(() => /\/wall\?token=lr_wall_/.test(first.output()), { what: 'the wall’s link' });
  await endOf(first.child, 'SIGKILL');

  const second = await startDemo();
  const numbers = (await tickets(second.url)).map(({ number }) => number);
  expect(numbers).toEqual(expect.arrayContaining(early.slice(-5).map(({ number }) => number)));
  expect(await endOf(second.child, 'SIGINT')).toBe(0);
  await expect(fetch(`${second.url}/healthz`)).rejects.toThrow();
}, 120_000);
