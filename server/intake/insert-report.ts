import { CompiledQuery } from 'kysely';
import type { Channel } from '../../shared/report/channel.ts';
import type { Database, Transaction } from '../database/connect.ts';
import {
  type IncomingReport,
  type ReceivedReport,
  type ReportRow,
  storableId,
  toJsonb,
  toReportRow,
} from './incoming.ts';
import { makeTrackingCode } from './tracking-code.ts';

const COLUMNS = `channel text, external_id text, urgent boolean, text text, occurred_at timestamptz, reporter jsonb,
  location jsonb, measurement jsonb, media jsonb, in_reply_to text, raw jsonb, tracking_code text, state text,
  reason text, media_pending boolean`;
const NAMES = COLUMNS.replaceAll(/ (text|boolean|timestamptz|jsonb)(?=,|$)/g, '');

/**
 * Inserts all rows of one JSON array ($1) in one statement; answers the new ones. Known ones are left as they are.
 * Ids are given in the order of the rows; but written they are in one order for everybody, because who inserts a row
 * waits for whoever is just inserting the same one.
 */
export const INSERT_REPORTS = `
  with incoming as materialized (
    select uuidv7() as id, * from jsonb_to_recordset($1::jsonb) as incoming (${COLUMNS}))
  insert into report (id, ${NAMES}, processed_at)
  select id, ${NAMES}, case when state = 'received' then null else now() end
  from incoming order by channel, external_id
  on conflict (channel, external_id) do nothing
  returning id, channel, external_id`;

/** Finds reports by the channels ($1) and external ids ($2). */
export const FIND_REPORTS = `
  select report.id, report.channel, report.external_id, report.tracking_code
  from unnest($1::text[], $2::text[]) as wanted (channel, external_id)
  join report on report.channel = wanted.channel and report.external_id = wanted.external_id`;

export type InsertedRow = { id: string; channel: string; external_id: string };
export type FoundRow = InsertedRow & { tracking_code: string | null };

/**
 * Keeps one report inside the caller's transaction; `track` gives it a tracking code. Nothing is put on the
 * queue: that is for the caller, after the commit.
 */
export async function insertReport(
  trx: Transaction,
  report: IncomingReport,
  options: { track?: boolean } = {},
): Promise<ReceivedReport> {
  const row = toReportRow(report, options.track ? makeTrackingCode() : null);
  const inserted = await trx.executeQuery<InsertedRow>(CompiledQuery.raw(INSERT_REPORTS, [toJsonb([row])]));
  const first = inserted.rows[0];
  if (first) return toReceived(row, first.id, row.tracking_code, false);
  const known = await findReport(trx, row.channel, row.external_id);
  if (!known) throw new Error('A report was neither inserted nor found');
  return known;
}

/** The report with this id of its channel, as its door answers when it comes again; null when there is none. */
export async function findReport(
  db: Database,
  channel: Channel,
  externalId: string,
): Promise<ReceivedReport | null> {
  const found = await db.executeQuery<FoundRow>(
    CompiledQuery.raw(FIND_REPORTS, [[channel], [storableId(externalId)]]),
  );
  const row = found.rows[0];
  if (!row) return null;
  return {
    id: row.id,
    trackingCode: row.tracking_code,
    duplicate: true,
    channel,
    externalId: row.external_id,
  };
}

/** The door's answer for a row. */
export function toReceived(
  row: ReportRow,
  id: string,
  trackingCode: string | null,
  duplicate: boolean,
): ReceivedReport {
  return { id, trackingCode, duplicate, channel: row.channel, externalId: row.external_id };
}
