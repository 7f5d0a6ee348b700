import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RepliesAnswer, ReplyAnswer, ReplyBody } from '../../shared/wire/replies.ts';
import type { QuickTextsAnswer } from '../../shared/wire/settings.ts';
import { useLive } from '../live/use-board.ts';
import { useApi } from './use-api.ts';

/** News of a window that closes comes from nowhere: it is read again now and then. */
const AGAIN_MS = 60_000;

/** The answers to a ticket's reporters, and who can be answered; read again with each version, and when news come. */
export function useReplies(ticketId: string, version: number, enabled: boolean) {
  const api = useApi();
  const queries = useQueryClient();
  const { replies } = useLive();
  useEffect(
    () =>
      replies.subscribe((changed) => {
        if (changed === ticketId) void queries.invalidateQueries({ queryKey: ['replies', ticketId] });
      }),
    [replies, ticketId, queries],
  );
  return useQuery({
    queryKey: ['replies', ticketId, version],
    queryFn: ({ signal }) => api.get<RepliesAnswer>(`/api/tickets/${ticketId}/replies`, signal),
    enabled,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

/** Answers reporters. After a conflict the ticket is read again, so that the screen shows what is. */
export function useReply(ticketId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReplyBody) => api.post<ReplyAnswer>(`/api/tickets/${ticketId}/reply`, body),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['ticket', ticketId] }),
        queries.invalidateQueries({ queryKey: ['replies', ticketId] }),
      ]),
  });
}

/** Sends an answer again that has failed. */
export function useRetryReply(ticketId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (replyId: string) => api.post(`/api/tickets/${ticketId}/replies/${replyId}/retry`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['replies', ticketId] }),
  });
}

/** Prepared sentences of the city; they change rarely. */
export function useQuickTexts(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['quick-texts'],
    queryFn: ({ signal }) => api.get<QuickTextsAnswer>('/api/quick-texts', signal),
    enabled,
    staleTime: AGAIN_MS,
  });
}
