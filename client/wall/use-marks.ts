import { useMemo } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { LayerTicket } from '../map/ticket-layer.ts';
import { useCityWords } from '../session/city-words.ts';
import { toMapTickets } from '../ticket/map-tickets.ts';

/** The tickets as the map draws them. Of thousands a few change at a time: the others are not made again. */
export function useMarks(tickets: readonly LiveTicket[]): LayerTicket[] {
  const { title } = useCityWords();
  const made = useMemo(() => {
    const marks = new WeakMap<LiveTicket, LayerTicket[]>();
    return (ticket: LiveTicket): LayerTicket[] => {
      const known = marks.get(ticket) ?? toMapTickets([ticket], title);
      marks.set(ticket, known);
      return known;
    };
  }, [title]);
  return useMemo(() => tickets.flatMap(made), [tickets, made]);
}
