// A process that does nothing but hold an embedded PostgreSQL on the folder it is told, for tests that kill it.
// Its parent hears `{ url, pid }` once it serves, or `{ error }`.
import { startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { silentLog } from './silent-log.ts';

try {
  const server = await startEmbeddedPostgres({ dataDir: String(process.argv[2]), log: silentLog });
  process.on('SIGTERM', () => {
    void server.stop().then(() => process.exit(0));
  });
  process.send?.({ url: server.url, pid: server.pid() });
} catch (error) {
  process.send?.({ error: error instanceof Error ? error.message : String(error) });
  process.disconnect();
}
