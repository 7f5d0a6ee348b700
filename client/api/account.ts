import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CityView, Me, SignInInfo } from '../../shared/wire/api.ts';
import { useApi } from './use-api.ts';

/** Who is signed in. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.get<Me>('/api/me', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the city is made of. It changes with a deployment, or when areas are imported. */
export function useCityView() {
  const api = useApi();
  return useQuery({
    queryKey: ['city'],
    queryFn: ({ signal }) => api.get<CityView>('/api/city', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSignInInfo() {
  const api = useApi();
  return useQuery({
    queryKey: ['sign-in-info'],
    queryFn: ({ signal }) => api.get<SignInInfo>('/api/sign-in-info', signal),
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
