import type { LatLng } from '../../shared/report/report.ts';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { Command } from '../../shared/ticket/transitions.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { Give } from './command-bar.tsx';

/** What the person fills in. Unused fields stay as they were. */
export type Fields = {
  departmentCode: string;
  category: string;
  priority: Priority;
  reason: string;
  /** A rejection: it was a prank. */
  prank: boolean;
  note: string;
  into: string;
  /** What is taken out: a merged ticket, or reports. */
  partId: string;
  reportIds: string[];
};

/** The form as it opens: what the ticket has now. */
export function fieldsFrom({ departmentCode, category, priority }: LiveTicket): Fields {
  return {
    ...{ departmentCode, category, priority, reason: '', prank: false },
    ...{ note: '', into: '', partId: '', reportIds: [] },
  };
}

/** Accepts the whole number or its end (`123` for `…-000123`). */
export function findByNumber(
  tickets: ReadonlyMap<string, { id: string; number: string }>,
  typed: string,
  exceptId: string,
): string | null {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return null;
  const digits = /^\d+$/.test(wanted) ? `-${wanted.padStart(6, '0')}` : null;
  for (const { id, number } of tickets.values()) {
    const fits = number === wanted || (digits !== null && number.endsWith(digits));
    if (fits && id !== exceptId) return id;
  }
  return null;
}

/** Gives the command with what was filled in, and nothing else. */
export function giveWith(
  give: Give,
  command: Command,
  fields: Fields,
  picked: LatLng | null,
): Promise<boolean> {
  const { reason, note, departmentCode, category, priority, into } = fields;
  const why = reason === '' ? {} : { reason };
  switch (command) {
    case 'verify':
      return give('verify', { category, priority, ...(picked && { location: picked }) });
    case 'route':
      return give('route', { departmentCode, ...why });
    case 'reprioritise':
      return give('reprioritise', { priority, ...why });
    case 'merge':
      return give('merge', { into, ...why });
    case 'split':
      return give('split', {
        ...(fields.partId === '' ? { reportIds: fields.reportIds } : { ticketId: fields.partId }),
        ...why,
      });
    case 'note':
      return give('note', { note });
    case 'resolve':
      return give('resolve', note === '' ? {} : { note });
    case 'return':
    case 'reopen':
      return give(command, { reason });
    case 'reject':
      return give('reject', { reason, ...(fields.prank && { prank: true }) });
    case 'acknowledge':
    case 'start':
    case 'close':
      return give(command, {});
  }
}
