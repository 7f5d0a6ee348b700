import { sql } from 'kysely';
import type { Line } from '../database/flight.ts';

/** The people who told of a ticket, by their opaque ids; leaving out reports that have not been added to it yet. */
export async function readPersons(
  line: Line,
  ticketId: string,
  leftOut: readonly string[] = [],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`/* prepared */
    select distinct person_of(channel, reporter) as id from report
    where ticket_id = ${ticketId}::uuid and reporter is not null
      and id <> all(${leftOut}::uuid[])`.execute(line);
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
