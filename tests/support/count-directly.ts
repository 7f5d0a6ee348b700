import { bucketOf } from '../../shared/kpi/buckets.ts';
import { createDayOf, daysBetween } from '../../shared/kpi/city-day.ts';
import { AGE_DAYS, type Dimension } from '../../shared/kpi/measures.ts';
import type { Period } from '../../shared/kpi/period.ts';
import { isDone } from '../../shared/ticket/done.ts';
import { isOpen, type TicketState } from '../../shared/ticket/ticket.ts';

/** What a period's figures are, counted plainly from the tickets as they stand: no log, no roll-ups, no SQL. */
export function countDirectly(
  tickets: readonly TicketState[],
  { from, to }: Period,
  timeZone: string,
  filters: Partial<Record<Dimension, string>> = {},
) {
  const dayOf = createDayOf(timeZone);
  const within = (moment: string | null) => moment !== null && dayOf(moment) >= from && dayOf(moment) <= to;
  const counted = tickets.filter((ticket) => {
    const dimensions: Record<Dimension, string> = {
      department: ticket.departmentCode,
      kecamatan: ticket.location?.kecamatan ?? '-',
      category: ticket.category,
      channel: ticket.channel,
    };
    const fits = Object.entries(filters).every(([name, code]) => dimensions[name as Dimension] === code);
    return fits && ticket.status !== 'merged';
  });
  const withDeadline = counted.filter(({ status }) => status !== 'rejected');
  const isLate = ({ sla, resolveBy, ...ticket }: TicketState) =>
    sla.resolve === 'breached' || (isDone(ticket) && (ticket.resolvedAt ?? '') > resolveBy);
  const kept = withDeadline.filter((t) => isDone(t) && !isLate(t) && within(t.resolvedAt)).length;
  const breached = withDeadline.filter((t) => isLate(t) && within(t.resolveBy)).length;
  const open = counted.filter(({ status }) => isOpen(status));
  const solved = counted.filter((t) => isDone(t) && within(t.resolvedAt));
  const age = (t: TicketState) => daysBetween(dayOf(t.createdAt), to);
  return {
    opened: counted.filter((t) => within(t.createdAt)).length,
    resolved: solved.length,
    /** Right where nothing has happened after the period. */
    open: open.length,
    overdue: open.filter(({ sla }) => sla.resolve === 'breached').length,
    breached,
    onTime: kept + breached === 0 ? null : kept / (kept + breached),
    backlog: AGE_DAYS.map(
      (days, n) => open.filter((t) => age(t) >= days && age(t) < (AGE_DAYS[n + 1] ?? 100_000)).length,
    ),
    solve: Array.from(
      { length: 14 },
      (_, bucket) =>
        solved.filter((t) => bucketOf(Date.parse(t.resolvedAt ?? '') - Date.parse(t.createdAt)) === bucket)
          .length,
    ),
  };
}
