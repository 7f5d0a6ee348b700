import { sql } from 'kysely';
import { type CityDay, createDayOf } from '../../shared/kpi/city-day.ts';
import { FACTS_VERSION } from '../../shared/kpi/facts.ts';
import { type Folded, foldEntry } from '../../shared/kpi/folded.ts';
import type { LogEntry } from '../../shared/ticket/log-entry.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { addToCube } from './cube.ts';
import { type FactsRow, factsRow, keepFacts, readFolded, signedChange } from './ticket-facts.ts';

export type KpiEntry = Pick<LogEntry, 'seq' | 'ticketId' | 'type' | 'at' | 'changes'>;

/** What the figures are made with; another one has everything counted anew. */
export function basisOf(timeZone: string): string {
  return `${timeZone} ${FACTS_VERSION}`;
}

/**
 * Takes the next entries of the log into the figures, at most `limit`, and answers how many there were. Position and
 * figures are written by one transaction that holds the position's row: each entry counts once, whoever calls this, as
 * often as they like and wherever it breaks off.
 */
export async function followLog(db: Database, timeZone: string, limit: number): Promise<number> {
  const dayOf = createDayOf(timeZone);
  return db.transaction().execute(async (trx) => {
    const after = await lockPosition(trx, basisOf(timeZone));
    const entries = await readEntries(trx, after, limit);
    const last = entries.at(-1);
    if (last === undefined) return 0;
    const rows = await changedRows(trx, entries, dayOf);
    if (rows.length > 0) {
      await addToCube(trx, signedChange(rows));
      await keepFacts(trx, rows);
    }
    await trx.updateTable('kpi_position').set({ seq: last.seq }).execute();
    return entries.length;
  });
}

/** The number of the last entry counted, its row locked; 0, and nothing counted, where the basis is another. */
async function lockPosition(trx: Transaction, basis: string): Promise<number> {
  await sql`insert into kpi_position (seq, basis) values (0, ${basis}) on conflict do nothing`.execute(trx);
  const row = await trx.selectFrom('kpi_position').selectAll().forUpdate().executeTakeFirstOrThrow();
  if (row.basis === basis) return row.seq;
  await sql`truncate kpi_ticket, kpi_cube`.execute(trx);
  await trx.updateTable('kpi_position').set({ seq: 0, basis }).execute();
  return 0;
}

async function readEntries(trx: Transaction, after: number, limit: number): Promise<KpiEntry[]> {
  const rows = await trx
    .selectFrom('ticket_log')
    .select(['seq', 'ticket_id', 'type', 'at', 'changes'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    ticketId: row.ticket_id,
    type: row.type as KpiEntry['type'],
    at: row.at.toISOString(),
    changes: row.changes as KpiEntry['changes'],
  }));
}

/** The rows of the tickets that these entries are about, as they are after them; those that stay the same left out. */
async function changedRows(
  trx: Transaction,
  entries: readonly KpiEntry[],
  dayOf: (moment: string) => CityDay,
): Promise<FactsRow[]> {
  const known = await readFolded(trx, [...new Set(entries.map(({ ticketId }) => ticketId))]);
  const now = new Map<string, Folded>();
  for (const entry of entries) {
    const folded = foldEntry(now.get(entry.ticketId) ?? known.get(entry.ticketId) ?? null, entry);
    if (folded !== null) now.set(entry.ticketId, folded);
  }
  return [...now].flatMap(([ticketId, folded]) => {
    const before = known.get(ticketId);
    const isSame = before !== undefined && canonical(before) === canonical(folded);
    return isSame ? [] : [factsRow(ticketId, folded, dayOf)];
  });
}

/** JSON keeps no order of keys that one could rely on. */
function canonical(folded: Folded): string {
  return JSON.stringify(Object.entries(folded).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
