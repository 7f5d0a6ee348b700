import { sql } from 'kysely';
import type { CityDay } from '../../shared/kpi/city-day.ts';
import { factsOf, type TicketFacts } from '../../shared/kpi/facts.ts';
import type { Folded } from '../../shared/kpi/folded.ts';
import type { Database } from '../database/connect.ts';

/** A row of kpi_ticket as JSON. */
export type FactsRow = TicketFacts & { ticket_id: string; folded: Folded };

/** The row of a ticket as its history stands. */
export function factsRow(ticketId: string, folded: Folded, dayOf: (moment: string) => CityDay): FactsRow {
  return { ticket_id: ticketId, ...factsOf(folded, dayOf), folded };
}

/** What is known of these tickets, by id. */
export async function readFolded(db: Database, ticketIds: readonly string[]): Promise<Map<string, Folded>> {
  if (ticketIds.length === 0) return new Map();
  const { rows } = await sql<{ ticket_id: string; folded: Folded }>`
    select ticket_id, folded from kpi_ticket where ticket_id = any(${ticketIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.ticket_id, row.folded]));
}

const COLUMNS = [
  ...([
    'department',
    'kecamatan',
    'category',
    'channel',
    'opened_on',
    'resolved_on',
    'solve_bucket',
  ] as const),
  ...(['answered_on', 'answer_bucket', 'resolve_kept_on', 'resolve_breached_on', 'answer_kept_on'] as const),
  ...(['answer_breached_on', 'declared_on', 'reopened_on', 'entered_on', 'left_on', 'is_open'] as const),
  ...(['is_overdue', 'folded'] as const),
] satisfies (keyof FactsRow)[];

/** Keeps rows in place of what was known of their tickets. */
export async function keepFacts(
  db: Database,
  rows: readonly FactsRow[],
  table = 'kpi_ticket',
): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(COLUMNS.map((name) => sql.ref(name)));
  const replaced = COLUMNS.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  await sql`
    insert into ${sql.table(table)} (ticket_id, ${columns})
    select ticket_id, ${columns} from jsonb_populate_recordset(null::kpi_ticket, ${JSON.stringify(rows)}::jsonb)
    on conflict (ticket_id) do update set ${sql.join(replaced)}`.execute(db);
}

/** Takes back what was counted of these tickets and counts the rows instead. Before `keepFacts`. */
export function signedChange(rows: readonly FactsRow[]) {
  return sql`
    select -1 as sign, before.* from kpi_ticket as before
    where ticket_id = any(${rows.map((row) => row.ticket_id)}::uuid[])
    union all
    select 1 as sign, given.* from jsonb_populate_recordset(null::kpi_ticket, ${JSON.stringify(rows)}::jsonb) as given`;
}
