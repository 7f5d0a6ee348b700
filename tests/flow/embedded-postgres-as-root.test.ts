import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { isAlive, runSql, startEmbeddedChild } from '../support/embedded.ts';
import { silentLog } from '../support/silent-log.ts';
import { until } from '../support/until.ts';

// PostgreSQL refuses root, and the user it runs as instead cannot reach a folder under /root (mode 700).
describe.skipIf(process.getuid?.() !== 0)('root with a DATA_DIR that only root can reach', () => {
  let dataDir: string;
  let home: string | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(homedir(), 'live-room-test-'));
  });
  afterEach(async () => {
    await rm(dataDir, { recursive: true });
    if (home) await rm(home, { recursive: true });
    home = undefined;
  });

  const start = async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: silentLog });
    home = server.home;
    return server;
  };

  test('has its database where PostgreSQL can be, as a user that is not root, and finds it again', async () => {
    const first = await start();
    expect(first.home).toMatch(/^\/var\/lib\/live-room\//);
    expect((await stat(join(first.home, 'data'))).uid).not.toBe(0);
    expect((await stat(join(first.home, 'password'))).mode & 0o777).toBe(0o600);
    expect(await readFile(`/proc/${first.pid()}/status`, 'utf8')).not.toMatch(/^Uid:\s+0/m);
    await runSql(first.url, 'CREATE TABLE kept (n integer)');
    await first.stop();

    const second = await start();
    expect(second.home).toBe(first.home);
    expect(await runSql(second.url, 'SELECT n FROM kept')).toEqual([]);
    await second.stop();
  });

  test('takes over after kill -9', async () => {
    const killed = await startEmbeddedChild(dataDir);
    await runSql(killed.url, 'CREATE TABLE kept (n integer)');
    await killed.end('SIGKILL');
    const next = await start();
    await until(() => !isAlive(killed.pid), { what: 'the orphan to be gone' });
    expect(await runSql(next.url, 'SELECT n FROM kept')).toEqual([]);
    await next.stop();
  });

  test('refuses to begin anew when the database it remembers is gone', async () => {
    const server = await start();
    await server.stop();
    await rm(server.home, { recursive: true });
    home = undefined;
    await expect(startEmbeddedPostgres({ dataDir, log: silentLog })).rejects.toThrow('that folder is gone');
  });
});
