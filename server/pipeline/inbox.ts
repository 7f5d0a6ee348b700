import { sql } from 'kysely';
import type { Channel } from '../../shared/report/channel.ts';
import type { Measurement, ReportedLocation, Reporter, ReportState } from '../../shared/report/report.ts';
import type { Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import { THREAD_MS, type Thread } from './steps/decide.ts';
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
  address: string | null;
  measurement: Measurement | null;
  has_pictures: boolean;
  in_reply_to: string | null;
  ticket_id: string | null;
  home_id: string | null;
  person: string | null;
  thread: {
    quoted: boolean;
    home: string;
    id: string;
    number: string;
    status: string;
    category: string;
    lat: number | null;
    lng: number | null;
  } | null;
};

const AROUND = `${THREAD_MS} milliseconds`;

/**
 * The reports with these ids, oldest first, and for each by its id the open ticket its sender was writing about. They
 * and their senders are locked until the transaction ends: a doubled job waits here.
 */
export async function takeUpReports(
  trx: Transaction,
  ids: readonly string[],
): Promise<{ reports: Report[]; threads: Map<string, Thread> }> {
  const { rows } = await sql<Row>`/* prepared */
    select (report).id, (report).channel, (report).external_id, (report).state, (report).text, (report).occurred_at,
      (report).reporter, (report).location, (report).measurement, (report).in_reply_to, (report).ticket_id, (report).home_id,
      person, thread, (report).raw ->> 'address' as address,
      (report).media is not null or exists (select from photo where report_id = (report).id) as has_pictures
    from take_up_reports(${ids}::uuid[], ${AROUND}::interval)`.execute(trx);
  return {
    reports: rows.map(reportFromRow).sort((a, b) => a.occurredAt - b.occurredAt),
    threads: new Map(rows.flatMap((row) => (row.thread ? [[row.id, threadFromRow(row.thread)]] : []))),
  };
}

function threadFromRow({
  id,
  number,
  status,
  home,
  category,
  lat,
  lng,
  quoted,
}: NonNullable<Row['thread']>): Thread {
  const place = lat === null || lng === null ? null : { lat, lng };
  return {
    ticketId: id,
    number,
    homeId: home === id ? undefined : home,
    category,
    place,
    quoted,
    isNew: status === 'new',
  };
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
    address: row.address,
    measurement: row.measurement,
    hasPictures: row.has_pictures,
    inReplyTo: row.in_reply_to,
    ticketId: row.ticket_id,
    homeId: row.home_id,
    personId: row.person,
  };
}

/** What became of a report. */
export type Outcome = {
  reportId: string;
  state: 'processed' | 'set_aside';
  reason: string | null;
  ticketId: string | null;
  /** See `Report.homeId`. */
  homeId?: string | null;
};

/** Marks reports as done, in one statement. Only those not done yet change. */
export async function markReports(line: Line, outcomes: readonly Outcome[], at: string): Promise<void> {
  if (outcomes.length === 0) return;
  await sql`/* prepared */
    update report set state = outcome.state, reason = outcome.reason, ticket_id = outcome.ticket_id,
      home_id = outcome.home_id,
      failure = null, processed_at = ${at}::timestamptz, place_pending = false
    from unnest(
      ${outcomes.map(({ reportId }) => reportId)}::uuid[],
      ${outcomes.map(({ state }) => state)}::text[],
      ${outcomes.map(({ reason }) => reason)}::text[],
      ${outcomes.map(({ ticketId }) => ticketId)}::uuid[],
      ${outcomes.map(({ homeId = null }) => homeId)}::uuid[]
    ) as outcome (id, state, reason, ticket_id, home_id)
    where report.id = outcome.id and report.state in ('received', 'failed')`.execute(line);
}
