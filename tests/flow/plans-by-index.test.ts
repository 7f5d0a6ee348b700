import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../../server/database/connect.ts';
import { createProcessReports } from '../../server/pipeline/process-reports.ts';
import { readLog } from '../../server/tickets/log.ts';
import { buildPin, buildReport } from '../support/build-report.ts';
import { createPipelineKit, type PipelineKit } from '../support/pipeline-kit.ts';
import { silentLog } from '../support/silent-log.ts';

let kit: PipelineKit;
let connection: DatabaseConnection;
beforeEach(async () => {
  kit = await createPipelineKit();
  connection = connectDatabase(kit.database.url, { log: silentLog, max: 1, byIndex: true });
});
afterEach(async () => {
  await connection.close();
  await kit.close();
});

/** How often the tables of the hot paths have been read from end to end, by everybody. */
async function wholeReadings(): Promise<Record<string, number>> {
  await sql`select pg_stat_force_next_flush()`.execute(connection.db);
  const { rows } = await sql<{ relname: string; seq_scan: number }>`
    select relname, seq_scan from pg_stat_user_tables
    where relname in ('report', 'ticket', 'ticket_log') order by relname`.execute(connection.db);
  return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, seq_scan]));
}

test('a server that started on empty tables does not go on reading them whole as they grow', async () => {
  const { db } = connection;
  const process = createProcessReports({ ...kit.deps, db });
  const before = await wholeReadings();
  let after = 0;
  // A statement is planned for good at its sixth time.
  for (let n = 0; n < 12; n++) {
    const ids = await kit.receive(buildReport(), buildReport({ location: buildPin({ north: 400 * n }) }));
    await process(ids);
    const rows = await readLog(db, { after, limit: 100 });
    expect(rows.length).toBeGreaterThan(0);
    after = rows.at(-1)?.seq ?? after;
  }
  expect(await wholeReadings()).toEqual(before);
});
