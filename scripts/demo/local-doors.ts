import { resolve } from 'node:path';
import { issueToken, revokeToken } from '../../server/access/tokens.ts';
import { connectDatabase } from '../../server/database/connect.ts';
import { findRunningPostgres } from '../../server/database/embedded-running.ts';
import { readDemoSecrets } from './secrets.ts';

/** What opens a server's doors; `release` takes back what was made for the occasion. */
export type LocalDoors = { channelToken?: string; whatsappSecret?: string; release(): Promise<void> };

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const NOTHING: LocalDoors = { release: async () => undefined };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Whoever may read a server's folder on this machine may use its doors: a running demo's kept secrets, or a channel
 * token made in the database of the server's DATA_DIR (or DATABASE_URL) until `release`. Nothing for a server
 * elsewhere. The WhatsApp app secret is known for a demo only.
 */
export async function findLocalDoors(url: string, environment: Environment): Promise<LocalDoors> {
  if (!LOOPBACK.includes(new URL(url).hostname)) return NOTHING;
  const set = environment.DATA_DIR;
  const folders = (set ? [set] : ['.data/demo', '.data']).map((folder) => resolve(folder));
  for (const folder of folders) {
    const secrets = await readDemoSecrets(folder);
    if (secrets !== null && (await isGood(url, secrets.channelToken))) {
      const { channelToken, whatsappAppSecret } = secrets;
      return { channelToken, whatsappSecret: whatsappAppSecret, release: NOTHING.release };
    }
  }
  const databases = environment.DATABASE_URL
    ? [environment.DATABASE_URL]
    : await Promise.all(folders.map((folder) => findRunningPostgres(folder)));
  for (const databaseUrl of databases) {
    const doors = databaseUrl === null ? null : await makeToken(url, databaseUrl);
    if (doors !== null) return doors;
  }
  return NOTHING;
}

/** A token for the time being, or null when the server at `url` has another database. */
async function makeToken(url: string, databaseUrl: string): Promise<LocalDoors | null> {
  const { db, close } = connectDatabase(databaseUrl, { log: silent, max: 1, connectTimeoutMs: 20_000 });
  try {
    const { id, token } = await issueToken(db, { role: 'channel', name: 'simulate' });
    const release = () => revokeToken(db, id).finally(close);
    if (await isGood(url, token)) return { channelToken: token, release };
    await release();
    return null;
  } catch {
    await close();
    return null;
  }
}

async function isGood(url: string, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(5000);
  return fetch(`${url}/api/me`, { headers, signal }).then(
    (response) => response.ok,
    () => false,
  );
}
