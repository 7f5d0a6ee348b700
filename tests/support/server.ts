import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser } from '../../server/access/accounts.ts';
import { issueToken } from '../../server/access/tokens.ts';
import { startServer } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { type Clock, systemClock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import type { UserRole } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { createTestDatabase } from './database.ts';
import { smallCity } from './small-city.ts';

export const TEST_PASSWORD = 'a-long-enough-password-112';

export type TestServerOptions = {
  pack?: CityPack;
  clock?: Clock;
  /** More settings, by their names in the environment. */
  settings?: Record<string, string>;
  /** A database to use instead of a new one; it is then not dropped. */
  databaseUrl?: string;
  clientDir?: string | null;
};

/** The whole server in this process on a free port, with a database and a data folder of its own. */
export async function startTestServer(options: TestServerOptions = {}) {
  const { pack = smallCity, clock = systemClock, settings = {}, clientDir = null } = options;
  const database = options.databaseUrl === undefined ? await createTestDatabase() : null;
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const dataDir = await mkdtemp(join(tmpdir(), 'live-room-test-'));
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'fatal',
    WHATSAPP_APP_SECRET: 'test-app-secret',
    WHATSAPP_VERIFY_TOKEN: 'test-verify-token',
    ...settings,
  });
  const log = createLog(config.logLevel);
  const server = await startServer({ config, pack, databaseUrl, clock, log, clientDir });
  const { db, close: disconnect } = connectDatabase(databaseUrl, { log, max: 4 });
  const departmentCodes = pack.departments.map(({ code }) => code);

  return {
    url: server.url,
    databaseUrl,
    dataDir,
    db,
    pack,
    /** Makes an account and signs it in over HTTP; answers the cookie header. */
    async signIn(
      role: UserRole,
      departmentCode: string | null = null,
    ): Promise<{ cookie: string; email: string }> {
      const email = `${role}-${crypto.randomUUID()}@city.example`;
      await createUser(
        { db, departmentCodes },
        { email, password: TEST_PASSWORD, role, departmentCode, name: `the ${role}` },
      );
      const response = await fetch(`${server.url}/api/auth/sign-in`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email, password: TEST_PASSWORD }),
      });
      if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
      const cookie = response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      return { cookie, email };
    },
    /** A fresh token. */
    async token(role: 'wall' | 'channel' | 'open311'): Promise<string> {
      return (await issueToken(db, { role, name: `a ${role}` })).token;
    },
    async close(): Promise<void> {
      await disconnect();
      await server.close();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type TestServer = Awaited<ReturnType<typeof startTestServer>>;
