import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadCityPack } from '../shared/city/packs.ts';
import { findPackFaults } from '../shared/city/validate-pack.ts';
import { startServer } from './compose.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { startEmbeddedPostgres } from './database/embedded.ts';
import { systemClock } from './platform/clock.ts';
import { createLog, type Log } from './platform/log.ts';
import { createShutdown } from './platform/shutdown.ts';

const CLIENT_DIR = join(import.meta.dirname, '..', 'dist', 'client');
/** A part that does not close must not keep the next start waiting. */
const CLOSE_WITHIN_MS = 15_000;

/** The city pack the settings name, checked. Throws with all its faults. */
function loadPack(city: string) {
  const pack = loadCityPack(city);
  const faults = findPackFaults(pack);
  if (faults.length > 0) throw new ConfigError(faults.map((fault) => `CITY ${city}: ${fault}`));
  return pack;
}

async function run(config: Config, log: Log): Promise<void> {
  const shutdown = createShutdown(log);
  let closing = false;
  const stop = (signal: string) => {
    // A terminal and npm may both pass on the same Ctrl-C.
    if (closing) return;
    closing = true;
    log.info({ signal }, 'closing');
    const late = setTimeout(() => process.exit(1), CLOSE_WITHIN_MS);
    late.unref();
    void shutdown.run().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    const pack = loadPack(config.city);
    const databaseUrl = config.databaseUrl ?? (await startEmbedded(config, log, shutdown));
    const clientDir = existsSync(join(CLIENT_DIR, 'index.html')) ? CLIENT_DIR : null;
    const server = await startServer({ config, pack, databaseUrl, clock: systemClock, log, clientDir });
    shutdown.add('server', server.close);
    process.stdout.write(`ready ${server.url}\n`);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

async function startEmbedded(
  config: Config,
  log: Log,
  shutdown: ReturnType<typeof createShutdown>,
): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  shutdown.add('embedded PostgreSQL', postgres.stop);
  return postgres.url;
}

/** Faults of settings and set-up are for people: said plainly, without a stack. */
function refuse(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (err) => log.error({ err }, 'a promise nobody waited for failed'));
  await run(config, log);
} catch (error) {
  refuse(error);
}
