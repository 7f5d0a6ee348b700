import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, PostgresDialect } from 'kysely-codegen';
import { connectDatabase } from '../server/database/connect.ts';
import { startEmbeddedPostgres } from '../server/database/embedded.ts';
import { migrateDatabase } from '../server/database/migrate.ts';

const silent = { info() {}, warn() {}, error: console.error };
const SCHEMA_FILE = join(import.meta.dirname, '../server/database/schema.ts');

/** The TypeScript of server/database/schema.ts for a migrated database. */
export async function generateTypes(url: string): Promise<string> {
  const { db, close } = connectDatabase(url, { log: silent, max: 2, connectTimeoutMs: 20_000 });
  try {
    return await generate({
      db,
      dialect: new PostgresDialect({}),
      excludePattern: 'schema_migrations',
      // connect.ts reads bigint as number.
      typeMapping: { int8: 'number' },
    });
  } finally {
    await close();
  }
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'live-room-types-'));
  // PostgreSQL runs as another user when this is run by root.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: silent, settings: { fsync: 'off' } });
  try {
    await migrateDatabase(server.url, { log: silent });
    await writeFile(SCHEMA_FILE, await generateTypes(server.url));
    console.log(`wrote ${SCHEMA_FILE}`);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) await main();
