import type { TicketFilter } from '../../shared/wire/filter.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { deadlineOf } from './sorted-tickets.ts';

/** Asks for nothing. */
export const NO_FILTER: TicketFilter = {
  statuses: [],
  priorities: [],
  departments: [],
  kecamatan: [],
  categories: [],
  channels: [],
  breached: false,
  text: '',
};

/** The words a ticket is found by, in lower case. */
export type WordsOf = (ticket: LiveTicket) => string;
export type Match = (ticket: LiveTicket, now: number) => boolean;

/** Turns a filter into a question that is quick to ask of tens of thousands. `now` in ms. */
export function compileFilter(filter: TicketFilter, wordsOf: WordsOf): Match {
  const tests: Match[] = [];
  const among = <T extends string>(list: readonly T[], of: (ticket: LiveTicket) => T | null) => {
    if (list.length === 0) return;
    const wanted = new Set<string | null>(list);
    tests.push((ticket) => wanted.has(of(ticket)));
  };
  among(filter.statuses, ({ status }) => status);
  among(filter.priorities, ({ priority }) => priority);
  among(filter.departments, ({ departmentCode }) => departmentCode);
  among(filter.categories, ({ category }) => category);
  among(filter.channels, ({ channel }) => channel);
  among(filter.kecamatan, ({ location }) => location?.kecamatan ?? null);
  if (filter.breached) tests.push((ticket, now) => deadlineOf(ticket) <= now);
  for (const word of filter.text.toLowerCase().split(/\s+/).filter(Boolean))
    tests.push((ticket) => wordsOf(ticket).includes(word));
  return (ticket, now) => tests.every((test) => test(ticket, now));
}

/** How many things a filter asks for, beside its text. */
export function countAsked(filter: TicketFilter): number {
  const { statuses, priorities, departments, kecamatan, categories, channels, breached } = filter;
  const lists = [statuses, priorities, departments, kecamatan, categories, channels];
  return lists.filter((list) => list.length > 0).length + Number(breached);
}

/** Do two filters ask for the same? */
export function sameFilter(a: TicketFilter, b: TicketFilter): boolean {
  const told = (filter: TicketFilter) =>
    JSON.stringify(
      (Object.keys(NO_FILTER) as (keyof TicketFilter)[]).map((part) => {
        const value = filter[part];
        return Array.isArray(value) ? value.toSorted() : value;
      }),
    );
  return told(a) === told(b);
}

/** Finds the words of each ticket once. */
export function createTicketWords(titleOf: (ticket: LiveTicket) => string): WordsOf {
  const known = new WeakMap<LiveTicket, string>();
  return (ticket) => {
    let words = known.get(ticket);
    if (words === undefined) {
      const { number, location } = ticket;
      words = [number, titleOf(ticket), location?.kelurahan, location?.kecamatan].join(' ').toLowerCase();
      known.set(ticket, words);
    }
    return words;
  };
}
