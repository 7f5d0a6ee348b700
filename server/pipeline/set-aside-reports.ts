import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { Reporter } from '../../shared/report/report.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { SetAsideReport } from '../../shared/wire/api.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { AppError } from '../platform/errors.ts';
import type { JudgeReport } from '../pranks/judge-report.ts';
import { findTicket } from '../tickets/detail.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { takeUpReports } from './inbox.ts';
import type { Report } from './steps/report.ts';
import { createUnderstand } from './steps/understand.ts';

const MOST = 200;

type Row = {
  id: string;
  channel: string;
  text: string;
  occurred_at: Date;
  received_at: Date;
  reporter: Reporter | null;
  reason: string | null;
};

/** Reports that were set aside, newest first, with the reason, and what speaks for its being no report. */
export async function listSetAside(db: Database, judge: JudgeReport): Promise<SetAsideReport[]> {
  const { rows } = await sql<Row>`
    select id, channel, text, occurred_at, received_at, reporter, reason from report where state = 'set_aside'
    order by received_at desc limit ${MOST}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel as Channel,
    text: row.text,
    occurredAt: row.occurred_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    reporter: row.reporter && { name: row.reporter.name ?? null, phone: row.reporter.phone ?? null },
    reason: row.reason ?? '',
    noise: row.channel === 'sensor' ? null : judge.byWords(row),
  }));
}

/** Opens a ticket for a report that should not have been set aside. */
export type RestoreReport = (reportId: string, actor: Actor) => Promise<TicketState>;

/**
 * Done twice it answers the same ticket. Throws not-found; impossible for a report that was not set aside, and for
 * a reading, of which no post is known.
 */
export function createRestoreReport({
  db,
  pack,
  commands,
}: {
  db: Database;
  pack: CityPack;
  commands: TicketCommands;
}): RestoreReport {
  const understand = createUnderstand(pack);

  async function openFor(trx: Transaction, report: Report, actor: Actor): Promise<TicketState> {
    const { category, priority, facts, point, because } = understand(report);
    const ticket = await commands.open(
      trx,
      {
        reportId: report.id,
        personId: report.personId ?? undefined,
        channel: report.channel,
        category: category.code,
        priority,
        facts,
        location: point,
        because,
        status: 'verified',
      },
      actor,
    );
    await sql`update report set state = 'processed', reason = null, ticket_id = ${ticket.id} where id = ${report.id}`.execute(
      trx,
    );
    return ticket;
  }

  return (reportId, actor) =>
    db.transaction().execute(async (trx) => {
      const { reports } = await takeUpReports(trx, [reportId]);
      const [report] = reports;
      if (!report) throw new AppError('not-found', { detail: `report ${reportId}` });
      if (report.ticketId) return findTicket(trx, report.ticketId);
      if (report.state !== 'set_aside' || report.channel === 'sensor')
        throw new AppError('impossible', { detail: `report ${reportId} cannot become a ticket` });
      return openFor(trx, report, actor);
    });
}
