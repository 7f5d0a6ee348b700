import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a demo's doors are opened with; kept beside its data so that links and scripts go on working. */
const secretsSchema = z.object({
  /** Where the demo serves, e.g. `http://localhost:8080`. */
  url: z.string(),
  channelToken: z.string(),
  wallToken: z.string(),
  whatsappAppSecret: z.string(),
  whatsappVerifyToken: z.string(),
});
export type DemoSecrets = z.infer<typeof secretsSchema>;

/** The secrets kept in a demo's folder, or null where there are none to read. */
export async function readDemoSecrets(dataDir: string): Promise<DemoSecrets | null> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Keeps them, readable by their owner alone; whole or not at all. */
export async function writeDemoSecrets(dataDir: string, secrets: DemoSecrets): Promise<void> {
  const unfinished = `${fileIn(dataDir)}.new`;
  await writeFile(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await chmod(unfinished, 0o600);
  await rename(unfinished, fileIn(dataDir));
}

/** A random secret, 192 bits. */
export function randomSecret(): string {
  return randomBytes(24).toString('base64url');
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'demo-secrets.json');
}
