import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../../server/database/connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { silentLog } from '../support/silent-log.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

let folder: Awaited<ReturnType<typeof makeTempFolder>>;
let server: EmbeddedPostgres;
let connection: DatabaseConnection;

beforeEach(async () => {
  folder = await makeTempFolder();
  server = await start();
  connection = connectDatabase(server.url, { log: silentLog, max: 2 });
});
afterEach(async () => {
  await connection.close().catch(() => {});
  await server.stop();
  await folder.remove();
});

const start = (port?: number) =>
  startEmbeddedPostgres({ dataDir: folder.path, log: silentLog, port, settings: { fsync: 'off' } });

const ask = async () => {
  const { rows } = await sql<{ n: number; at: Date }>`SELECT count(*) AS n, now() AS at`.execute(
    connection.db,
  );
  return rows[0];
};

/** How long a query takes to be refused, milliseconds. */
async function timeToRefusal(): Promise<number> {
  const began = performance.now();
  await expect(ask()).rejects.toThrow();
  return performance.now() - began;
}

test('reads counts as numbers and times as dates', async () => {
  expect(await ask()).toEqual({ n: 1, at: expect.any(Date) });
});

test('says within two seconds that the database hangs', async () => {
  process.kill(server.pid(), 'SIGSTOP');
  expect(await timeToRefusal()).toBeLessThan(2000);
  process.kill(server.pid(), 'SIGCONT');
  await until(ask, { what: 'the database to answer again' });
});

test('says within two seconds that the database is gone, and goes on by itself when it is back', async () => {
  await ask();
  await server.stop();
  expect(await timeToRefusal()).toBeLessThan(2000);
  server = await start(Number(new URL(server.url).port));
  await until(ask, { what: 'the database to answer again' });
});
