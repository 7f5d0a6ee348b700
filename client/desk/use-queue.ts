import { useMemo, useState } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useDoneTickets } from '../api/tickets.ts';
import type { BoardState } from '../live/board.ts';
import { useCityWords } from '../session/city-words.ts';
import { isOver } from '../ticket/deadline.ts';
import { isToDo, type QueueTab, queueOf } from './queue-tabs.ts';

/** The queue as it stands: which tab, what is searched for, and the tickets that remain. `now` in ms. */
export function useQueue({ tickets, seq }: BoardState, now: number) {
  const { title } = useCityWords();
  const [tab, setTab] = useState<QueueTab>('to-do');
  const [search, setSearch] = useState('');
  const done = useDoneTickets(tab === 'done');
  const shown = useMemo(() => {
    const words = search.trim().toLowerCase();
    const matches = (ticket: LiveTicket) =>
      words === '' || `${ticket.number} ${title(ticket)}`.toLowerCase().includes(words);
    return queueOf(tab === 'done' ? (done.data?.tickets ?? []) : tickets.values(), tab, now, matches);
  }, [tickets, done.data, tab, search, now, title]);
  const counts = useMemo(() => countTabs(tickets.values(), now), [tickets, now]);
  const loading = tab === 'done' ? done.isPending : seq === null;
  const state: 'ready' | 'loading' | 'failed' =
    tab === 'done' && done.isError ? 'failed' : loading ? 'loading' : 'ready';
  return {
    tab,
    setTab,
    search,
    setSearch,
    tickets: shown,
    counts,
    state,
    retry: () => void done.refetch(),
  };
}

function countTabs(tickets: Iterable<LiveTicket>, now: number) {
  const counts = { 'to-do': 0, open: 0, breached: 0 };
  for (const ticket of tickets) {
    counts.open += 1;
    if (isToDo(ticket)) counts['to-do'] += 1;
    if (isOver(ticket, now)) counts.breached += 1;
  }
  return counts;
}
