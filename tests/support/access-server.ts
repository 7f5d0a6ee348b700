import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Access, createAccess } from '../../server/access/access.ts';
import { createUser } from '../../server/access/accounts.ts';
import { loadSecret } from '../../server/access/secret.ts';
import { securityHeaders } from '../../server/access/security-headers.ts';
import type { SignInLimitSettings } from '../../server/access/sign-in-limits.ts';
import { issueToken } from '../../server/access/tokens.ts';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { createTestClock } from '../../server/platform/clock.ts';
import { notFoundHandler, problemHandler } from '../../server/platform/errors.ts';
import { createLog } from '../../server/platform/log.ts';
import type { TokenRole, UserRole } from '../../shared/access/actor.ts';
import { createTestDatabase } from './database.ts';
import { silentLog } from './silent-log.ts';

export const PASSWORD = 'lima-kapal-berlayar';
export const DEPARTMENTS = ['JALAN', 'SIAGA'];

type Options = {
  publicUrl?: string;
  signInLimits?: SignInLimitSettings;
  /** A database that is there already, as for a second node; it is not dropped. */
  databaseUrl?: string;
};

export type AccessServer = {
  url: string;
  databaseUrl: string;
  db: Database;
  access: Access;
  clock: ReturnType<typeof createTestClock>;
  addUser(role: UserRole, email?: string): Promise<{ id: string; email: string }>;
  addToken(role: TokenRole): Promise<{ id: string; token: string }>;
  /** The Cookie header of a new session. */
  signIn(email: string, password?: string): Promise<string>;
  close(): Promise<void>;
};

/** The part of the server that is about access, alone on a port of its own, on a real database. */
export async function startAccessServer(options: Options = {}): Promise<AccessServer> {
  const database = options.databaseUrl === undefined ? await createTestDatabase() : null;
  const databaseUrl = database?.url ?? options.databaseUrl ?? '';
  const { db, pool, close } = connectDatabase(databaseUrl, { log: silentLog, max: 5 });
  const clock = createTestClock(Date.now());
  const log = createLog('silent');
  const publicUrl = options.publicUrl ?? null;
  const access = createAccess({
    db,
    pool,
    secret: await loadSecret(db, null),
    publicUrl,
    departmentCodes: () => DEPARTMENTS,
    clock,
    log,
    ...(options.signInLimits ? { signInLimits: options.signInLimits } : {}),
  });
  const app = express();
  app.use(securityHeaders({ publicUrl, tileUrl: null }), access.middleware, access.routes);
  app.use(notFoundHandler, problemHandler(log));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    databaseUrl,
    db,
    access,
    clock,
    addUser: (role, email = `${role}@kota.example`) =>
      createUser(
        { db, departmentCodes: DEPARTMENTS },
        { email, password: PASSWORD, role, departmentCode: role === 'responder' ? 'JALAN' : null },
      ),
    addToken: (role) => issueToken(db, { role, name: `a ${role}` }),
    signIn: (email, password = PASSWORD) => signInAt(url, email, password),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
      await database?.drop();
    },
  };
}

/** Signs in as a browser would and answers the Cookie header to come back with. */
export async function signInAt(url: string, email: string, password: string): Promise<string> {
  const response = await postJson(`${url}/api/auth/sign-in`, { email, password });
  if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** A JSON POST with more headers. */
export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
