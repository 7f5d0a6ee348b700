import { sql } from 'kysely';
import type { Actor } from '../../shared/access/actor.ts';
import type { ReportedLocation } from '../../shared/report/report.ts';
import type { Transaction } from '../database/connect.ts';
import { findAmlFor } from '../intake/aml.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import type { Liken } from './liken.ts';
import type { Report } from './steps/report.ts';
import { pointOf } from './steps/understand.ts';

/** The reports, calls among them with the best place known: the exchange's or the handset's own (AML). */
export async function withBestPlace(trx: Transaction, reports: readonly Report[]): Promise<Report[]> {
  const placed: Report[] = [];
  for (const report of reports) {
    const phone = report.channel === '112' ? report.reporter?.phone : undefined;
    const aml = phone && (await findAmlFor(trx, phone, new Date(report.occurredAt).toISOString()));
    placed.push(aml ? { ...report, location: better(report.location, aml) } : report);
  }
  return placed;
}

/** The smaller error wins; where neither says how far off it may be, the handset knows better than the exchange. */
function better(exchange: ReportedLocation | null, aml: ReportedLocation): ReportedLocation {
  if (exchange?.accuracyM == null) return aml;
  return (aml.accuracyM ?? Number.POSITIVE_INFINITY) <= exchange.accuracyM ? aml : exchange;
}

/** Tells the tickets of reports done before what has been learnt of their places since. */
export async function improvePlaces(
  trx: Transaction,
  commands: TicketCommands,
  reports: readonly Report[],
  actor: Actor,
  liken: Liken,
): Promise<void> {
  for (const { id: reportId, location, ticketId, homeId } of reports) {
    const point = pointOf(location);
    if (!point || !ticketId) continue;
    const learnt = { ...point, reportId, homeId: homeId ?? undefined };
    const ticket = await commands.locate(trx, ticketId, learnt, actor);
    if (ticket) await liken(trx, ticket, reportId);
  }
  if (reports.length > 0) {
    const ids = reports.map(({ id }) => id);
    await sql`update report set place_pending = false where id = any(${ids}::uuid[]) and place_pending`.execute(
      trx,
    );
  }
}
