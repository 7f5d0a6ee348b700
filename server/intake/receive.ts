import type { Pool } from 'pg';
import type { Metrics } from '../platform/metrics.ts';
import { KEEP_TIMEOUT_MS } from '../platform/within.ts';
import type { Enqueue } from './enqueue.ts';
import { createInboxWriter } from './inbox-writer.ts';
import { type IncomingReport, type ReceivedReport, type ReportRow, toReportRow } from './incoming.ts';
import { makeTrackingCode } from './tracking-code.ts';

export type Intake = {
  /**
   * Keeps reports: resolves when all of them are committed, in their order, known ones with the id they have.
   * `track` gives new ones a tracking code. Rejects with `unavailable` within two seconds when they cannot be kept.
   */
  receive(reports: IncomingReport[], options?: { track?: boolean }): Promise<ReceivedReport[]>;
  /** After the commit of a transaction that kept reports by `insertReport`: counts and queues the new ones. */
  announce(received: ReceivedReport[], reports: IncomingReport[]): void;
};

/** The one door behind all channels: first the durable inbox, then the queue. */
export function createIntake(deps: { pool: Pool; enqueue: Pick<Enqueue, 'add'>; metrics?: Metrics }): Intake {
  const { pool, enqueue, metrics } = deps;
  const writer = createInboxWriter(pool);

  function announceRows(received: ReceivedReport[], rows: ReportRow[]): void {
    received.forEach(({ id, channel, duplicate }, index) => {
      const row = rows[index];
      if (duplicate || !row) return;
      metrics?.reportsReceived.inc({ channel });
      if (row.state === 'received') enqueue.add({ id, urgent: row.urgent, media: row.media_pending });
    });
  }

  return {
    async receive(reports, { track = false } = {}) {
      if (reports.length === 0) return [];
      const rows = reports.map((report) => toReportRow(report, track ? makeTrackingCode() : null));
      const received = await writer.write(rows, KEEP_TIMEOUT_MS);
      announceRows(received, rows);
      return received;
    },
    announce: (received, reports) => {
      announceRows(
        received,
        reports.map((report) => toReportRow(report)),
      );
    },
  };
}
