import { rm } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../server/database/embedded.ts';
import { makeDataDir, startChaos } from '../support/chaos.ts';
import { silentLog } from '../support/silent-log.ts';
import {
  expectEveryReportOnce,
  expectNoLogGap,
  expectNoTicketTwice,
  expectWallsConverge,
  untilProcessed,
} from '../support/wholeness.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('500 reports while PostgreSQL is restarted: senders hear 503 and nothing is lost or doubled', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir: await makeDataDir(), log: silentLog });
  closing.push(() => rm(postgres.home, { recursive: true, force: true }), postgres.stop);
  const chaos = await startChaos({
    settings: { DATABASE_URL: postgres.url },
    dataDir: await makeDataDir(),
    databaseUrl: async () => postgres.url,
  });
  closing.push(chaos.close);

  let trouble: Promise<void> = Promise.resolve();
  const sender = await chaos.sendAll((accepted) => {
    if (accepted === 200) trouble = postgres.restart();
  });
  await trouble;
  const outcome = Object.values(sender.stats());
  expect(outcome.reduce((sum, { failed }) => sum + failed, 0)).toBe(0);
  expect(outcome.reduce((sum, { retried }) => sum + retried, 0)).toBeGreaterThan(0);

  const db = await chaos.database();
  await untilProcessed(db);
  await expectEveryReportOnce(db, chaos.ids);
  await expectNoTicketTwice(db);
  await expectNoLogGap(db);
  await expectWallsConverge(db, chaos.walls);
}, 120_000);
