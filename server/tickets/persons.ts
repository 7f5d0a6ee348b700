import { sql } from 'kysely';
import type { Line } from '../database/flight.ts';

/** The people who told of a ticket, by their opaque ids; leaving out reports that have not been added to it yet. */
export async function readPersons(
  line: Line,
  ticketId: string,
  leftOut: readonly string[] = [],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`/* prepared */
    select distinct coalesce(account.person_id, phone.person_id) as id
    from report
    left join person_alias as account on account.kind = 'account' and account.channel = report.channel
      and account.value = report.reporter ->> 'accountId'
    left join person_alias as phone on phone.kind = 'phone' and phone.channel = ''
      and phone.value = report.reporter ->> 'phone'
    where report.ticket_id = ${ticketId}::uuid and report.reporter is not null
      and report.id <> all(${leftOut}::uuid[])`.execute(line);
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
