import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { isAlive, runSql, startEmbeddedChild } from '../support/embedded.ts';
import { silentLog } from '../support/silent-log.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

let folder: Awaited<ReturnType<typeof makeTempFolder>>;

beforeEach(async () => {
  folder = await makeTempFolder();
});
afterEach(() => folder.remove());

const start = () => startEmbeddedPostgres({ dataDir: folder.path, log: silentLog });
const remember = (url: string) => runSql(url, 'CREATE TABLE kept (n integer); INSERT INTO kept VALUES (7)');
const KEPT = [{ n: 7 }];
const recall = (url: string) => runSql(url, 'SELECT n FROM kept');

test('keeps its data over a stop and a start, and keeps it durably, on loopback only', async () => {
  const first = await start();
  await remember(first.url);
  await first.stop();
  expect(isAlive(first.pid())).toBe(false);

  const second = await start();
  expect(await recall(second.url)).toEqual(KEPT);
  const settings = await runSql(
    second.url,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
       current_setting('full_page_writes') AS full_page_writes, current_setting('listen_addresses') AS listen`,
  );
  expect(settings).toEqual([
    { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', listen: '127.0.0.1' },
  ]);
  await second.stop();
});

test('wants the password that lies beside the data', async () => {
  const server = await start();
  await expect(runSql(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
  await server.stop();
});

test('after kill -9 of the server the next start takes over from the postgres it left running', async () => {
  const killed = await startEmbeddedChild(folder.path);
  await remember(killed.url);
  await killed.end('SIGKILL');
  expect(isAlive(killed.pid)).toBe(true);

  const next = await start();
  await until(() => !isAlive(killed.pid), { what: 'the orphan to be gone' });
  expect(await recall(next.url)).toEqual(KEPT);
  await next.stop();
});

test('after a power cut (server and postgres gone at once) the next start recovers the data', async () => {
  const killed = await startEmbeddedChild(folder.path);
  await remember(killed.url);
  await killed.end('SIGKILL');
  process.kill(killed.pid, 'SIGKILL');
  await until(() => !isAlive(killed.pid), { what: 'postgres to be gone' });

  const next = await start();
  expect(await recall(next.url)).toEqual(KEPT);
  await next.stop();
});

test('a stale lock whose number another process has by now harms neither the start nor that process', async () => {
  const killed = await startEmbeddedChild(folder.path);
  await remember(killed.url);
  await killed.end('SIGKILL');
  process.kill(killed.pid, 'SIGKILL');
  await until(() => !isAlive(killed.pid), { what: 'postgres to be gone' });
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  const lock = join(folder.path, 'postgres/data/postmaster.pid');
  const lines = (await readFile(lock, 'utf8')).split('\n');
  await writeFile(lock, [stranger.pid, ...lines.slice(1)].join('\n'));

  const next = await start();
  expect(await recall(next.url)).toEqual(KEPT);
  expect(stranger.exitCode ?? stranger.signalCode).toBe(null);
  stranger.kill();
  await next.stop();
});

test('a second server on the folder is refused in words, until the first is gone', async () => {
  const first = await startEmbeddedChild(folder.path);
  await expect(startEmbeddedChild(folder.path)).rejects.toThrow(
    `is already running on DATA_DIR ${folder.path}. Stop it first`,
  );
  await expect(start()).rejects.toThrow('Another server (process');
  expect(await runSql(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await first.end('SIGKILL');
  await (await start()).stop();
});

test('a postgres that dies under a living server is started again at the same address', async () => {
  const server = await startEmbeddedPostgres({
    dataDir: folder.path,
    log: { info() {}, warn() {}, error() {} },
  });
  await remember(server.url);
  const died = server.pid();
  process.kill(died, 'SIGKILL');
  expect(await until(() => recall(server.url), { what: 'the database', timeoutMs: 20_000 })).toEqual(KEPT);
  expect(server.pid()).not.toBe(died);
  await server.stop();
});

test('a restart keeps address and data', async () => {
  const server = await start();
  await remember(server.url);
  await server.restart();
  expect(await recall(server.url)).toEqual(KEPT);
  await server.stop();
});
