import { randomUUID } from 'node:crypto';
import type { OpenTicket } from '../tickets/intake-commands.ts';
import type { NewProposal } from '../tickets/proposals.ts';
import type { Outcome } from './inbox.ts';
import { remember, type Surroundings, type Understood } from './known-around.ts';
import { judgeLatePlace } from './late-places.ts';
import { type Decision, decideTarget, type Likely, type Target, type Thread } from './steps/decide.ts';
import type { Candidate } from './steps/match.ts';
import { senderOf } from './surroundings.ts';
import { NOT_YET, threadAfter, threadFor } from './threads.ts';

/** A report with the ticket it goes to: an open one (`target`), or one to be opened. */
export type Plan = Understood & {
  ticketId: string;
  target: Target | null;
  before: Thread | null;
  proposals: Likely[];
  /** The ticket that the thread's own turns out to be part of. */
  mergeInto: Target | null;
};

/** Decides for one report after the other, each knowing what the ones before it will open. */
export function plan(all: readonly Understood[], around: Surroundings, seen: readonly Candidate[]): Plan[] {
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

/** What the inbox keeps of a planned report. */
export function outcomeOf({ report, ticketId, target }: Plan): Outcome {
  return { reportId: report.id, state: 'processed', reason: null, ticketId, homeId: target?.homeId ?? null };
}

/** The ticket it opens; none where it joins one. */
export function openingOf({ report, understood, ticketId, target, proposals }: Plan): OpenTicket[] {
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

/** What its new ticket may be the same as. */
export function proposalsOf({ report, ticketId, target, proposals }: Plan): NewProposal[] {
  if (target) return [];
  return proposals.map(({ ticketId: otherId, score, because }) => ({
    ...{ ticketId, otherId, reportId: report.id, score, because },
  }));
}

/** The tickets a report may become part of, one way or the other. */
export function mayJoin(one: Understood, around: Surroundings): string[] {
  const thread = threadFor(one.report, around) ?? { ...NOT_YET, category: one.late?.category.code ?? '' };
  const late = judgeLatePlace(one.late, thread, around.candidates, around.likeness);
  return [decisionOf(one, around).join?.ticketId ?? [], late?.ticketId ?? []].flat();
}

function decisionOf({ report, understood, sighting }: Understood, around: Surroundings): Decision {
  const { candidates, likeness } = around;
  return decideTarget(report, understood, threadFor(report, around), sighting, candidates, likeness.kin);
}
