import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangeUserBody, CreateUserBody, PasswordLink, UserView } from '../../shared/wire/access.ts';
import { useApi } from './use-api.ts';

/** All accounts, closed ones too. */
export function usePeople() {
  const api = useApi();
  return useQuery({
    queryKey: ['people'],
    queryFn: async ({ signal }) => (await api.get<{ users: UserView[] }>('/api/users', signal)).users,
  });
}

/** Makes an account; without a password the answer has the link to choose one. */
export function useCreatePerson() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateUserBody) =>
      api.post<UserView & { passwordLink?: PasswordLink }>('/api/users', body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}

export function useChangePerson(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeUserBody) => api.post<UserView>(`/api/users/${id}/change`, body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}

export type PersonAct = 'disable' | 'reopen' | 'end-sessions' | 'reset-password';

/** Closes or opens an account, ends its sessions, or takes its password away (then the answer is the link). */
export function useActOnPerson(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: PersonAct) => api.post<UserView | PasswordLink>(`/api/users/${id}/${act}`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}
