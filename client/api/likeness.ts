import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VerdictBody } from '../../shared/wire/likeness.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { PersonView } from '../../shared/wire/people.ts';
import { useApi } from './use-api.ts';

export type Verdict = Omit<VerdictBody, 'commandId'> & { proposalId: string };

/** Says whether two tickets are one incident. */
export function useVerdict(ticketId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ proposalId, ...body }: Verdict) =>
      api.post<LiveTicket>(`/api/tickets/${ticketId}/proposals/${proposalId}`, {
        ...body,
        commandId: crypto.randomUUID(),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['ticket'] }),
  });
}

/** Who sent a report, and what else they told of. Personal data: asked only when somebody wants to know, and noted. */
export function usePerson(reportId: string, wanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['person', reportId],
    queryFn: ({ signal }) => api.get<PersonView>(`/api/reports/${reportId}/person`, signal),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Takes a name off the person it was thought to belong to. */
export function useTakeOffAlias() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (aliasId: string) => api.post<void>(`/api/people/aliases/${aliasId}/take-off`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['person'] }),
  });
}
