import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Command } from '../../shared/ticket/transitions.ts';
import type {
  CallView,
  CommandBody,
  CreateTicketBody,
  TicketDetail,
  TicketsAnswer,
} from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useBoard, useChanges } from '../live/use-board.ts';
import { RequestFailed } from './request.ts';
import { useApi } from './use-api.ts';

const DONE_POLL_MS = 15_000;
const CALLS_POLL_MS = 3_000;

/** A ticket with its history, read again whenever the live board shows a newer version of it. */
export function useTicketDetail(id: string) {
  const api = useApi();
  const query = useQuery({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => api.get<TicketDetail>(`/api/tickets/${id}`, signal),
  });
  const { refetch } = query;
  const readVersion = query.data?.version;
  const liveVersion = useBoard(({ tickets, done }) => (tickets.get(id) ?? done.get(id))?.version);
  useEffect(() => {
    if (readVersion !== undefined && liveVersion !== undefined && liveVersion > readVersion) void refetch();
  }, [readVersion, liveVersion, refetch]);
  // A ticket that leaves the board (closed, merged) has no live version any more, but the change was heard.
  useChanges((changes) => {
    if (changes.some(({ ticket }) => ticket.id === id && ticket.version > (readVersion ?? 0))) void refetch();
  });
  return query;
}

/** What a command is about to do: the verb and its body without what every command carries. */
export type Intention<C extends Command = Command> = {
  command: C;
  version: number;
  commandId: string;
  body: Omit<CommandBody<C>, 'version' | 'commandId'>;
};

/** A new intention: sent again after a lost answer it is done once. */
export function intend<C extends Command>(
  command: C,
  version: number,
  body: Intention<C>['body'],
): Intention<C> {
  return { command, version, commandId: crypto.randomUUID(), body };
}

/** Gives the ticket a command. After a conflict its detail is read again, so that the screen shows what is. */
export function useCommand(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ command, version, commandId, body }: Intention) =>
      api.post<LiveTicket>(`/api/tickets/${id}/${command}`, { ...body, version, commandId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ticket', id] }),
    onError: (error) => {
      if (error instanceof RequestFailed) return queries.invalidateQueries({ queryKey: ['ticket', id] });
    },
  });
}

/** Adds a photo the department or the control room took; answers the ticket, whose version it has raised. */
export function useAddPhoto(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ photo, kind }: { photo: File; kind: 'before' | 'after' }) => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('photo', photo);
      return api.upload<LiveTicket>(`/api/tickets/${id}/photos`, form);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ticket', id] }),
  });
}

export function useCreateTicket() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: CreateTicketBody) => api.post<LiveTicket>('/api/tickets', body),
  });
}

/** The latest tickets in which nothing is left to do. The board counts them but does not hold them. */
export function useDoneTickets(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['tickets', 'done'],
    queryFn: ({ signal }) =>
      api.get<TicketsAnswer>('/api/tickets?status=resolved,closed,rejected,merged&limit=100', signal),
    enabled,
    refetchInterval: DONE_POLL_MS,
  });
}

/** The 112 calls of the last minutes, newest first. */
export function useCalls(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['calls'],
    queryFn: async ({ signal }) => (await api.get<{ calls: CallView[] }>('/api/calls', signal)).calls,
    enabled,
    refetchInterval: CALLS_POLL_MS,
  });
}
