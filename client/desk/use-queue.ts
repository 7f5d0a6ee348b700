import { useMemo, useState } from 'react';
import type { SavedFilter, TicketFilter } from '../../shared/wire/filter.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useFilters } from '../api/desk.ts';
import { useDoneTickets } from '../api/tickets.ts';
import type { BoardState } from '../live/board.ts';
import { useCityWords } from '../session/city-words.ts';
import { compileFilter, createTicketWords, NO_FILTER } from './filter.ts';
import { belongsTo, type LiveTab, type QueueTab } from './queue-tabs.ts';
import { createSortedTickets, deadlineOf } from './sorted-tickets.ts';

const NONE: readonly SavedFilter[] = [];

/** The queue as it stands: which tab, what it is narrowed to, and the tickets that remain. `now` in ms. */
export function useQueue({ tickets, seq }: BoardState, now: number) {
  const { title } = useCityWords();
  const [tab, setTab] = useState<QueueTab>('to-do');
  const [filter, setFilter] = useState<TicketFilter>(NO_FILTER);
  const done = useDoneTickets(tab === 'done');
  const filters = useFilters();
  const saved = filters.data ?? NONE;
  const wordsOf = useMemo(() => createTicketWords(title), [title]);
  const [sort] = useState(createSortedTickets);
  const sorted = sort(tickets);
  // Deadlines pass by the second; nobody waits for what asks for none.
  const [countOver] = useState(createOverCount);
  const over = useMemo(() => countOver(sorted, now), [countOver, sorted, now]);
  const shown = useMemo(() => {
    const matches = compileFilter(filter, wordsOf);
    if (tab === 'done') return (done.data?.tickets ?? []).filter((ticket) => matches(ticket, Number.NaN));
    const at = over.at;
    return sorted.filter((ticket) => belongsTo(tab, ticket, at) && matches(ticket, at));
  }, [sorted, done.data, tab, filter, wordsOf, over.at]);
  const counts = useMemo(() => countTabs(sorted, over.count), [sorted, over.count]);
  const savedCounts = useMemo(
    () => countSaved(sorted, saved, wordsOf, over.at),
    [sorted, saved, wordsOf, over.at],
  );
  const loading = tab === 'done' ? done.isPending : seq === null;
  const state: 'ready' | 'loading' | 'failed' =
    tab === 'done' && done.isError ? 'failed' : loading ? 'loading' : 'ready';
  return {
    ...{ tab, setTab, filter, setFilter, saved, savedCounts, counts, state, sorted },
    savedFailed: filters.isError && !filters.data,
    tickets: shown,
    retry: () => void done.refetch(),
    /** Shows what a kept filter asks for, of all that is open. */
    choose(chosen: TicketFilter) {
      setTab('open');
      setFilter(chosen);
    },
  };
}
export type QueueState = ReturnType<typeof useQueue>;

/** Counts those past their deadline; the same answer, and time, as long as no deadline passed and no ticket changed. */
function createOverCount() {
  let last = { count: -1, at: 0 };
  let of: readonly LiveTicket[] = [];
  return (sorted: readonly LiveTicket[], now: number): { count: number; at: number } => {
    let count = 0;
    for (const ticket of sorted) if (deadlineOf(ticket) <= now) count += 1;
    if (of !== sorted || last.count !== count) last = { count, at: now };
    of = sorted;
    return last;
  };
}

function countTabs(sorted: readonly LiveTicket[], over: number): Record<LiveTab, number> {
  let toDo = 0;
  for (const ticket of sorted) if (belongsTo('to-do', ticket, 0)) toDo += 1;
  return { 'to-do': toDo, open: sorted.length, breached: over };
}

/** How many open tickets each kept filter asks for, by its id. */
function countSaved(
  sorted: readonly LiveTicket[],
  saved: readonly SavedFilter[],
  wordsOf: (ticket: LiveTicket) => string,
  now: number,
): ReadonlyMap<string, number> {
  const asked = saved.map(({ id, filter }) => ({ id, matches: compileFilter(filter, wordsOf), count: 0 }));
  for (const ticket of sorted) for (const one of asked) if (one.matches(ticket, now)) one.count += 1;
  return new Map(asked.map(({ id, count }) => [id, count]));
}
