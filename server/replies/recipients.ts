import { sql } from 'kysely';
import type { Reporting } from '../../shared/reply/reach.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { Reporter } from '../../shared/report/report.ts';
import type { Database } from '../database/connect.ts';

/** Somebody who reported to a ticket, through one channel; times in ms since the epoch. */
export type Recipient = Reporting & {
  /** Opaque; null where nothing tells who it was. */
  personId: string | null;
  /** Theirs, oldest first. */
  reportIds: string[];
  name: string | null;
  phone: string | null;
  /** Theirs, where the channel says so (BCP 47). */
  language: string | null;
};

type Row = {
  id: string;
  channel: string;
  occurred_at: Date;
  reporter: Reporter | null;
  person: string | null;
  wrote_at: Date | null;
};

/** What opens no window: nobody wrote. */
const NO_WORDS = ['echo', 'reaction', 'system message'];

/**
 * Everybody who reported to the ticket, once per person and channel, in the order of their latest report. Measuring
 * posts are nobody.
 */
export async function readRecipients(db: Database, ticketId: string): Promise<Recipient[]> {
  const { rows } = await sql<Row>`
    select said.id, said.channel, said.occurred_at, said.reporter, person_of(said.channel, said.reporter) as person,
      case when said.channel = 'whatsapp' then (
        select max(occurred_at) from (
          select occurred_at from report where reporter ->> 'accountId' = said.reporter ->> 'accountId'
            and reporter ->> 'accountId' is not null and ticket_id is not null and channel = 'whatsapp'
          union all
          select occurred_at from report where reporter ->> 'accountId' = said.reporter ->> 'accountId'
            and reporter ->> 'accountId' is not null and state = 'set_aside' and channel = 'whatsapp'
            and reason <> all(${NO_WORDS}::text[])
        ) as written) end as wrote_at
    from report as said
    where said.ticket_id = ${ticketId}::uuid and said.channel <> 'sensor'
    order by said.occurred_at, said.id`.execute(db);
  const people = new Map<string, Recipient>();
  for (const row of rows) {
    const key = `${row.channel} ${row.person ?? row.id}`;
    const known = people.get(key);
    people.delete(key);
    people.set(key, withReport(known, row));
  }
  return [...people.values()];
}

function withReport(known: Recipient | undefined, row: Row): Recipient {
  const { id, channel, occurred_at, reporter, person, wrote_at } = row;
  return {
    channel: channel as Channel,
    personId: person,
    reportIds: [...(known?.reportIds ?? []), id],
    name: reporter?.name ?? known?.name ?? null,
    phone: reporter?.phone ?? known?.phone ?? null,
    language: reporter?.language ?? known?.language ?? null,
    address: addressOf(reporter) ?? known?.address ?? null,
    wroteAt: Math.max(known?.wroteAt ?? 0, (wrote_at ?? occurred_at).getTime()),
  };
}

/** WhatsApp: the number where there is one, else the business-scoped id. */
function addressOf(reporter: Reporter | null): string | null {
  const digits = /^\+(\d+)$/.exec(reporter?.phone ?? '')?.[1];
  return digits ?? reporter?.accountId ?? null;
}

/** Of those, whom these reports are of, each with only these reports; the first report that is nobody's here, if any. */
export function narrowTo(
  recipients: readonly Recipient[],
  reportIds: readonly string[],
): { chosen: Recipient[]; strange: string | undefined } {
  const known = new Set(recipients.flatMap((recipient) => recipient.reportIds));
  const wanted = new Set(reportIds);
  const chosen = recipients
    .map((recipient) => ({ ...recipient, reportIds: recipient.reportIds.filter((id) => wanted.has(id)) }))
    .filter((recipient) => recipient.reportIds.length > 0);
  return { chosen, strange: reportIds.find((id) => !known.has(id)) };
}
