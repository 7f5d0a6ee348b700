import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallerReport, EntryWords, NearTicket } from '../../shared/wire/entry.ts';
import type { SavedFilter } from '../../shared/wire/filter.ts';
import type { PlaceAnswer } from '../../shared/wire/places.ts';
import type { UnderstandingAnswer } from '../../shared/wire/understanding.ts';
import { useApi } from './use-api.ts';

const WORDS_STALE_MS = 5 * 60_000;
const NEAR_POLL_MS = 10_000;
/** Shorter ones are on their way to be a number. */
const SHORTEST_PHONE = 7;
/** Shorter ones name no place. */
const SHORTEST_NAME = 3;
const LONGEST_WORDS = 500;
const FOUND_KEPT_MS = 60_000;

/** The person's own filters, the same at every desk. */
export function useFilters() {
  const api = useApi();
  return useQuery({
    queryKey: ['filters'],
    queryFn: async ({ signal }) =>
      (await api.get<{ filters: SavedFilter[] }>('/api/filters', signal)).filters,
  });
}

export function useSaveFilter() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<SavedFilter, 'id'>) => api.post<SavedFilter>('/api/filters', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['filters'] }),
  });
}

export function useRemoveFilter() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.remove(`/api/filters/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['filters'] }),
  });
}

/** What an entry is typed with; places are imported while screens are open. */
export function useEntryWords() {
  const api = useApi();
  return useQuery({
    queryKey: ['entry-words'],
    queryFn: ({ signal }) => api.get<EntryWords>('/api/entry-words', signal),
    staleTime: WORDS_STALE_MS,
  });
}

/** The places that words name, by the server's finder; who types on does not wait, so nothing is asked twice. */
export function useFoundPlaces(words: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['places', words],
    queryFn: ({ signal }) =>
      api.get<PlaceAnswer>(`/api/places?${new URLSearchParams({ text: words })}`, signal),
    enabled: words.length >= SHORTEST_NAME && words.length <= LONGEST_WORDS,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: FOUND_KEPT_MS,
    retry: false,
  });
}

export type Around = { lat: number; lng: number; accuracyM: number | null; category: string | null };

/** Open tickets around a place; nothing is asked without one. */
export function useNear(around: Around | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['near', around],
    queryFn: async ({ signal }) => {
      if (around === null) return [];
      const query = new URLSearchParams({ lat: String(around.lat), lng: String(around.lng) });
      if (around.accuracyM !== null) query.set('accuracyM', String(around.accuracyM));
      if (around.category !== null) query.set('category', around.category);
      return (await api.get<{ near: NearTicket[] }>(`/api/tickets/near?${query}`, signal)).near;
    },
    enabled: around !== null,
    refetchInterval: NEAR_POLL_MS,
    placeholderData: keepPreviousData,
  });
}

/** Earlier reports by a telephone number. Personal data. */
export function useCaller(phone: string) {
  const api = useApi();
  const number = phone.replace(/[^\d+]/g, '');
  return useQuery({
    queryKey: ['caller', number],
    queryFn: async () =>
      (await api.post<{ reports: CallerReport[] }>('/api/callers', { phone: number })).reports,
    enabled: number.length >= SHORTEST_PHONE,
  });
}

/** What is made of what was said on a ticket; read again when more was said. */
export function useUnderstanding(ticketId: string, reportCount: number, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['understanding', ticketId, reportCount],
    queryFn: ({ signal }) => api.get<UnderstandingAnswer>(`/api/tickets/${ticketId}/understanding`, signal),
    enabled,
  });
}
