import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectDatabase } from '../../server/database/connect.ts';
import { createLog } from '../../server/platform/log.ts';
import { LOG_NOTIFICATION } from '../../server/tickets/append.ts';
import { createLogTail } from '../../server/tickets/log-tail.ts';
import { createTestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

test('who wakes the listeners itself does not wake them a second time, everybody else does', async () => {
  const database = await createTestDatabase();
  const { url: databaseUrl } = database;
  const log = createLog('silent');
  const own = connectDatabase(databaseUrl, { log, max: 2 });
  const others = connectDatabase(databaseUrl, { log, max: 1 });
  const tail = createLogTail({ databaseUrl, log, pollMs: 3_600_000 });
  tail.trust(own.isServedBy);
  let woken = 0;
  tail.subscribe(() => {
    woken += 1;
  });
  try {
    await until(() => woken === 1, { what: 'the tail to listen' });
    const notify = sql`select pg_notify(${LOG_NOTIFICATION}, '')`;
    await Promise.all([notify.execute(own.db), notify.execute(own.db)]);
    await notify.execute(others.db);
    // They come in the order of the commits: nothing more is on its way when the last one is here.
    await until(() => woken > 1, { what: 'the notification of another' });
    expect(woken).toBe(2);
  } finally {
    await tail.close();
    await own.close();
    await others.close();
    await database.drop();
  }
});
