import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Transaction } from '../database/connect.ts';
import type { Line } from '../database/flight.ts';
import type { Clock } from '../platform/clock.ts';
import { keepProposals } from '../tickets/proposals.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import { knowing, restrictTo, type Understood } from './known-around.ts';
import { mergeLatePlace, sightingOfLatePlace } from './late-places.ts';
import { createLiken } from './liken.ts';
import { createOwnRouting } from './own-routing.ts';
import { mayJoin, openingOf, outcomeOf, type Plan, plan, proposalsOf } from './plan-reports.ts';
import { createLikenessNow, sightingOfReport } from './sightings.ts';
import type { Thread } from './steps/decide.ts';
import type { Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';
import { createUnderstand } from './steps/understand.ts';
import { lookAround } from './surroundings.ts';
import { saidBefore } from './threads.ts';

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
