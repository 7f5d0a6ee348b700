import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findRunningPostgres } from '../../server/database/embedded-running.ts';
import { type Chaos, makeDataDir, startChaos } from '../support/chaos.ts';
import {
  expectEveryReportOnce,
  expectNoLogGap,
  expectNoTicketTwice,
  expectWallsConverge,
  untilProcessed,
} from '../support/wholeness.ts';

const KILLS = [60, 160, 260, 360, 460];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The whole server on its embedded database, which a kill leaves orphaned. */
async function start(): Promise<Chaos> {
  const dataDir = await makeDataDir();
  const databaseUrl = async () => {
    const url = await findRunningPostgres(dataDir);
    if (url === null) throw new Error('the embedded database does not run');
    return url;
  };
  const chaos = await startChaos({ settings: {}, dataDir, databaseUrl });
  // As root the cluster can lie outside DATA_DIR.
  const home = (await readFile(join(dataDir, 'postgres.location'), 'utf8').catch(() => '')).trim();
  closing.push(async () => {
    await chaos.close();
    if (home !== '') await rm(home, { recursive: true, force: true });
  });
  return chaos;
}

test('500 reports while the server is killed five times: each taken once, no ticket twice, no gap, no wall behind', async () => {
  const { server, walls, ids, sendAll, database } = await start();
  const marks = [...KILLS];
  let killing: Promise<void> = Promise.resolve();
  let kills = 0;
  const sender = await sendAll((accepted) => {
    if (accepted < (marks[0] ?? Number.POSITIVE_INFINITY)) return;
    marks.shift();
    killing = killing.then(async () => {
      await server.kill();
      kills += 1;
      await server.start();
    });
  });
  await killing;
  expect(kills).toBe(5);
  expect(Object.values(sender.stats()).reduce((sum, { retried }) => sum + retried, 0)).toBeGreaterThan(5);

  const db = await database();
  await untilProcessed(db);
  await expectEveryReportOnce(db, ids);
  await expectNoTicketTwice(db);
  await expectNoLogGap(db);
  await expectWallsConverge(db, walls);
}, 120_000);
