import { systemActor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { inOneFlight, transactWithLastFlight } from '../database/flight.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { LogRow } from '../tickets/log.ts';
import type { Wake } from '../tickets/log-tail.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { improvePlaces, withBestPlace } from './calls.ts';
import { markReports, type Outcome, takeUpReports } from './inbox.ts';
import { createPlacing } from './place-reports.ts';
import { createSensorPosts } from './sensor-posts.ts';
import type { Report } from './steps/report.ts';
import { createSetAside } from './steps/set-aside.ts';
import { lockOpenTickets } from './surroundings.ts';

export type PipelineDeps = {
  db: Database;
  pack: CityPack;
  commands: TicketCommands;
  clock: Clock;
  metrics?: Metrics | undefined;
  /** Told after each commit: this node's screens need not wait until the database says so. */
  committed?: Wake | undefined;
};

export type ProcessReports = (reportIds: readonly string[]) => Promise<void>;

/** What one transaction has done; `written`: entries of the log, where they are all there are. */
type Done = { outcomes: Outcome[]; written: readonly LogRow[] };

const PIPELINE = systemActor('pipeline');

/**
 * Makes of each report what it is to become: a ticket, part of one, a level, or set aside; all of them in one
 * transaction, so either every one of these reports is done or none. A report that is done already changes
 * nothing, except that a place learnt since (AML, a later call event, a picture's EXIF) improves its ticket's.
 */
export function createProcessReports({
  db,
  pack,
  commands,
  clock,
  metrics,
  committed,
}: PipelineDeps): ProcessReports {
  const setAsideReason = createSetAside(pack);
  const placeReports = createPlacing(pack, commands, PIPELINE, clock);
  const readSensors = createSensorPosts(pack, commands, PIPELINE);

  async function processIn(trx: Transaction, reportIds: readonly string[]): Promise<{ last: Promise<Done> }> {
    const { reports: taken, threads } = await takeUpReports(trx, reportIds);
    const reports = await withBestPlace(trx, taken);
    // A job for a report that has failed is one that somebody has put back.
    const waiting = reports.filter(({ state }) => state === 'received' || state === 'failed');
    const setAside: Outcome[] = [];
    const citizens: Report[] = [];
    const readings: Report[] = [];
    for (const report of waiting) {
      const reason = setAsideReason(report);
      if (reason) setAside.push({ reportId: report.id, state: 'set_aside', reason, ticketId: null });
      else if (report.channel === 'sensor') readings.push(report);
      else citizens.push(report);
    }
    const done = reports.filter(({ state }) => state === 'processed');
    // Everything that waits for others comes before the first entry of the log, see docs/decisions.
    const sensors = readSensors.read(readings);
    const places = await placeReports.prepare(trx, citizens, threads, sensors.sightings);
    const levels = await sensors.prepare(trx, places.candidates);
    const doneTickets = done.flatMap(({ ticketId }) => ticketId ?? []);
    const open = await lockOpenTickets(trx, [...places.ticketIds, ...levels.ticketIds, ...doneTickets]);
    const placed = places.decide(open);
    const decided = [...setAside, ...placed.outcomes];
    const at = isoNow(clock);
    const opened = inOneFlight(trx, (line) => [placed.open(line, at), markReports(line, decided, at)]);
    const ends = placed.joins === 0 && placed.routes === 0;
    if (ends && readings.length === 0 && done.length === 0)
      return { last: opened.then(([written]) => ({ outcomes: decided, written })) };
    await opened;
    await placed.route();
    await placed.join();
    const measured = await levels.carryOut(open, placed.candidates);
    await improvePlaces(trx, commands, done, PIPELINE, placeReports.liken);
    const outcomes = [...decided, ...measured];
    return { last: markReports(trx, measured, at).then(() => ({ outcomes, written: [] })) };
  }

  return async (reportIds) => {
    const { outcomes, written } = await transactWithLastFlight(db, (trx) => processIn(trx, reportIds));
    committed?.(written);
    for (const { state, ticketId } of outcomes) {
      metrics?.reportsProcessed.inc({
        decision: state === 'set_aside' ? 'set_aside' : ticketId ? 'ticket' : 'quiet',
      });
    }
  };
}
