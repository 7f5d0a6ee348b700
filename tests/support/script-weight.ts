import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** All scripts that the page has loaded so far, and what they weigh together, gzip, bytes. */
export async function weighScripts(page: Page): Promise<{ scripts: number; bytes: number }> {
  const loaded = await page.evaluate<string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))`,
  );
  const scripts = await Promise.all(
    [...new Set(loaded)].map(async (url) => (await fetch(url)).arrayBuffer()),
  );
  return { scripts: scripts.length, bytes: scripts.reduce((sum, one) => sum + gzipSync(one).length, 0) };
}
