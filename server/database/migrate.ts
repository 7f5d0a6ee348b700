import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
/** Any fixed number will do: it names the lock that migrating servers take turns on. */
const ADVISORY_LOCK = 7_204_411_905;

export type MigrateOptions = {
  log: DatabaseLog;
  /** Holds NNNN_name.sql; the project's own when not given. */
  folder?: string;
};

type Migration = { id: number; name: string; sql: string; checksum: string };
type Applied = { id: number; name: string; checksum: string };

/**
 * Brings the database up to the newest migration and returns the names of those applied now.
 *
 * Forward only, each file in a transaction of its own. Servers that start together take turns under an advisory
 * lock. Throws when an applied file was changed or is missing (a database newer than this program), or when a
 * new file is numbered before an applied one.
 */
export async function migrateDatabase(url: string, options: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(options.folder ?? FOLDER);
  const client = new pg.Client({ connectionString: url, application_name: 'live-room migrate' });
  client.on('error', (error) => options.log.error({ err: error }, 'lost the database while migrating'));
  await client.connect();
  try {
    // The session's end gives the lock back, however it ends.
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
      id integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await client.query<Applied>(
      'SELECT id, name, checksum FROM schema_migrations ORDER BY id',
    );
    const pending = findPending(migrations, rows);
    for (const migration of pending) {
      await applyMigration(client, migration);
      options.log.info({ migration: migration.name }, 'migrated the database');
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    names.map(async (name) => {
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
        throw new Error(`Migration ${name} is not named NNNN_name.sql`);
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { id: Number(name.slice(0, 4)), name, sql, checksum };
    }),
  );
  migrations.forEach((migration, index) => {
    if (migrations[index - 1]?.id === migration.id)
      throw new Error(`Two migrations have the number of ${migration.name}`);
  });
  return migrations;
}

function findPending(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.id, migration]));
  for (const row of applied) {
    const file = known.get(row.id);
    if (!file)
      throw new Error(
        `The database has migration ${row.name}, which this program does not: it is too old for it.`,
      );
    if (file.checksum !== row.checksum)
      throw new Error(
        `Migration ${row.name} was changed after it was applied. Put it back and write a new one instead.`,
      );
  }
  const last = applied.at(-1)?.id ?? 0;
  const done = new Set(applied.map((row) => row.id));
  const pending = migrations.filter((migration) => !done.has(migration.id));
  const late = pending.find((migration) => migration.id < last);
  if (late) throw new Error(`Migration ${late.name} is numbered before one that is applied already.`);
  return pending;
}

async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO schema_migrations (id, name, checksum) VALUES ($1, $2, $3)', [
      migration.id,
      migration.name,
      migration.checksum,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
