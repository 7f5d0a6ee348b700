import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangeKind } from '../../shared/city/change.ts';
import type {
  ChangeSettingBody,
  ChangeView,
  CheckSettingBody,
  SettingCheck,
  SettingsAnswer,
} from '../../shared/wire/settings.ts';
import { useApi } from './use-api.ts';

/** How the city is set up, and what is yet to come. */
export function useSettings() {
  const api = useApi();
  return useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.get<SettingsAnswer>('/api/settings', signal),
  });
}

/** The changes of one part, newest first. */
export function useSettingHistory(kind: ChangeKind, key: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['settings', 'history', kind, key],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ kind, key });
      return (await api.get<{ changes: ChangeView[] }>(`/api/settings/history?${query}`, signal)).changes;
    },
  });
}

/** What a change would do; changes nothing. */
export function useCheckSetting() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: CheckSettingBody) => api.post<SettingCheck>('/api/settings/check', body),
  });
}

/** Makes a change; the city that screens show is read again. */
export function useChangeSetting() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeSettingBody) => api.post<ChangeView>('/api/settings', body),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['settings'] });
      await queries.invalidateQueries({ queryKey: ['city'] });
    },
  });
}
