import type { BurstRule, Category } from '../../shared/city/city-pack.ts';
import { type Contribution, type Told, withReport, withTicket } from '../../shared/ticket/contribution.ts';
import { decide } from '../../shared/ticket/decide.ts';
import type { StateChanges } from '../../shared/ticket/log-entry.ts';
import type { FoldEntry, FoldRules } from '../../shared/ticket/refold.ts';
import { deadlinesOf } from '../../shared/ticket/sla.ts';
import { takeReports, takeTicket } from '../../shared/ticket/split.ts';
import { isOpen, morePressing, type Priority, type TicketState } from '../../shared/ticket/ticket.ts';
import { type Command, isPossible } from '../../shared/ticket/transitions.ts';
import type { CommandBody, HistoryDetails } from '../../shared/wire/api.ts';
import type { TicketEvent } from '../../shared/wire/live.ts';
import { smallCity } from './small-city.ts';

export const burst: BurstRule = { reporters: [2, 4], emergencies: ['blaze'] };
export const categoryOf = (code: string): Category => {
  const category = smallCity.categories.find((known) => known.code === code);
  if (!category) throw new Error(code);
  return category;
};
const rules: FoldRules = { burst, categoryOf };

/** Tickets and their logs in memory, by the same pure rules as the server's: what is joined, merged and split there. */
export function createSplitWorld() {
  const tickets = new Map<string, TicketState>();
  const logs = new Map<string, FoldEntry[]>();
  const persons = new Map<string, Set<string>>();
  let seq = 0;
  let minute = 0;

  const at = () => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const told = (id: string): Told => ({ ticket: get(id), persons: persons.get(id) ?? new Set() });
  function get(id: string): TicketState {
    const ticket = tickets.get(id);
    if (!ticket) throw new Error(`no ticket ${id}`);
    return ticket;
  }

  function write(id: string, type: TicketEvent, changes: StateChanges, details: HistoryDetails): void {
    seq += 1;
    const before = tickets.get(id);
    tickets.set(id, { ...(before as TicketState), ...changes, version: (before?.version ?? 0) + 1 });
    // As JSON keeps it.
    const entry = JSON.parse(JSON.stringify({ seq, ticketId: id, at: at(), type, changes, details }));
    logs.set(id, [...(logs.get(id) ?? []), entry as FoldEntry]);
  }

  const family = () => ({
    logs,
    mergedInto: new Map([...tickets.values()].map(({ id, mergedInto }) => [id, mergedInto])),
  });

  return {
    get,
    /** The state without its version: how often it was written tells what happened. */
    stateOf(id: string) {
      const { version: _version, ...state } = get(id);
      return state;
    },
    pass(minutes: number) {
      minute += minutes;
    },
    open(id: string, part: Contribution): void {
      const category = categoryOf(part.category ?? 'anything');
      const priority = part.priority ?? category.priority;
      const ticket: Omit<TicketState, 'version'> = {
        ...{ id, number: id, status: 'new', priority, category: category.code },
        ...{
          departmentCode: category.departmentCode,
          facts: part.facts ?? {},
          location: part.location ?? null,
        },
        ...{ channel: 'whatsapp', reportCount: 1, createdAt: at(), acknowledgeFrom: at(), resolveFrom: at() },
        ...deadlinesOf(at(), category, priority),
        ...{ acknowledgedAt: null, resolvedAt: null, closedAt: null, mergedInto: null },
        sla: { acknowledge: null, resolve: null },
      };
      const parts = [{ ...part, category: category.code, priority }];
      write(id, 'ticket.opened', ticket, { reportId: part.reportId ?? '', parts });
      persons.set(id, new Set(part.personId ? [part.personId] : []));
    },
    join(id: string, part: Contribution): void {
      const changes = withReport(told(id), part, burst);
      write(id, 'ticket.reported', changes, { reportId: part.reportId ?? '', parts: [part] });
      if (part.personId) persons.get(id)?.add(part.personId);
    },
    merge(from: string, into: string): void {
      const changes = withTicket(told(into), told(from), burst);
      const number = { ticketId: into, ticketNumber: into };
      write(from, 'ticket.merged', { status: 'merged', closedAt: at(), mergedInto: into }, number);
      write(into, 'ticket.absorbed', changes, { ticketId: from, ticketNumber: from });
      for (const person of persons.get(from) ?? []) persons.get(into)?.add(person);
    },
    /** What somebody does, if it is possible just now. */
    act<C extends Command>(id: string, command: C, body: Omit<CommandBody<C>, 'version'>): void {
      const ticket = get(id);
      if (!isPossible(ticket.status, command)) return;
      const named = 'category' in body ? String(body.category) : ticket.category;
      const full = { ...body, version: ticket.version } as CommandBody<C>;
      const { type, changes, details } = decide(command, ticket, full, {
        now: at(),
        category: categoryOf(named),
      });
      write(id, type, changes, details);
    },
    breach(id: string): void {
      const ticket = get(id);
      if (!isOpen(ticket.status)) return;
      const sla = { ...ticket.sla, resolve: 'breached' as const };
      write(id, 'ticket.breached', { sla }, { clock: 'resolve' });
    },
    measure(id: string, value: number, priority: Priority | undefined, homeId: string | undefined): void {
      const { ticket } = told(id);
      const level = { value, unit: 'm', post: 'Jembatan' };
      const graver = priority ? morePressing(ticket.priority, priority) : ticket.priority;
      const changes = { facts: { ...ticket.facts, level }, priority: graver };
      write(id, 'ticket.measured', changes, { level, parts: [{ priority, homeId }] });
    },
    splitTicket(id: string, merged: string): void {
      const { left, restored } = takeTicket(get(id), get(merged), family(), rules);
      write(id, 'ticket.split', left, { ticketId: merged, ticketNumber: merged });
      write(merged, 'ticket.restored', restored, { ticketId: id, ticketNumber: id });
    },
    /** Answers whether it could be done. */
    splitReports(id: string, reportIds: string[], newId: string): boolean {
      const options = { newId, channelOf: () => 'whatsapp' as const };
      const taken = takeReports(get(id), reportIds, family(), rules, options);
      if (!taken) return false;
      write(newId, 'ticket.opened', { ...taken.opening.ticket, number: newId }, taken.opening.details);
      write(id, 'ticket.split', taken.left, { reportIds, ticketId: newId, ticketNumber: newId });
      return true;
    },
  };
}
export type SplitWorld = ReturnType<typeof createSplitWorld>;
