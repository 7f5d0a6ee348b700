import type { BurstRule, Category } from '../city/city-pack.ts';
import { type Contribution, type Told, withReport, withTicket } from './contribution.ts';
import type { LogEntry, StateChanges } from './log-entry.ts';
import { withoutPlace } from './place.ts';
import { deadlinesOf } from './sla.ts';
import { morePressing, type TicketState } from './ticket.ts';

export type FoldEntry = Pick<LogEntry, 'seq' | 'ticketId' | 'at' | 'type' | 'changes' | 'details'>;

/** The tickets that have, or had, to do with each other: their logs, in order, and which is part of which. */
export type Family = {
  logs: ReadonlyMap<string, readonly FoldEntry[]>;
  mergedInto: ReadonlyMap<string, string | null>;
};

export type FoldRules = { burst?: BurstRule | undefined; categoryOf: (code: string) => Category };

/** Entries whose effect follows from what is part of what, and not from what they set. */
const OF_THE_FAMILY = ['ticket.merged', 'ticket.restored', 'ticket.split'];

/**
 * What a ticket is by its own reports, the tickets that are part of it, and what people did to it: as if whatever was
 * taken out had never been in it. The version is not told. Pure; throws for a ticket without a log.
 */
export function refold(
  ticketId: string,
  family: Family,
  rules: FoldRules,
  upTo = Number.POSITIVE_INFINITY,
): Told {
  const members = membersOf(ticketId, family);
  let real: TicketState | null = null;
  let told: { ticket: TicketState; persons: Set<string> } | null = null;
  const set = (changes: StateChanges) => {
    if (told) told.ticket = { ...told.ticket, ...changes };
  };
  for (const entry of entriesFor(ticketId, members, family, upTo)) {
    const before = real;
    if (entry.ticketId === ticketId) real = { ...(real as unknown as TicketState), ...entry.changes };
    if (OF_THE_FAMILY.includes(entry.type)) continue;
    if (entry.type === 'ticket.opened') {
      told = openedBy(entry, family, rules);
    } else if (!told) {
    } else if (entry.type === 'ticket.reported') {
      for (const part of livingParts(entry, family, members)) {
        set(withReport(told, part, rules.burst));
        if (part.personId) told.persons.add(part.personId);
      }
    } else if (entry.type === 'ticket.absorbed') {
      const childId = entry.details.ticketId ?? '';
      if (!isLastOfChild(entry, ticketId, family)) continue;
      const child = refold(childId, family, rules, entry.seq);
      set(withTicket(told, child, rules.burst));
      for (const person of child.persons) told.persons.add(person);
    } else if (entry.type === 'ticket.measured') {
      if (isOfMembers(entry, members)) set(measured(told.ticket, entry));
    } else if (entry.type === 'ticket.located') {
      if (livingParts(entry, family, members).length > 0)
        set({ location: entry.changes.location ?? null, facts: withoutPlace(told.ticket.facts) });
    } else {
      set(byPeople(entry, before, told.ticket, rules));
    }
  }
  if (!told) throw new Error(`the ticket ${ticketId} has no log`);
  return told;
}

/** The ticket and all that are part of it. */
export function membersOf(ticketId: string, { mergedInto }: Family): Set<string> {
  const members = new Set([ticketId]);
  // A set that grows while it is walked is walked to its end.
  for (const member of members) {
    for (const [id, into] of mergedInto) if (into === member) members.add(id);
  }
  return members;
}

/** What a report brought, and which entry says so; the last that does where it was moved. */
export function contributionsOf({ logs }: Family): Map<string, { part: Contribution; entry: FoldEntry }> {
  const found = new Map<string, { part: Contribution; entry: FoldEntry }>();
  for (const entry of [...logs.values()].flat().sort((a, b) => a.seq - b.seq)) {
    if (entry.type !== 'ticket.opened' && entry.type !== 'ticket.reported') continue;
    for (const part of partsOf(entry)) if (part.reportId) found.set(part.reportId, { part, entry });
  }
  return found;
}

/** The ticket's own entries, and what was said of it while it was part of another. */
function entriesFor(ticketId: string, members: ReadonlySet<string>, { logs }: Family, upTo: number) {
  const entries = [...(logs.get(ticketId) ?? [])];
  for (const [id, log] of logs) {
    if (members.has(id)) continue;
    entries.push(
      ...log.filter((entry) => partsOf(entry).some(({ homeId }) => homeId && members.has(homeId))),
    );
  }
  return entries.filter(({ seq }) => seq < upTo).sort((a, b) => a.seq - b.seq);
}

function openedBy(entry: FoldEntry, family: Family, rules: FoldRules) {
  const opened = entry.changes as TicketState;
  const parts = partsOf(entry);
  const living = livingParts(entry, family, null);
  const persons = new Set(living.flatMap(({ personId }) => personId ?? []));
  if (living.length === parts.length) return { ticket: { ...opened }, persons };
  let told: { ticket: TicketState; persons: Set<string> } = {
    ticket: { ...opened, reportCount: 0, facts: {}, location: null },
    persons: new Set(),
  };
  for (const part of living) {
    told = { ...told, ticket: { ...told.ticket, ...withReport(told, part, rules.burst) } };
    if (part.personId) told.persons.add(part.personId);
  }
  return told;
}

/** The parts of an entry as it was written, or as an entry of before they were kept can be read. */
function partsOf({ type, details, changes }: FoldEntry): Contribution[] {
  if (details.parts) return details.parts;
  if (type !== 'ticket.opened' && type !== 'ticket.reported' && type !== 'ticket.located') return [];
  const { category, priority, facts, location } = changes;
  return [
    { reportId: details.reportId, category, priority, facts, ...(location && { location }) },
  ] satisfies Contribution[];
}

/** Those that nobody has taken out, neither alone nor with the ticket that they belong to. */
function livingParts(
  entry: FoldEntry,
  { logs }: Family,
  members: ReadonlySet<string> | null,
): Contribution[] {
  const splits = [...logs.values()].flat().filter(({ type }) => type === 'ticket.split');
  return partsOf(entry).filter(({ reportId, homeId }) => {
    if (members && homeId && !members.has(homeId)) return false;
    const moved = splits
      .filter(({ details }) => reportId && details.reportIds?.includes(reportId))
      .sort((a, b) => a.seq - b.seq)
      .at(-1);
    return moved === undefined || moved.details.ticketId === entry.ticketId;
  });
}

function isOfMembers(entry: FoldEntry, members: ReadonlySet<string>): boolean {
  return partsOf(entry).every(({ homeId }) => !homeId || members.has(homeId));
}

/** Is this how the other ticket is part of this one now? It may have been merged, taken out, and merged again. */
function isLastOfChild({ seq, details }: FoldEntry, ticketId: string, { logs, mergedInto }: Family): boolean {
  const childId = details.ticketId ?? '';
  if (mergedInto.get(childId) !== ticketId || !logs.has(childId)) return false;
  return !(logs.get(ticketId) ?? []).some(
    (entry) => entry.type === 'ticket.absorbed' && entry.details.ticketId === childId && entry.seq > seq,
  );
}

function measured(ticket: TicketState, { changes, details }: FoldEntry): StateChanges {
  const level = changes.facts?.level;
  const graver = details.parts?.[0]?.priority ?? details.toPriority;
  return {
    facts: { ...ticket.facts, ...(level && { level }) },
    ...(graver && { priority: morePressing(ticket.priority, graver) }),
  };
}

/**
 * What people did stands. Only targets that were reckoned for a critical ticket which would not have been one, or the
 * other way round, are reckoned again.
 */
function byPeople(
  { changes }: FoldEntry,
  real: TicketState | null,
  mine: TicketState,
  { categoryOf }: FoldRules,
): StateChanges {
  const starts = changes.acknowledgeFrom ?? changes.resolveFrom;
  const was = changes.priority ?? real?.priority;
  const is = changes.priority ?? mine.priority;
  if (!starts || (was === 'critical') === (is === 'critical')) return changes;
  const reckoned = deadlinesOf(starts, categoryOf(changes.category ?? mine.category), is);
  return {
    ...changes,
    ...(changes.acknowledgeBy && { acknowledgeBy: reckoned.acknowledgeBy }),
    ...(changes.resolveBy && { resolveBy: reckoned.resolveBy }),
  };
}
