import { setTimeout as delay } from 'node:timers/promises';
import { DUE_SOON_SHARE, dueSlaEvents, upcomingSlaEvents } from '../../shared/ticket/sla.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Database } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import { isDatabaseDown } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { QueueBackend } from '../queue/backend.ts';
import { type BellJob, type NewJob, NotNow, type RunningJob } from '../queue/jobs.ts';
import { headSeq, readLog } from '../tickets/log.ts';
import type { LogTail } from '../tickets/log-tail.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { createRing } from './ring.ts';
import { findTicking } from './ticking-tickets.ts';

/** Bells are hung for warnings within this time; those farther off are left to a later sweep. */
const HORIZON_MS = 10 * 60_000;
const SWEEP_MS = 30_000;
const SWEPT_AT_ONCE = 1000;
const ENTRIES_AT_ONCE = 500;
const DATABASE_PAUSE_MS = 1000;
/** Bells may be hung a little later than tickets are opened; no warning is that near. */
const SETTLE_MS = 500;
const BELLS_AT_ONCE = 4;

export type Sla = {
  /** Writes what is due and hangs the next bells. The safety net, also for whoever cannot wait for it. */
  sweep(): Promise<void>;
  close(): Promise<void>;
};

export type StartSla = {
  db: Database;
  backend: QueueBackend;
  tail: LogTail;
  commands: TicketCommands;
  clock: Clock;
  log: Log;
  /** The share of the time allowed after which a warning is due; the city may change it. */
  dueSoonShare?: () => number;
  sweepMs?: number;
};

/**
 * Starts the SLA clock. Whatever the log says about a ticket, its next warnings get a bell each: a delayed job
 * named after ticket, clock and moment, so that hanging it twice hangs it once. The sweep writes what no bell has
 * rung for (a queue that was lost, a server that was down) and hangs the bells of the next minutes.
 */
export function startSla(deps: StartSla): Sla {
  const { db, backend, tail, commands, clock, log, sweepMs = SWEEP_MS } = deps;
  const { dueSoonShare = () => DUE_SOON_SHARE } = deps;
  const ring = createRing({ db, commands, clock, dueSoonShare });
  const queue = backend.queue('sla');
  const closing = new AbortController();
  const worker = backend.worker('sla', { 'ring-bell': answerBell }, { concurrency: BELLS_AT_ONCE });

  async function answerBell({ data }: RunningJob<BellJob>): Promise<void> {
    try {
      const ticket = await ring(data.ticketId);
      const left = ticket && msUntil(ticket, data);
      if (left) throw new NotNow(left);
    } catch (error) {
      throw isDatabaseDown(error) ? new NotNow(DATABASE_PAUSE_MS, error) : error;
    }
  }

  /** How long the very warning of a bell that rang too early still takes. */
  function msUntil(ticket: TicketState, bell: BellJob): number | null {
    const event = upcomingSlaEvents(ticket, dueSoonShare()).find(
      (next) => next.clock === bell.clock && next.mark === bell.mark,
    );
    const left = event ? Date.parse(event.at) - clock.now() : 0;
    return left > 0 && left <= HORIZON_MS ? left : null;
  }

  async function hangBells(tickets: readonly TicketState[]): Promise<void> {
    const now = clock.now();
    await queue.addBulk(tickets.flatMap((ticket) => bellsOf(ticket, now, dueSoonShare())));
  }

  const follow = followLog({ db, tail, log, onTickets: hangBells });

  async function sweep(): Promise<void> {
    // What is opened between the two would have its bell from neither.
    await follow.begun;
    const ticking = await findTicking(db, {
      until: clock.now() + HORIZON_MS,
      limit: SWEPT_AT_ONCE,
      dueSoonShare: dueSoonShare(),
    });
    const after: TicketState[] = [];
    for (const ticket of ticking) after.push(await ringIfDue(ticket));
    await hangBells(after);
  }

  /** One ticket that cannot be written must not keep the others waiting. */
  async function ringIfDue(ticket: TicketState): Promise<TicketState> {
    if (dueSlaEvents(ticket, clock.now(), dueSoonShare()).length === 0) return ticket;
    try {
      return (await ring(ticket.id)) ?? ticket;
    } catch (err) {
      if (isDatabaseDown(err)) throw err;
      log.error({ err, ticketId: ticket.id }, 'a warning of the SLA clock could not be written');
      return ticket;
    }
  }

  async function sweepOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await sweep().catch((err: unknown) => log.warn({ err }, 'the SLA sweep could not finish'));
      await delay(sweepMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }
  const sweeping = sweepOn();

  return {
    sweep,
    async close() {
      closing.abort();
      await follow.close();
      await worker.close();
      await sweeping;
    },
  };
}

/** One bell a clock: its next warning, if that is near. */
function bellsOf(ticket: TicketState, now: number, dueSoonShare: number): NewJob<'sla'>[] {
  return upcomingSlaEvents(ticket, dueSoonShare)
    .map((event) => ({ ...event, at: Date.parse(event.at) }))
    .filter(({ at }) => at <= now + HORIZON_MS)
    .map(({ clock, mark, at }) => ({
      name: 'ring-bell',
      data: { ticketId: ticket.id, clock, mark },
      jobId: `bell-${ticket.id}-${clock}-${mark}-${at}`,
      delayMs: Math.max(0, at - now),
    }));
}

/** Reads the log from where it stands now, a stretch at a time, and hands over the tickets it tells of. */
function followLog({
  db,
  tail,
  log,
  onTickets,
}: {
  db: Database;
  tail: LogTail;
  log: Log;
  onTickets: (tickets: TicketState[]) => Promise<void>;
}) {
  let position: number | null = null;
  let reading: Promise<void> | null = null;
  let again = false;
  const closing = new AbortController();

  async function read(): Promise<void> {
    position ??= await headSeq(db);
    for (;;) {
      again = false;
      const rows = await readLog(db, { after: position, limit: ENTRIES_AT_ONCE });
      await onTickets([...new Map(rows.map(({ ticket }) => [ticket.id, ticket])).values()]);
      position = rows.at(-1)?.seq ?? position;
      if (rows.length < ENTRIES_AT_ONCE && !again) return;
    }
  }

  function wake(): void {
    again = true;
    if (reading) return;
    // The first reading says where it stands; later ones leave the database to those in a hurry.
    const settled =
      position === null ? Promise.resolve() : delay(SETTLE_MS, undefined, { signal: closing.signal });
    reading = settled
      .then(read)
      .catch((err: unknown) => log.debug({ err }, 'no bells hung now, the sweep will'))
      .finally(() => {
        reading = null;
      });
  }
  const stop = tail.subscribe(wake);
  wake();

  return {
    /** Resolves when the first reading is over: what comes after is heard. */
    begun: reading ?? Promise.resolve(),
    async close(): Promise<void> {
      stop();
      closing.abort();
      await reading;
    },
  };
}
