import { randomUUID } from 'node:crypto';
import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import type { Clock } from '../platform/clock.ts';
import type { OpenTicket } from '../tickets/intake-commands.ts';
import { keepProposals, type NewProposal } from '../tickets/proposals.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import type { Outcome } from './inbox.ts';
import { judgeLatePlace, mergeLatePlace, sightingOfLatePlace } from './late-places.ts';
import { createLiken } from './liken.ts';
import { createOwnRouting } from './own-routing.ts';
import { createLikenessNow, type LikenessNow, sightingOfReport } from './sightings.ts';
import { type Decision, decideTarget, type Likely, type Target, type Thread } from './steps/decide.ts';
import type { Candidate, Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';
import { createUnderstand, type Understanding } from './steps/understand.ts';
import { lookAround, senderOf } from './surroundings.ts';

type Understood = {
  report: Report;
  understood: Understanding;
  sighting: Sighting | null;
  /** What a pin that comes after the words is matched by. */
  late: Sighting | null;
};
/** What is known around the reports of one transaction; grows with the tickets it opens. */
type Surroundings = {
  likeness: LikenessNow;
  threads: ReadonlyMap<string, Thread>;
  candidates: Candidate[];
  /** What this transaction has done already, by sender and by message. */
  bySender: Map<string, Thread>;
  byMessage: Map<string, Thread>;
};

/** Finds each citizen's report its ticket, or opens one. */
export function createPlacing(pack: CityPack, commands: TicketCommands, actor: Actor, clock: Clock) {
  const understand = createUnderstand(pack);
  const likenessNow = createLikenessNow(pack);
  const liken = createLiken({ commands, actor, likenessNow, clock });
  const ownRouting = createOwnRouting(pack);

  return {
    /**
     * Reads what the reports may belong to beside their senders' `threads`, under locks that keep two reports of one
     * incident from opening two tickets; `others` are sightings that somebody else will decide about. `ticketIds` are
     * then to be locked; `decide` goes by those of them that are open.
     */
    async prepare(
      trx: Transaction,
      reports: readonly Report[],
      threads: ReadonlyMap<string, Thread>,
      others: readonly Sighting[],
    ) {
      const likeness = likenessNow();
      const all = reports.map((report): Understood => {
        const understood = understand(report);
        const sighting = sightingOfReport(report, understood, likeness);
        return { report, understood, sighting, late: null };
      });
      for (const one of all) {
        const thread = threads.get(one.report.id) ?? saidBefore(one, all);
        one.late = sightingOfLatePlace(one.report, one.understood, thread, likeness);
      }
      const own = all.flatMap(({ sighting, late }) => [sighting ?? [], late ?? []].flat());
      const sightings = [...own, ...others];
      const found = knowing(likeness, threads, await lookAround(trx, sightings, likeness));
      return {
        candidates: found.candidates,
        ticketIds: all.flatMap((one) => mayJoin(one, found)),
        decide(open: ReadonlySet<string>) {
          const around = restrictTo(open, found);
          const plans = plan(all, around, found.candidates);
          const routes = plans.flatMap(routingOf);
          return {
            outcomes: plans.map(outcomeOf),
            /** Open tickets around, those among them that will just have been opened. */
            candidates: around.candidates,
            /** Opens the new tickets, with what they may be the same as: one flight. */
            open: (line: Line, at: string) => {
              const opened = commands.openAll(line, plans.flatMap(openingOf), actor);
              const proposed = keepProposals(line, plans.flatMap(proposalsOf), at);
              return Promise.all([opened, proposed]).then(([written]) => written);
            },
            joins: plans.filter(({ target }) => target !== null).length,
            routes: routes.length,
            /** Hands over those new ones that need nobody for it. */
            async route(): Promise<void> {
              for (const { ticketId, to } of routes) await commands.routeByItself(trx, ticketId, to, actor);
            },
            /** Adds the others to tickets that are open by now. */
            async join(): Promise<void> {
              const ids = plans.map(({ report }) => report.id);
              for (const [at, one] of plans.entries()) await join(trx, one, ids.slice(at + 1));
            },
          };
        },
      };
    },
    liken,
  };

  function routingOf({ report, understood, target, ticketId }: Plan) {
    const to = target ? null : ownRouting(report, understood);
    return to ? [{ ticketId, to }] : [];
  }

  async function join(
    trx: Transaction,
    { report, understood, target, before, mergeInto: late }: Plan,
    toCome: readonly string[],
  ): Promise<void> {
    if (!target) return;
    const { category, known, priority, facts, point, because } = understood;
    const { homeId } = target;
    const personId = report.personId ?? undefined;
    const input = {
      ...{ reportId: report.id, personId, homeId, toCome, facts, location: point },
      ...{ category: known ? category.code : before?.category, priority: known ? priority : undefined },
      because: [...because, ...target.because],
    };
    const ticket = await commands.join(trx, target.ticketId, input, actor);
    if (!before || before.place || !point || homeId) return;
    if (late && (await mergeLatePlace(trx, commands, ticket, late, actor))) return;
    await liken(trx, ticket, report.id);
  }
}

/** A report with the ticket it goes to: an open one (`target`), or one to be opened. */
type Plan = Understood & {
  ticketId: string;
  target: Target | null;
  before: Thread | null;
  proposals: Likely[];
  /** The ticket that the thread's own turns out to be part of. */
  mergeInto: Target | null;
};

/** Decides for one report after the other, each knowing what the ones before it will open. */
function plan(all: readonly Understood[], around: Surroundings, seen: readonly Candidate[]): Plan[] {
  return all.map((one) => {
    const { join: target } = decisionOf(one, around);
    const ticketId = target?.ticketId ?? randomUUID();
    const before = threadFor(one.report, around);
    // What is only proposed need not be locked.
    const wider = { ...around, candidates: [...new Set([...around.candidates, ...seen])] };
    const proposals = target ? [] : decisionOf(one, wider).proposals;
    const thread = before?.ticketId === ticketId ? before : null;
    const mergeInto = thread && judgeLatePlace(one.late, thread, around.candidates, around.likeness);
    const stays = threadAfter(one.understood, ticketId, thread);
    const after = mergeInto
      ? { ...stays, ticketId: mergeInto.ticketId, homeId: ticketId, isNew: false }
      : stays;
    if (!mergeInto && (!target || !before?.place)) remember(one, after, around);
    const sender = senderOf(one.report);
    if (sender) around.bySender.set(sender, after);
    around.byMessage.set(`${one.report.channel} ${one.report.externalId}`, after);
    return { ...one, ticketId, target, before: thread, proposals, mergeInto };
  });
}

function outcomeOf({ report, ticketId, target }: Plan): Outcome {
  return { reportId: report.id, state: 'processed', reason: null, ticketId, homeId: target?.homeId ?? null };
}

function openingOf({ report, understood, ticketId, target, proposals }: Plan): OpenTicket[] {
  if (target) return [];
  const { category, priority, facts, point, because } = understood;
  const { id: reportId, channel, personId } = report;
  const likened = proposals.find(({ number }) => number !== undefined);
  const opening = {
    id: ticketId,
    reportId,
    channel,
    category: category.code,
    priority,
    facts,
    location: point,
    because,
  };
  return [{ ...opening, personId: personId ?? undefined, likened }];
}

function proposalsOf({ report, ticketId, target, proposals }: Plan): NewProposal[] {
  if (target) return [];
  return proposals.map(({ ticketId: otherId, score, because }) => ({
    ...{ ticketId, otherId, reportId: report.id, score, because },
  }));
}

function knowing(
  likeness: LikenessNow,
  threads: ReadonlyMap<string, Thread>,
  candidates: Candidate[],
): Surroundings {
  return { likeness, threads, candidates, bySender: new Map(), byMessage: new Map() };
}

/** Only what is locked may be chosen: the choice must not wait for anybody once the log is being written. */
function restrictTo(
  open: ReadonlySet<string>,
  { likeness, threads, candidates }: Surroundings,
): Surroundings {
  return knowing(
    likeness,
    new Map([...threads].filter(([, { ticketId }]) => open.has(ticketId))),
    candidates.filter(({ ticketId }) => open.has(ticketId)),
  );
}

/** The tickets a report may become part of, one way or the other. */
function mayJoin(one: Understood, around: Surroundings): string[] {
  const thread = threadFor(one.report, around) ?? { ...NOT_YET, category: one.late?.category.code ?? '' };
  const late = judgeLatePlace(one.late, thread, around.candidates, around.likeness);
  return [decisionOf(one, around).join?.ticketId ?? [], late?.ticketId ?? []].flat();
}

/** The ticket of words that are processed in the same transaction. */
const NOT_YET: Thread = { ticketId: '', category: '', place: null, quoted: false, isNew: true };

/** What the same sender said without a place in the same transaction. */
function saidBefore(
  { report }: Understood,
  all: readonly Understood[],
): Pick<Thread, 'category' | 'place'> | null {
  const sender = senderOf(report);
  const words = all.findLast(
    (other) =>
      sender !== null &&
      other.report.occurredAt <= report.occurredAt &&
      other.report !== report &&
      other.understood.known &&
      senderOf(other.report) === sender,
  );
  if (!words) return null;
  return { category: words.understood.category.code, place: words.understood.point };
}

function decisionOf({ report, understood, sighting }: Understood, around: Surroundings): Decision {
  const { candidates, likeness } = around;
  return decideTarget(report, understood, threadFor(report, around), sighting, candidates, likeness.kin);
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
  const { homeId, number, isNew = true } = before ?? {};
  const code = before?.category ?? category.code;
  return { ticketId, category: code, place, quoted: false, homeId, number, isNew };
}

/** A ticket that has just got its place is there for those who report from around it. */
function remember({ report, understood, sighting }: Understood, thread: Thread, around: Surroundings): void {
  const { candidates, likeness } = around;
  const { point } = understood;
  if (!point || candidates.some(({ ticketId }) => ticketId === thread.ticketId)) return;
  const { lat, lng, accuracyM } = point;
  const { ticketId, category } = thread;
  const said = sighting?.said ?? likeness.read(report.text);
  const of = likeness.categoryOf(category);
  const { channel, occurredAt: createdAt } = report;
  candidates.push({ ticketId, category, lat, lng, accuracyM, createdAt, channel, said: () => said, of });
}
