import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InsightAnswer, InsightTicketsAnswer } from '../../shared/wire/insight.ts';
import { useApi } from './use-api.ts';

const POLL_MS = 30_000;

/** The figures of a period; `search` is the query of `GET /api/insight`. What was read stays while the next is. */
export function useInsight(search: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['insight', search],
    queryFn: ({ signal }) => api.get<InsightAnswer>(`/api/insight?${search}`, signal),
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  });
}

/** The tickets behind a figure, a page at a time. */
export function useInsightTickets(search: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['insight-tickets', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<InsightTicketsAnswer>(`/api/insight/tickets?${search}&after=${pageParam}`, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, { tickets }) => sum + tickets.length, 0);
      return read < total ? read : undefined;
    },
  });
}
