import type { Channel } from '../report/channel.ts';
import type { HistoryDetails } from '../wire/api.ts';
import { type Contribution, withReport } from './contribution.ts';
import type { Decided, StateChanges } from './log-entry.ts';
import { contributionsOf, type Family, type FoldEntry, type FoldRules, refold } from './refold.ts';
import { deadlinesOf } from './sla.ts';
import type { TicketState } from './ticket.ts';

/** Everything of a new ticket but what the log gives it. */
export type SplitTicket = Omit<TicketState, 'number' | 'version'>;

/** What is left of the ticket, and what the reports taken out are by themselves. */
export type ReportsTaken = { left: StateChanges; opening: { ticket: SplitTicket; details: HistoryDetails } };

/**
 * Takes reports out of a ticket into one of their own, with the clocks they would have had. Null when nothing would be
 * left, or when none of them brought anything. `newId`: the new ticket's; `channelOf`: of a report.
 */
export function takeReports(
  ticket: TicketState,
  reportIds: readonly string[],
  family: Family,
  rules: FoldRules,
  { newId, channelOf }: { newId: string; channelOf: (reportId: string) => Channel },
): ReportsTaken | null {
  const known = contributionsOf(family);
  const taken = reportIds.flatMap((id) => known.get(id) ?? []).sort((a, b) => a.entry.seq - b.entry.seq || 0);
  const [first] = taken;
  if (!first || taken.length >= ticket.reportCount) return null;
  const split = { type: 'ticket.split' as const, details: { reportIds: [...reportIds], ticketId: newId } };
  const left = refold(ticket.id, withEntry(family, ticket.id, split), rules).ticket;
  if (left.reportCount < 1) return null;
  const parts = taken.map(({ part: { homeId: _home, ...part } }) => part);
  const opened = openedFor(ticket, parts, first.entry.at, rules, newId);
  const channel = channelOf(first.part.reportId ?? '');
  const details: HistoryDetails = { category: opened.category, parts, ticketId: ticket.id };
  if (first.part.reportId) details.reportId = first.part.reportId;
  details.ticketNumber = ticket.number;
  return { left: differences(ticket, left), opening: { ticket: { ...opened, channel }, details } };
}

function openedFor(
  from: TicketState,
  parts: readonly Contribution[],
  at: string,
  rules: FoldRules,
  id: string,
): SplitTicket {
  const category = rules.categoryOf(parts.find((part) => part.category)?.category ?? from.category);
  const bare: TicketState = {
    ...from,
    ...{ id, status: 'new', category: category.code, departmentCode: category.departmentCode },
    ...{ priority: category.priority, facts: {}, location: null, reportCount: 0, createdAt: at },
    ...{ acknowledgeFrom: at, resolveFrom: at, acknowledgedAt: null, resolvedAt: null, closedAt: null },
    ...{ mergedInto: null, sla: { acknowledge: null, resolve: null } },
  };
  const told = { ticket: bare, persons: new Set<string>() };
  for (const part of parts) {
    told.ticket = { ...told.ticket, ...withReport(told, part, rules.burst) };
    if (part.personId) told.persons.add(part.personId);
  }
  const { number: _number, version: _version, ...ticket } = told.ticket;
  // A ticket's targets are those it was opened with: what comes later makes it graver, not its clock shorter.
  const opening = { ...bare, ...withReport({ ticket: bare, persons: new Set() }, parts[0] ?? {}) };
  return { ...ticket, ...deadlinesOf(at, category, opening.priority) };
}

/** Brings a ticket back that had been merged: both are what they would be if that had never happened. */
export function takeTicket(
  ticket: TicketState,
  merged: TicketState,
  family: Family,
  rules: FoldRules,
): { left: StateChanges; restored: StateChanges } {
  const apart: Family = { ...family, mergedInto: new Map([...family.mergedInto, [merged.id, null]]) };
  return {
    left: differences(ticket, refold(ticket.id, apart, rules).ticket),
    restored: differences(merged, refold(merged.id, apart, rules).ticket),
  };
}

function withEntry(family: Family, ticketId: string, entry: Pick<Decided, 'type' | 'details'>): Family {
  const log = family.logs.get(ticketId) ?? [];
  const last = Math.max(0, ...[...family.logs.values()].flat().map(({ seq }) => seq));
  const next: FoldEntry = { ...entry, seq: last + 1, ticketId, at: '', changes: {} };
  return { ...family, logs: new Map([...family.logs, [ticketId, [...log, next]]]) };
}

/** The fields in which the second differs, as it has them. */
function differences(before: TicketState, after: TicketState): StateChanges {
  const { version: _version, ...fields } = after;
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof TicketState]),
    ),
  );
}
