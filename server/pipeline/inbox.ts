import { sql } from 'kysely';
import type { Channel } from '../../shared/report/channel.ts';
import type { Measurement, ReportedLocation, Reporter, ReportState } from '../../shared/report/report.ts';
import type { Transaction } from '../database/connect.ts';
import type { Report } from './steps/report.ts';

type Row = {
  id: string;
  channel: string;
  external_id: string;
  state: string;
  text: string;
  occurred_at: Date;
  reporter: Reporter | null;
  location: ReportedLocation | null;
  measurement: Measurement | null;
  has_pictures: boolean;
  in_reply_to: string | null;
  ticket_id: string | null;
};

/** The reports with these ids, oldest first, locked until the transaction ends: a doubled job waits here. */
export async function lockReports(trx: Transaction, ids: readonly string[]): Promise<Report[]> {
  const { rows } = await sql<Row>`/* prepared */
    select id, channel, external_id, state, text, occurred_at, reporter, location, measurement, in_reply_to, ticket_id,
      media is not null or exists (select from photo where photo.report_id = report.id) as has_pictures
    from report where id = any(${ids}::uuid[]) order by id for update of report`.execute(trx);
  return rows.map(reportFromRow).sort((a, b) => a.occurredAt - b.occurredAt);
}

function reportFromRow(row: Row): Report {
  return {
    id: row.id,
    channel: row.channel as Channel,
    externalId: row.external_id,
    state: row.state as ReportState,
    text: row.text,
    occurredAt: row.occurred_at.getTime(),
    reporter: row.reporter,
    location: row.location,
    measurement: row.measurement,
    hasPictures: row.has_pictures,
    inReplyTo: row.in_reply_to,
    ticketId: row.ticket_id,
  };
}

/** What became of a report. */
export type Outcome = {
  reportId: string;
  state: 'processed' | 'set_aside';
  reason: string | null;
  ticketId: string | null;
};

/** Marks reports as done, in one statement. Only those not done yet change. */
export async function markReports(trx: Transaction, outcomes: readonly Outcome[], at: string): Promise<void> {
  if (outcomes.length === 0) return;
  await sql`/* prepared */
    update report set state = outcome.state, reason = outcome.reason, ticket_id = outcome.ticket_id,
      failure = null, processed_at = ${at}::timestamptz, place_pending = false
    from unnest(
      ${outcomes.map(({ reportId }) => reportId)}::uuid[],
      ${outcomes.map(({ state }) => state)}::text[],
      ${outcomes.map(({ reason }) => reason)}::text[],
      ${outcomes.map(({ ticketId }) => ticketId)}::uuid[]
    ) as outcome (id, state, reason, ticket_id)
    where report.id = outcome.id and report.state in ('received', 'failed')`.execute(trx);
}
