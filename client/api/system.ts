import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreateTokenBody, IssuedToken, TokenView } from '../../shared/wire/access.ts';
import type { FailedReport, HealthView, SetAsideReport } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useApi } from './use-api.ts';

const POLL_MS = 10_000;

/** What works and what does not. */
export function useHealth() {
  const api = useApi();
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => api.get<HealthView>('/api/health', signal),
    refetchInterval: POLL_MS,
  });
}

/** Reports that could not be processed. */
export function useFailedReports() {
  const api = useApi();
  return useQuery({
    queryKey: ['failed-reports'],
    queryFn: async ({ signal }) =>
      (await api.get<{ reports: FailedReport[] }>('/api/failed-reports', signal)).reports,
    refetchInterval: POLL_MS,
  });
}

export function useRetryReport() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post(`/api/failed-reports/${id}/retry`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['failed-reports'] }),
  });
}

/** Reports that became no ticket on purpose: empty ones, echoes. Personal data. */
export function useSetAside(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['set-aside'],
    queryFn: async ({ signal }) =>
      (await api.get<{ reports: SetAsideReport[] }>('/api/set-aside', signal)).reports,
    enabled,
    refetchInterval: POLL_MS,
  });
}

/** Makes a ticket of a report that should not have been set aside. */
export function useRestoreReport() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<LiveTicket>(`/api/set-aside/${id}/restore`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['set-aside'] }),
  });
}

/** Screens' and channels' tokens. */
export function useTokens(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['tokens'],
    queryFn: async ({ signal }) => (await api.get<{ tokens: TokenView[] }>('/api/tokens', signal)).tokens,
    enabled,
  });
}

/** Makes a token; the answer is the only time that it is told. */
export function useCreateToken() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateTokenBody) => api.post<IssuedToken>('/api/tokens', body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

export function useRevokeToken() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.remove(`/api/tokens/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}
