import type { LiveTicket } from '../../shared/wire/live.ts';
import { runningDeadline } from '../ticket/deadline.ts';

/** How one department stands: open tickets, those past their running deadline, those it has not taken, the next deadline (ms). */
export type Standing = {
  code: string;
  open: number;
  critical: number;
  untaken: number;
  over: number;
  nextAt: number | null;
};

/** Every department with open tickets, the most pressed first. `now` in server time, ms. */
export function departmentStandings(tickets: Iterable<LiveTicket>, now: number): Standing[] {
  const standings = new Map<string, Standing>();
  for (const ticket of tickets) {
    const code = ticket.departmentCode;
    const known = standings.get(code) ?? { code, open: 0, critical: 0, untaken: 0, over: 0, nextAt: null };
    standings.set(code, known);
    known.open += 1;
    if (ticket.priority === 'critical') known.critical += 1;
    if (ticket.acknowledgedAt === null) known.untaken += 1;
    const at = runningDeadline(ticket)?.at;
    if (at === undefined) continue;
    if (at <= now) known.over += 1;
    else known.nextAt = Math.min(known.nextAt ?? at, at);
  }
  return [...standings.values()].sort(
    (a, b) => b.over - a.over || b.critical - a.critical || b.open - a.open || (a.code < b.code ? -1 : 1),
  );
}
