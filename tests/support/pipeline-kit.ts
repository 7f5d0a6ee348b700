import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { reportJob } from '../../server/intake/enqueue.ts';
import { insertReport } from '../../server/intake/insert-report.ts';
import { createProcessReports, type PipelineDeps } from '../../server/pipeline/process-reports.ts';
import { createTestClock } from '../../server/platform/clock.ts';
import type { QueueBackend } from '../../server/queue/backend.ts';
import { stateFromRow } from '../../server/tickets/state.ts';
import { createTicketCommands } from '../../server/tickets/ticket-commands.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';
import type { ParsedReport } from '../../shared/report/report.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import { createTestDatabase } from './database.ts';
import { silentLog } from './silent-log.ts';

export const KIT_START = '2026-03-01T10:00:00.000Z';

export type PipelineKit = Awaited<ReturnType<typeof createPipelineKit>>;

/** A database with all the pipeline needs, and short ways to put reports in and look at what came out. */
export async function createPipelineKit(max = 8) {
  const database = await createTestDatabase();
  const { db, pool, close } = connectDatabase(database.url, { log: silentLog, max, byIndex: true });
  const clock = createTestClock(Date.parse(KIT_START));
  const areas = createAreaIndex(tangerang);
  const commands = createTicketCommands({ db, pack: tangerang, areas, clock });
  const deps: PipelineDeps = { db, pack: tangerang, commands, clock };
  return {
    database,
    db,
    pool,
    clock,
    commands,
    deps,
    process: createProcessReports(deps),
    /** Puts reports into the inbox, without a queue; answers their ids. */
    receive: (...reports: ParsedReport[]) => receive(db, reports),
    /** The row of a report. */
    report: (id: string) =>
      db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    tickets: () => readTickets(db),
    logTypes: async (ticketId: string) => {
      const rows = await db
        .selectFrom('ticket_log')
        .select('type')
        .where('ticket_id', '=', ticketId)
        .orderBy('seq')
        .execute();
      return rows.map(({ type }) => type);
    },
    async close() {
      await close();
      await database.drop();
    },
  };
}

/** Puts reports' jobs on their queues. */
export async function enqueueReports(backend: QueueBackend, ids: string[], urgent = false): Promise<void> {
  await backend.queue(urgent ? 'reports-urgent' : 'reports').addBulk(ids.map((id) => reportJob(id)));
}

async function receive(db: Database, reports: ParsedReport[]): Promise<string[]> {
  const ids: string[] = [];
  await db.transaction().execute(async (trx) => {
    for (const report of reports) ids.push((await insertReport(trx, report)).id);
  });
  return ids;
}

async function readTickets(db: Database): Promise<TicketState[]> {
  const rows = await db.selectFrom('ticket').selectAll().orderBy('number').execute();
  return rows.map(stateFromRow);
}
