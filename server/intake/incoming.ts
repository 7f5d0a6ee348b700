import { createHash } from 'node:crypto';
import { type Channel, isEmergencyChannel } from '../../shared/report/channel.ts';
import type { ParsedReport } from '../../shared/report/report.ts';

/** A report on its way in. `setAside`: kept, but for the reason given nobody has to look at it. */
export type IncomingReport = ParsedReport & { setAside?: string };

/** What became of one report at the door. */
export type ReceivedReport = {
  id: string;
  trackingCode: string | null;
  /** It had been received before; the answer is the first one's. */
  duplicate: boolean;
  channel: Channel;
  externalId: string;
};

/** A longer id would not fit into the index that keeps reports unique. */
const LONGEST_ID = 500;

/** The columns of one report as `insert_report` reads them. */
export type ReportRow = {
  channel: Channel;
  external_id: string;
  urgent: boolean;
  text: string;
  occurred_at: string;
  reporter: unknown;
  location: unknown;
  measurement: unknown;
  media: unknown;
  in_reply_to: string | null;
  raw: unknown;
  tracking_code: string | null;
  state: 'received' | 'set_aside';
  reason: string | null;
  media_pending: boolean;
};

/** The row of a report; the same report always makes the same (channel, external id). */
export function toReportRow(report: IncomingReport, trackingCode: string | null = null): ReportRow {
  return {
    channel: report.channel,
    external_id: storableId(report.externalId),
    urgent: isEmergencyChannel(report.channel),
    text: report.text,
    occurred_at: report.occurredAt,
    reporter: report.reporter,
    location: report.location,
    measurement: report.measurement ?? null,
    media: report.media ?? null,
    in_reply_to: report.inReplyTo ?? null,
    raw: report.raw ?? {},
    tracking_code: trackingCode,
    state: report.setAside === undefined ? 'received' : 'set_aside',
    reason: report.setAside ?? null,
    media_pending: report.media?.some(({ mimeType }) => mimeType.startsWith('image/')) ?? false,
  };
}

/** An id or number as the inbox keeps it: itself, or its digest where the database could not hold it. */
export function storableId(id: string): string {
  if (id.length <= LONGEST_ID && id.isWellFormed() && !id.includes('\0')) return id;
  return `sha256:${createHash('sha256').update(id, 'utf16le').digest('hex')}`;
}

/**
 * JSON that PostgreSQL's jsonb takes: U+0000 and lone surrogates, which it refuses although JSON allows them,
 * become U+FFFD. `JSON.stringify` escapes both (and little else), so most texts pass after one look.
 */
export function toJsonb(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u')) return json;
  return json.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/gs, (found, what: string) =>
    what.length > 1 ? '\\ufffd' : found,
  );
}
