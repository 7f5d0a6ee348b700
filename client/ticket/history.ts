import type { AskedKey } from '../../shared/text/id.ts';
import { formatLevel } from '../../shared/ticket/title.ts';
import type { HistoryDetails, HistoryEntry } from '../../shared/wire/api.ts';
import { tellGrounds } from './because.ts';

/** What a sentence needs besides the entry: the words, the names of codes, the language. */
export type Teller = {
  text(key: AskedKey, values?: Record<string, string>): string;
  department(code: string): string;
  category(code: string): string;
  language: 'id' | 'en';
};

/** One entry of a ticket's history as a person would say it: a sentence, and what was added to it in words. */
export type HistorySentence = { sentence: string; remarks: string[] };

/** Tells a history entry: who did what; reason, note and the system's grounds as remarks. */
export function tellHistory(entry: HistoryEntry, teller: Teller): HistorySentence {
  const { details } = entry;
  const remarks = [details.reason, details.note].filter((remark) => remark !== undefined);
  if (details.probability !== undefined) {
    const format = new Intl.NumberFormat(teller.language, { maximumFractionDigits: 2 });
    const probability = format.format(Math.min(0.99, details.probability));
    remarks.push(teller.text('history.by-itself', { probability }));
  }
  if (details.because && details.because.length > 0)
    remarks.push(teller.text('history.because', { words: tellGrounds(details.because, teller.text) }));
  if (details.category !== undefined && entry.type !== 'ticket.opened')
    remarks.push(teller.text('history.category', { category: teller.category(details.category) }));
  return { sentence: teller.text(sentenceKey(entry), valuesOf(entry, teller)), remarks };
}

function sentenceKey({ type, details }: HistoryEntry): AskedKey {
  switch (type) {
    case 'ticket.due_soon':
    case 'ticket.breached':
      return `history.${type}.${details.clock ?? 'resolve'}`;
    case 'ticket.routed':
      return isMove(details) ? 'history.ticket.routed-from' : 'history.ticket.routed';
    case 'ticket.reprioritised':
      return details.fromPriority ? 'history.ticket.reprioritised-from' : 'history.ticket.reprioritised';
    case 'ticket.opened':
      if (details.ticketNumber === undefined) return 'history.ticket.opened';
      return details.score === undefined ? 'history.ticket.opened-split' : 'history.ticket.opened-likened';
    case 'ticket.replied':
      return details.ask === undefined ? 'history.ticket.replied' : 'history.ticket.replied-asked';
    case 'ticket.measured':
      return details.level?.fell ? 'history.ticket.measured-fell' : 'history.ticket.measured';
    default:
      return `history.${type}`;
  }
}

/** Handing over to the department that has it anyway is no move. */
function isMove({ fromDepartment, toDepartment }: HistoryDetails): boolean {
  return fromDepartment !== undefined && fromDepartment !== toDepartment;
}

function valuesOf({ type, details, actor }: HistoryEntry, teller: Teller): Record<string, string> {
  const values: Record<string, string> = { who: actorName(actor, teller) };
  if (type === 'ticket.reprioritised') {
    if (details.fromPriority) values.from = teller.text(`priority.${details.fromPriority}`);
    if (details.toPriority) values.to = teller.text(`priority.${details.toPriority}`);
  } else {
    if (details.fromDepartment) values.from = teller.department(details.fromDepartment);
    if (details.toDepartment) values.to = teller.department(details.toDepartment);
  }
  values.ticket = details.ticketNumber ?? teller.text('history.another-ticket');
  values.count = String(details.reportCount ?? 1);
  values.level = details.level ? formatLevel(details.level, teller.language) : teller.text('history.a-level');
  return values;
}

function actorName(actor: HistoryEntry['actor'], teller: Teller): string {
  if (actor.role !== 'system') return actor.name;
  if (actor.name === 'sla') return teller.text('actor.sla');
  return teller.text('actor.pipeline');
}
