import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { loadCityPack } from '../../shared/city/packs.ts';
import { launchBrowser, openScreen } from '../../tests/support/browser.ts';
import { weighScripts } from '../../tests/support/script-weight.ts';
import { startChildServer } from './child-server.ts';
import { fillCity } from './city-log.ts';
import type { BenchEnvironment } from './environment.ts';
import type { BenchRow } from './row.ts';
import { openScreenAccounts } from './screen-accounts.ts';

const SERVER = join(import.meta.dirname, '..', '..', 'server', 'main.ts');
const TICKETS = 200;

/** What a browser loads of JavaScript for the wall and for a phone, beside what it loads for the sign-in page. */
export async function measurePageWeights(environment: BenchEnvironment): Promise<BenchRow[]> {
  const databaseUrl = await environment.migratedDatabase();
  const accounts = await openScreenAccounts(databaseUrl);
  await fillCity(accounts.db, TICKETS);
  const [department] = loadCityPack('tangerang').departments;
  await accounts.add('responder', department?.code ?? null);
  await accounts.add('wall');
  const server = await startChildServer(SERVER, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(environment.folder, 'page-weights'),
    ROLE: 'web',
  });
  const browser = await launchBrowser();
  const weigh = async (path: string, ready: string, cookie?: string) =>
    await weighPage(browser, { url: server.url, path, ...(cookie && { cookie }) }, ready);
  try {
    const floor = await weigh('/sign-in', 'form');
    const wall = await weigh('/wall', '.map-cluster', await accounts.signIn(server.url, 'wall'));
    const phone = await weigh('/responder', 'main', await accounts.signIn(server.url, 'responder'));
    return [row('wall', wall, floor, 250), row('responder', phone, floor, 180)];
  } finally {
    await browser.close();
    await server.stop();
    await accounts.close();
  }
}

async function weighPage(
  browser: Browser,
  options: { url: string; path: string; cookie?: string },
  ready: string,
): Promise<number> {
  const { page, close } = await openScreen(browser, options);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  const { bytes } = await weighScripts(page);
  await close();
  return bytes / 1000;
}

function row(name: string, value: number, floor: number, mostKb: number): BenchRow {
  return {
    name: `JavaScript of the ${name}'s page, gzip`,
    unit: 'kB',
    value,
    floor,
    ratio: value / floor,
    reach: `value ≤ ${mostKb} kB`,
    reached: value <= mostKb,
    note: 'floor: the sign-in page',
  };
}
