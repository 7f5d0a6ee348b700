import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { generateTypes } from '../../scripts/db-types.ts';
import { migrateDatabase } from '../../server/database/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'live-room-migrations-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** A database without tables, since the template has the real migrations in it. */
async function emptyDatabase(): Promise<string> {
  await query(database.url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  return database.url;
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
const migrate = (url: string) => migrateDatabase(url, { log: silentLog, folder });

test('servers that start together apply each migration once', async () => {
  const url = await emptyDatabase();
  await write(
    '0001_first.sql',
    'CREATE TABLE visit (n integer); SELECT pg_sleep(0.2); INSERT INTO visit VALUES (1)',
  );
  await write('0002_second.sql', 'INSERT INTO visit VALUES (2)');
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(applied.flat().sort()).toEqual(['0001_first.sql', '0002_second.sql']);
  expect(await query(url, 'SELECT n FROM visit ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a migration that fails leaves nothing of itself, and the next start goes on from there', async () => {
  const url = await emptyDatabase();
  await write('0001_first.sql', 'CREATE TABLE visit (n integer)');
  await write('0002_second.sql', 'INSERT INTO visit VALUES (1); SELECT 1/0');
  await expect(migrate(url)).rejects.toThrow('0002_second.sql failed: division by zero');
  expect(await query(url, 'SELECT * FROM visit')).toEqual([]);
  await write('0002_second.sql', 'INSERT INTO visit VALUES (2)');
  expect(await migrate(url)).toEqual(['0002_second.sql']);
});

test('a changed, a missing and a late migration are refused', async () => {
  const url = await emptyDatabase();
  await write('0002_second.sql', 'CREATE TABLE visit (n integer)');
  await migrate(url);
  await write('0001_late.sql', 'SELECT 1');
  await expect(migrate(url)).rejects.toThrow('0001_late.sql is numbered before one that is applied');
  await rm(join(folder, '0001_late.sql'));
  await write('0002_second.sql', 'CREATE TABLE visit (n bigint)');
  await expect(migrate(url)).rejects.toThrow('0002_second.sql was changed after it was applied');
  await rm(join(folder, '0002_second.sql'));
  await expect(migrate(url)).rejects.toThrow('too old');
});

test('the committed schema types are those of the migrations (npm run db:types)', async () => {
  const committed = await readFile(join(import.meta.dirname, '../../server/database/schema.ts'), 'utf8');
  expect(await generateTypes(database.url)).toBe(committed);
});

test('a test database is made quickly', async () => {
  const began = performance.now();
  const other = await createTestDatabase();
  await other.drop();
  expect(inject('postgresUrl')).not.toBe(other.url);
  expect(performance.now() - began).toBeLessThan(5000);
});
