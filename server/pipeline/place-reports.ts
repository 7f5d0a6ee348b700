import { randomUUID } from 'node:crypto';
import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Transaction } from '../database/connect.ts';
import { inOneFlight, type Line } from '../database/flight.ts';
import type { OpenTicket } from '../tickets/intake-commands.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import type { Outcome } from './inbox.ts';
import { createOwnRouting } from './own-routing.ts';
import { decideTarget, type Target, type Thread } from './steps/decide.ts';
import { type Candidate, squaresOf } from './steps/match.ts';
import type { Report } from './steps/report.ts';
import { createUnderstand, sightingOf, type Understanding } from './steps/understand.ts';
import { findCandidates, senderOf, takeLocks } from './surroundings.ts';

type Understood = { report: Report; understood: Understanding };
/** What is known around the reports of one transaction; grows with the tickets it opens. */
type Surroundings = {
  threads: ReadonlyMap<string, Thread>;
  candidates: Candidate[];
  /** What this transaction has done already, by sender and by message. */
  bySender: Map<string, Thread>;
  byMessage: Map<string, Thread>;
};

/** Finds each citizen's report its ticket, or opens one. */
export function createPlacing(pack: CityPack, commands: TicketCommands, actor: Actor) {
  const understand = createUnderstand(pack);
  const ownRouting = createOwnRouting(pack);

  return {
    /**
     * Reads what the reports may belong to beside their senders' `threads`, under locks that keep two reports of one
     * incident from opening two tickets. `ticketIds` are then to be locked; `decide` goes by those of them that are open.
     */
    async prepare(trx: Transaction, reports: readonly Report[], threads: ReadonlyMap<string, Thread>) {
      const all = reports.map((report) => ({ report, understood: understand(report) }));
      const found = knowing(threads, await lookAround(trx, all));
      return {
        ticketIds: all.flatMap((one) => targetOf(one, found)?.ticketId ?? []),
        decide(open: ReadonlySet<string>) {
          const plans = plan(all, restrictTo(open, found));
          const routes = plans.flatMap(routingOf);
          return {
            outcomes: plans.map(outcomeOf),
            /** Opens the new tickets: one statement. */
            open: (line: Line) => commands.openAll(line, plans.flatMap(openingOf), actor),
            joins: plans.filter(({ target }) => target !== null).length,
            routes: routes.length,
            /** Hands over those new ones that need nobody for it. */
            async route(): Promise<void> {
              for (const { ticketId, to } of routes) await commands.routeByItself(trx, ticketId, to, actor);
            },
            /** Adds the others to tickets that are open by now. */
            async join(): Promise<void> {
              for (const one of plans) await join(trx, one);
            },
          };
        },
      };
    },
  };

  function routingOf({ report, understood, target, ticketId }: Plan) {
    const to = target ? null : ownRouting(report, understood);
    return to ? [{ ticketId, to }] : [];
  }

  async function join(trx: Transaction, { report, understood, target }: Plan): Promise<void> {
    if (!target) return;
    const { facts, point, because, priority } = understood;
    const input = {
      reportId: report.id,
      priority,
      facts,
      location: point,
      because: [...because, target.because],
    };
    await commands.join(trx, target.ticketId, input, actor);
  }
}

/** A report with the ticket it goes to: an open one (`target`), or one to be opened. */
type Plan = Understood & { ticketId: string; target: Target | null };

/** Decides for one report after the other, each knowing what the ones before it will open. */
function plan(all: readonly Understood[], around: Surroundings): Plan[] {
  return all.map((one) => {
    const target = targetOf(one, around);
    const ticketId = target?.ticketId ?? randomUUID();
    const before = threadFor(one.report, around);
    const after = threadAfter(one.understood, ticketId, before?.ticketId === ticketId ? before : null);
    if (!target || !before?.place) remember(one, after, around);
    const sender = senderOf(one.report);
    if (sender) around.bySender.set(sender, after);
    around.byMessage.set(`${one.report.channel} ${one.report.externalId}`, after);
    return { ...one, ticketId, target };
  });
}

function outcomeOf({ report, ticketId }: Plan): Outcome {
  return { reportId: report.id, state: 'processed', reason: null, ticketId };
}

function openingOf({ report, understood, ticketId, target }: Plan): OpenTicket[] {
  if (target) return [];
  const { category, priority, facts, point, because } = understood;
  const { id: reportId, channel } = report;
  return [
    { id: ticketId, reportId, channel, category: category.code, priority, facts, location: point, because },
  ];
}

/** The open tickets around what has a place. */
async function lookAround(trx: Transaction, all: readonly Understood[]): Promise<Candidate[]> {
  const sightings = all.flatMap(({ report, understood }) => sightingOf(understood, report.occurredAt) ?? []);
  if (sightings.length === 0) return [];
  const [, candidates] = await inOneFlight(trx, (line) => [
    takeLocks(line, sightings.flatMap(squaresOf)),
    findCandidates(line, sightings),
  ]);
  return candidates;
}

function knowing(threads: ReadonlyMap<string, Thread>, candidates: Candidate[]): Surroundings {
  return { threads, candidates, bySender: new Map(), byMessage: new Map() };
}

/** Only what is locked may be chosen: the choice must not wait for anybody once the log is being written. */
function restrictTo(open: ReadonlySet<string>, { threads, candidates }: Surroundings): Surroundings {
  return knowing(
    new Map([...threads].filter(([, { ticketId }]) => open.has(ticketId))),
    candidates.filter(({ ticketId }) => open.has(ticketId)),
  );
}

function targetOf({ report, understood }: Understood, around: Surroundings): Target | null {
  return decideTarget(report, understood, threadFor(report, around), around.candidates);
}

/** What the message answers, or else what its sender was last writing about; the newest of it may be of this transaction. */
function threadFor(report: Report, { threads, bySender, byMessage }: Surroundings): Thread | null {
  const answered = report.inReplyTo === null ? null : byMessage.get(`${report.channel} ${report.inReplyTo}`);
  if (answered) return { ...answered, quoted: true };
  const known = threads.get(report.id) ?? null;
  if (known?.quoted) return known;
  const sender = senderOf(report);
  return (sender && bySender.get(sender)) || known;
}

/** The thread as the next report finds it: a ticket stays what it is, and takes a place where it had none. */
function threadAfter({ category, point }: Understanding, ticketId: string, before: Thread | null): Thread {
  const place = before?.place ?? (point && { lat: point.lat, lng: point.lng });
  return { ticketId, category: before?.category ?? category.code, place, quoted: false };
}

/** A ticket that has just got its place is there for those who report from around it. */
function remember({ report, understood }: Understood, thread: Thread, { candidates }: Surroundings): void {
  const { point } = understood;
  if (!point || candidates.some(({ ticketId }) => ticketId === thread.ticketId)) return;
  const { lat, lng, accuracyM } = point;
  const { ticketId, category } = thread;
  candidates.push({ ticketId, category, lat, lng, accuracyM, createdAt: report.occurredAt });
}
