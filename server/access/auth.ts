import { betterAuth } from 'better-auth';
import type { Database } from '../database/connect.ts';
import type { Log } from '../platform/log.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './passwords.ts';

/** A session ends this long after its last use … */
const SESSION_S = 7 * 24 * 3600;
/** … and is prolonged at most this often. */
const PROLONG_EVERY_S = 24 * 3600;

export type AuthOptions = {
  db: Database;
  /** Signs the session cookie; the same on every node. */
  secret: string;
  /** Decides the cookie's `Secure`; null: people reach the server by plain HTTP. */
  publicUrl: string | null;
  log: Log;
};

/**
 * better-auth on our tables (migration 0002). Its own HTTP handler is never mounted: our routes call its API, so
 * signing up, changing email and the like have no door at all.
 */
export function createAuth(options: AuthOptions) {
  return betterAuth(authSettings(options));
}
export type Auth = ReturnType<typeof createAuth>;

/** The settings alone, for comparing what better-auth expects with what the migrations made. */
export function authSettings({ db, secret, publicUrl, log }: AuthOptions) {
  return {
    appName: 'Live Room',
    // Asked for by the library for links in emails, which are not sent.
    baseURL: publicUrl ?? 'http://localhost',
    secret,
    database: { db, type: 'postgres' as const },
    telemetry: { enabled: false },
    // Signing in is limited across nodes by sign-in-limits.ts.
    rateLimit: { enabled: false },
    logger: { log: libraryLog(log) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    user: {
      modelName: 'app_user',
      fields: snakeCase('emailVerified', 'createdAt', 'updatedAt'),
      additionalFields,
    },
    session: {
      modelName: 'user_session',
      fields: snakeCase('userId', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'),
      expiresIn: SESSION_S,
      updateAge: PROLONG_EVERY_S,
    },
    account: { modelName: 'user_credential', fields: credentialFields },
    verification: {
      modelName: 'user_verification',
      fields: snakeCase('expiresAt', 'createdAt', 'updatedAt'),
    },
    advanced: {
      cookiePrefix: 'live-room',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      // Where people sit when they sign in is nobody's business here, and the header can be forged.
      ipAddress: { disableIpTracking: true },
      database: { generateId: 'uuid' as const, validateSchema: false },
    },
    databaseHooks: { session: { create: { before: refuseClosedAccounts(db) } } },
  };
}

const additionalFields = {
  role: { type: 'string' as const, required: true, input: false },
  departmentCode: { type: 'string' as const, required: false, input: false, fieldName: 'department_code' },
  disabledAt: { type: 'date' as const, required: false, input: false, fieldName: 'disabled_at' },
};

const credentialFields = snakeCase(
  'accountId',
  'providerId',
  'userId',
  'accessToken',
  'refreshToken',
  'idToken',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
  'createdAt',
  'updatedAt',
);

/** No session is made for a closed account, and the answer is that of a wrong password. */
function refuseClosedAccounts(db: Database) {
  return async (session: { userId: string }): Promise<false | undefined> => {
    const user = await db
      .selectFrom('app_user')
      .select('disabled_at')
      .where('id', '=', session.userId)
      .executeTakeFirst();
    return user?.disabled_at === null ? undefined : false;
  };
}

function snakeCase<Name extends string>(...names: Name[]): Record<Name, string> {
  const pairs = names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]);
  return Object.fromEntries(pairs) as Record<Name, string>;
}

/** A failed sign-in is no event of ours (the library warns of each); its errors are. */
function libraryLog(log: Log) {
  return (level: string, message: string, ...details: unknown[]): void => {
    const err = details.find((detail) => detail instanceof Error);
    if (level === 'error') log.error({ err }, `better-auth: ${message}`);
    else log.debug({ err }, `better-auth: ${message}`);
  };
}
