import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CityView, Me, SensorLevel, SignInInfo } from '../../shared/wire/api.ts';
import { retryAfterFailure, useApi } from './use-api.ts';

const LEVELS_POLL_MS = 15_000;
const CITY_POLL_MS = 3 * 60_000;
const CITY_STALE_MS = 20_000;

/** Who is signed in. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.get<Me>('/api/me', signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchInterval: retryAfterFailure,
  });
}

/**
 * What the city is made of. Administrators change it while screens are open, so it is asked for again every few minutes and
 * whenever somebody comes back to the page. What was read once stays when that fails.
 */
export function useCityView() {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['city'],
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<CityView>(['city']);
      const asked = api.get<CityView>('/api/city', signal);
      return known === undefined ? asked : asked.catch(() => known);
    },
    staleTime: CITY_STALE_MS,
    refetchOnWindowFocus: true,
    retry: false,
    refetchInterval: (query) => retryAfterFailure(query) || CITY_POLL_MS,
  });
}

export function useSignInInfo() {
  const api = useApi();
  return useQuery({
    queryKey: ['sign-in-info'],
    queryFn: ({ signal }) => api.get<SignInInfo>('/api/sign-in-info', signal),
  });
}

/** Latest levels of the city's measuring posts, by post id. */
export function useSensorLevels() {
  const api = useApi();
  return useQuery({
    queryKey: ['sensors'],
    queryFn: async ({ signal }) => {
      const { levels } = await api.get<{ levels: SensorLevel[] }>('/api/sensors', signal);
      return new Map(levels.map((level) => [level.postId, level]));
    },
    refetchInterval: LEVELS_POLL_MS,
  });
}

/** Signs in and forgets what another account may have read on this page. */
export function useSignIn() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { email: string; password: string }) => {
      const { user } = await api.post<{ user: Me }>('/api/auth/sign-in', body);
      queries.clear();
      queries.setQueryData(['me'], user);
      return user;
    },
  });
}

/** Chooses a password by the token of a link; answers the account's email. */
export function useSetPassword() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      api.post<{ email: string }>('/api/auth/set-password', body),
  });
}

export function useSignOut() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/auth/sign-out', {}),
    onSettled: () => queries.clear(),
  });
}
