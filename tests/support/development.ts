import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** The screens built as for a developer, with the gallery; no server behind them. */
export async function startDevelopment(): Promise<{ url: string; close(): Promise<void> }> {
  const root = join(import.meta.dirname, '../..');
  const outDir = await mkdtemp(join(tmpdir(), 'live-room-gallery-'));
  const config = { configFile: join(root, 'vite.config.ts'), root: join(root, 'client') };
  const define = { 'import.meta.env.DEV': 'true' };
  await build({ ...config, define, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...config, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('vite has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
