import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { startPipeline } from '../../server/pipeline/worker.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import { createQueueBackend, type QueueBackend } from '../../server/queue/backend.ts';
import { createTicketCommands } from '../../server/tickets/ticket-commands.ts';
import { createAreaIndex } from '../../shared/city/areas.ts';
import { loadCityPack } from '../../shared/city/packs.ts';
import { until } from '../../tests/support/until.ts';
import type { BenchEnvironment } from './environment.ts';
import { atLeast, type BenchRow, median } from './row.ts';

const REPORTS = 3000;
const ROUNDS = 3;
const CONCURRENCY = 32;
const POOL = 20;

/** Reports that become tickets per second, beside jobs of the same queue that do one transaction with three INSERTs. */
export async function measurePipeline(environment: BenchEnvironment): Promise<BenchRow[]> {
  return [
    await measureBackend('PostgreSQL', null, environment),
    await measureBackend('Redis', environment.redisUrl, environment),
  ];
}

async function measureBackend(
  name: string,
  redisUrl: string | null,
  environment: BenchEnvironment,
): Promise<BenchRow> {
  const floors: number[] = [];
  const values: number[] = [];
  let tickets = 0;
  for (let round = 0; round < ROUNDS; round++) {
    floors.push(await withParts(redisUrl, environment, timeThreeInserts));
    values.push(
      await withParts(redisUrl, environment, async (backend, db) => {
        const rate = await timeReports(backend, db);
        tickets = (
          await db.selectFrom('ticket').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
        ).n;
        return rate;
      }),
    );
  }
  return atLeast(0.4, {
    name: `reports to tickets, ${name} queue`,
    unit: 'per second',
    value: median(values),
    floor: median(floors),
    note: `${REPORTS} reports, ${tickets} tickets, median of ${ROUNDS} rounds`,
  });
}

async function withParts(
  redisUrl: string | null,
  environment: BenchEnvironment,
  measure: (backend: QueueBackend, db: Database) => Promise<number>,
): Promise<number> {
  const databaseUrl = await environment.migratedDatabase();
  const log = createLog('error');
  const { db, close } = connectDatabase(databaseUrl, { log, max: POOL });
  const backend = await createQueueBackend({ redisUrl, databaseUrl, log });
  try {
    return await measure(backend, db);
  } finally {
    await backend.close();
    await close();
  }
}

async function timeThreeInserts(backend: QueueBackend, db: Database): Promise<number> {
  for (const table of ['one', 'two', 'three'])
    await sql`create table ${sql.table(table)} (id uuid primary key, body text not null)`.execute(db);
  const ids = Array.from({ length: REPORTS }, () => randomUUID());
  await enqueue(backend, ids);
  let done = 0;
  const started = performance.now();
  backend.worker(
    'reports',
    {
      'process-report': async ({ data }) => {
        await db.transaction().execute(async (trx) => {
          for (const table of ['one', 'two', 'three'])
            await sql`insert into ${sql.table(table)} (id, body) values (${data.reportId}, 'a report')`.execute(
              trx,
            );
        });
        done += 1;
      },
    },
    { concurrency: CONCURRENCY },
  );
  await until(() => done === REPORTS, { timeoutMs: 120_000, what: 'the floor' });
  return (REPORTS * 1000) / (performance.now() - started);
}

async function timeReports(backend: QueueBackend, db: Database): Promise<number> {
  const pack = loadCityPack('tangerang');
  const ids = await insertReports(db, pack);
  await enqueue(backend, ids);
  const commands = createTicketCommands({ db, pack, areas: createAreaIndex(pack), clock: systemClock });
  const started = performance.now();
  const pipeline = startPipeline({
    backend,
    log: createLog('error'),
    db,
    pack,
    commands,
    clock: systemClock,
  });
  await until(
    async () => {
      const row = await sql<{ waiting: boolean }>`
        select exists (select from report where state = 'received') as waiting`.execute(db);
      return row.rows[0]?.waiting === false;
    },
    { timeoutMs: 120_000, what: 'the reports' },
  );
  const rate = (REPORTS * 1000) / (performance.now() - started);
  await pipeline.close();
  return rate;
}

/** Complaints of all kinds all over the city, so that most become tickets of their own. */
async function insertReports(db: Database, pack: ReturnType<typeof loadCityPack>): Promise<string[]> {
  const examples = (pack.examples ?? []).map(({ text }) => text);
  const rows = Array.from({ length: REPORTS }, (_, n) => {
    const area = pack.kelurahan[n % pack.kelurahan.length] ?? pack.centre;
    const spread = () => (Math.random() - 0.5) * 0.012;
    return {
      id: randomUUID(),
      external_id: `bench-${n}`,
      text: examples[n % examples.length] ?? 'jalan rusak',
      location: { lat: area.lat + spread(), lng: area.lng + spread(), accuracyM: 20, source: 'pin' },
    };
  });
  await sql`
    insert into report (id, channel, external_id, urgent, text, occurred_at, location, raw)
    select id, 'laksa', external_id, false, text, now(), location, '{}'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, external_id text, text text, location jsonb)`.execute(db);
  return rows.map(({ id }) => id);
}

async function enqueue(backend: QueueBackend, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) {
    const jobs = ids
      .slice(from, from + 500)
      .map((reportId) => ({ name: 'process-report' as const, data: { reportId } }));
    await backend.queue('reports').addBulk(jobs);
  }
}
