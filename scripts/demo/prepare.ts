import { createUser, findUserByEmail } from '../../server/access/accounts.ts';
import { reopenDemoAccount } from '../../server/access/demo-accounts.ts';
import { findTokenActor, issueToken, listTokens, revokeToken } from '../../server/access/tokens.ts';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import type { DatabaseLog } from '../../server/database/database-log.ts';
import { migrateDatabase } from '../../server/database/migrate.ts';
import { AppError } from '../../server/platform/errors.ts';
import type { TokenRole } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DemoAccount } from './accounts.ts';
import { type DemoSecrets, randomSecret, readDemoSecrets, writeDemoSecrets } from './secrets.ts';

export type PrepareOptions = {
  databaseUrl: string;
  dataDir: string;
  /** Where the demo is going to serve. */
  url: string;
  pack: CityPack;
  accounts: DemoAccount[];
  log: DatabaseLog;
};

/** Brings a demo's database to where people can sign in and channels deliver; what is there already stays. */
export async function prepareDemo(options: PrepareOptions): Promise<DemoSecrets> {
  const { databaseUrl, dataDir, url, pack, log } = options;
  await migrateDatabase(databaseUrl, { log });
  const { db, close } = connectDatabase(databaseUrl, { log, max: 4, connectTimeoutMs: 20_000 });
  try {
    const departmentCodes = pack.departments.map(({ code }) => code);
    await Promise.all(options.accounts.map((account) => ensureAccount(db, departmentCodes, account)));
    const kept = await readDemoSecrets(dataDir);
    const secrets: DemoSecrets = {
      url,
      channelToken: await ensureToken(db, 'channel', kept?.channelToken),
      wallToken: await ensureToken(db, 'wall', kept?.wallToken),
      whatsappAppSecret: kept?.whatsappAppSecret ?? randomSecret(),
      whatsappVerifyToken: kept?.whatsappVerifyToken ?? randomSecret(),
    };
    await writeDemoSecrets(dataDir, secrets);
    return secrets;
  } finally {
    await close();
  }
}

async function ensureAccount(db: Database, departmentCodes: string[], account: DemoAccount): Promise<void> {
  try {
    const { id, disabledAt } = await findUserByEmail(db, account.email);
    if (disabledAt !== null) await reopenDemoAccount(db, id);
  } catch (error) {
    if (!(error instanceof AppError) || error.problem !== 'not-found') throw error;
    await createUser({ db, departmentCodes }, account);
  }
}

/** The token kept from last time if it still opens, else a new one in its place. */
async function ensureToken(db: Database, role: TokenRole, kept: string | undefined): Promise<string> {
  if (kept !== undefined && (await findTokenActor(db, kept)) !== null) return kept;
  const name = `demo ${role}`;
  for (const token of await listTokens(db)) {
    if (token.name === name && token.revokedAt === null) await revokeToken(db, token.id);
  }
  return (await issueToken(db, { role, name })).token;
}
