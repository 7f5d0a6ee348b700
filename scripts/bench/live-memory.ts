import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { issueToken } from '../../server/access/tokens.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { createLog } from '../../server/platform/log.ts';
import { startChildServer } from './child-server.ts';
import type { BenchEnvironment } from './environment.ts';
import { fillLog } from './fill-log.ts';
import { openRawLiveClients } from './raw-live-client.ts';
import { atMostMore, type BenchRow } from './row.ts';

const SOCKETS = 500;
const TICKETS = 10_000;
const SETTLE_MS = 5000;
const SERVER = join(import.meta.dirname, '..', '..', 'server', 'main.ts');

/** Resident memory of the server once 500 walls have each been sent 10,000 open tickets, beside itself when empty. */
export async function measureLiveMemory(environment: BenchEnvironment): Promise<BenchRow> {
  const databaseUrl = await environment.migratedDatabase();
  const { db, close } = connectDatabase(databaseUrl, { log: createLog('error'), max: 2 });
  const { token } = await issueToken(db, { role: 'wall', name: 'bench' });
  const server = await startChildServer(SERVER, {
    DATABASE_URL: databaseUrl,
    REDIS_URL: environment.redisUrl,
    DATA_DIR: join(environment.folder, 'live-memory'),
  });
  try {
    await delay(SETTLE_MS);
    const floor = await residentMb(server.pid);
    await fillLog(db, TICKETS);
    const peak = watchPeak(server.pid);
    const clients = await openRawLiveClients(server.url, token, SOCKETS);
    await delay(SETTLE_MS);
    const value = await residentMb(server.pid);
    const highest = await peak.stop();
    for (const client of clients) client.close();
    return atMostMore(150, {
      name: `server memory with ${TICKETS} open tickets and ${SOCKETS} sockets`,
      unit: 'MB',
      value,
      floor,
      note: `resident; +${Math.round(highest - floor)} MB at the highest, while all of them are sent their first picture`,
    });
  } finally {
    await server.stop();
    await close();
  }
}

async function residentMb(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
}

/** Looks at the memory several times a second and keeps the highest. */
function watchPeak(pid: number) {
  const EVERY_MS = 200;
  let highest = 0;
  let watching = true;
  const watched = (async () => {
    while (watching) {
      highest = Math.max(highest, await residentMb(pid));
      await delay(EVERY_MS);
    }
  })();
  return {
    async stop(): Promise<number> {
      watching = false;
      await watched;
      return highest;
    },
  };
}
