import { afterEach, expect, test } from 'vitest';
import { makeDataDir, startChaos } from '../support/chaos.ts';
import { createTestDatabase } from '../support/database.ts';
import { startRedis } from '../support/redis.ts';
import {
  expectEveryReportOnce,
  expectNoLogGap,
  expectNoTicketTwice,
  expectWallsConverge,
  untilProcessed,
} from '../support/wholeness.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('500 reports while Redis is killed and comes back: the doors stay open and nothing is lost or doubled', async () => {
  const redis = await startRedis();
  closing.push(redis.stop);
  const { url, drop } = await createTestDatabase();
  closing.push(drop);
  const chaos = await startChaos({
    settings: { DATABASE_URL: url, REDIS_URL: redis.url },
    dataDir: await makeDataDir(),
    databaseUrl: async () => url,
  });
  closing.push(chaos.close);

  let trouble: Promise<void> = Promise.resolve();
  const then = (act: () => Promise<void>) => {
    trouble = trouble.then(act);
  };
  const sender = await chaos.sendAll((accepted) => {
    if (accepted === 150) then(redis.kill);
    // A third of all reports come in while there is no queue.
    if (accepted === 350) then(redis.restart);
  });
  await trouble;
  const retried = Object.values(sender.stats()).reduce((sum, door) => sum + door.retried, 0);
  expect(retried).toBe(0);

  const db = await chaos.database();
  await untilProcessed(db);
  await expectEveryReportOnce(db, chaos.ids);
  await expectNoTicketTwice(db);
  await expectNoLogGap(db);
  await expectWallsConverge(db, chaos.walls);
}, 120_000);
