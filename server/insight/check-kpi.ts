import { sql } from 'kysely';
import { createDayOf } from '../../shared/kpi/city-day.ts';
import { type Folded, foldEntry } from '../../shared/kpi/folded.ts';
import { DIMENSIONS, MEASURES } from '../../shared/kpi/measures.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import { addToCube, dimsFor, GROUPINGS, LEVEL_DAY } from './cube.ts';
import { basisOf, type KpiEntry } from './follow-log.ts';
import { type FactsRow, factsRow, keepFacts } from './ticket-facts.ts';

const TICKETS_AT_ONCE = 2000;
const EXAMPLES = 20;
/** More than that of one kind are not told apart. */
const MOST_NAMED = 1000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What counting everything anew has found. `examples` name some of the differences, in words. */
export type KpiCheck = { at: string; seq: number; tickets: number; differences: number; examples: string[] };

/**
 * Counts everything anew from the log alone, up to where the figures are, and compares every sum and every ticket's
 * facts. Reads as of one moment, beside everything that goes on; what it finds is kept in kpi_check.
 */
export async function checkKpi({
  db,
  timeZone,
  clock,
}: {
  db: Database;
  timeZone: string;
  clock: Clock;
}): Promise<KpiCheck> {
  const found = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const position = await trx.selectFrom('kpi_position').selectAll().executeTakeFirst();
      const seq = position?.basis === basisOf(timeZone) ? position.seq : 0;
      await makeTables(trx);
      const { tickets, differing } = await countAnew(trx, seq, timeZone);
      const examples = [...(await differingSums(trx)), ...differing];
      return { at: isoNow(clock), seq, tickets, differences: examples.length, examples };
    });
  const examples = found.examples.slice(0, EXAMPLES);
  await db
    .insertInto('kpi_check')
    .values({
      checked_at: found.at,
      seq: found.seq,
      tickets: found.tickets,
      differences: found.differences,
      examples: JSON.stringify(examples),
    })
    .execute();
  return { ...found, examples };
}

/** What the last check has found; null before the first. */
export async function lastKpiCheck(db: Database): Promise<KpiCheck | null> {
  const row = await db.selectFrom('kpi_check').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return null;
  const { checked_at, seq, tickets, differences, examples } = row;
  return { at: checked_at.toISOString(), seq, tickets, differences, examples: examples as string[] };
}

async function makeTables(trx: Transaction): Promise<void> {
  await sql`create temporary table anew_ticket (like kpi_ticket including indexes) on commit drop`.execute(
    trx,
  );
  await sql`create temporary table anew_cube (like kpi_cube including indexes) on commit drop`.execute(trx);
}

/** A ticket's whole history is folded at once: another way through the log than the one the figures were kept by. */
async function countAnew(
  trx: Transaction,
  seq: number,
  timeZone: string,
): Promise<{ tickets: number; differing: string[] }> {
  const differing: string[] = [];
  const dayOf = createDayOf(timeZone);
  let after = FIRST_ID;
  let tickets = 0;
  for (;;) {
    const page = await readHistories(trx, after, seq);
    const last = page.at(-1);
    if (last === undefined) return { tickets, differing };
    const rows: FactsRow[] = page.flatMap(({ ticket_id, entries }) => {
      const folded = entries.reduce<Folded | null>(foldEntry, null);
      return folded === null ? [] : [factsRow(ticket_id, folded, dayOf)];
    });
    await keepFacts(trx, rows, 'anew_ticket');
    await addToCube(trx, sql`select 1 as sign, anew_ticket.* from anew_ticket`, 'anew_cube');
    differing.push(...(await differingTickets(trx, after, last.ticket_id)));
    tickets += rows.length;
    after = last.ticket_id;
  }
}

type History = { ticket_id: string; entries: KpiEntry[] };

async function readHistories(trx: Transaction, after: string, seq: number): Promise<History[]> {
  const { rows } = await sql<History>`
    select ticket_id, jsonb_agg(jsonb_build_object('type', type, 'changes', changes,
      'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by version) as entries
    from ticket_log
    where seq <= ${seq} and ticket_id in (
      select id from ticket where id > ${after}::uuid order by id limit ${TICKETS_AT_ONCE})
    group by ticket_id order by ticket_id`.execute(trx);
  return rows;
}

/** One kind of rows after the other: no statement may take long. */
async function differingSums(trx: Transaction): Promise<string[]> {
  const keys = sql.join(['dims', 'day', ...DIMENSIONS].map((name) => sql.ref(name)));
  const sums = (table: string) => sql.join(MEASURES.map((name) => sql.ref(`${table}.${name}`)));
  const pairs = MEASURES.map(
    (name) => sql`(${sql.lit(name)}, coalesce(kept.${sql.ref(name)}, 0), coalesce(anew.${sql.ref(name)}, 0))`,
  );
  const differing: string[] = [];
  for (const dims of GROUPINGS.map(dimsFor)) {
    const { rows } = await sql<{ place: string; day: string; measure: string; kept: number; anew: number }>`
      select concat_ws(' ', department, kecamatan, category, channel) as place, day::text, pair.*
      from (select * from kpi_cube where dims = ${sql.lit(dims)}) as kept
      full join (select * from anew_cube where dims = ${sql.lit(dims)}) as anew using (${keys})
      cross join lateral (values ${sql.join(pairs)}) as pair (measure, kept, anew)
      where (${sums('kept')}) is distinct from (${sums('anew')}) and pair.kept <> pair.anew
      limit ${MOST_NAMED}`.execute(trx);
    for (const { place, day, measure, kept, anew } of rows) {
      const when = day === LEVEL_DAY ? 'now' : day;
      differing.push(`${measure}, ${place}, ${when}: ${kept} kept, ${anew} from the log`);
    }
  }
  return differing;
}

/** Of the tickets of a page, which are in memory only until the next. */
async function differingTickets(trx: Transaction, after: string, last: string): Promise<string[]> {
  const page = sql`ticket_id > ${after}::uuid and ticket_id <= ${last}::uuid`;
  const { rows } = await sql<{ ticket_id: string }>`
    select ticket_id::text from (select * from kpi_ticket where ${page}) as kept
    full join anew_ticket as anew using (ticket_id)
    where to_jsonb(kept) is distinct from to_jsonb(anew) limit ${MOST_NAMED}`.execute(trx);
  await sql`truncate anew_ticket`.execute(trx);
  return rows.map(({ ticket_id }) => `the facts of ticket ${ticket_id}`);
}
