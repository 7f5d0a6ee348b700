import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CityView, Me, SensorLevel, SignInInfo } from '../../shared/wire/api.ts';
import { retryAfterFailure, useApi } from './use-api.ts';

const LEVELS_POLL_MS = 15_000;

/** Who is signed in. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.get<Me>('/api/me', signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: retryAfterFailure,
  });
}

/** What the city is made of. It changes with a deployment, or when areas are imported. */
export function useCityView() {
  const api = useApi();
  return useQuery({
    queryKey: ['city'],
    queryFn: ({ signal }) => api.get<CityView>('/api/city', signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: retryAfterFailure,
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

export function useSignOut() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/auth/sign-out', {}),
    onSettled: () => queries.clear(),
  });
}
