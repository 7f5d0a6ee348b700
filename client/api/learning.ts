import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LearningAnswer, SHIPPED, VersionView } from '../../shared/wire/learning.ts';
import { useApi } from './use-api.ts';

const TRAINING_POLL_MS = 2000;
const IDLE_POLL_MS = 60_000;

const KEY = ['learning'];

/** A training that waits or runs; null: none does. */
export function runningTraining(versions: readonly VersionView[]): VersionView | null {
  return versions.find(({ state }) => state === 'waiting' || state === 'training') ?? null;
}

/** How well reports are understood, and what was learnt; read often while a training runs. */
export function useLearning() {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<LearningAnswer>('/api/learning', signal),
    refetchInterval: ({ state }) =>
      state.data && runningTraining(state.data.versions) ? TRAINING_POLL_MS : IDLE_POLL_MS,
  });
}

/** Asks for a training, switches learning, puts a version in force. */
export function useChangeLearning() {
  const api = useApi();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: KEY });
  return {
    train: useMutation({
      mutationFn: () => api.post<VersionView>('/api/learning/train', {}),
      onSettled,
    }),
    switchTo: useMutation({
      mutationFn: (on: boolean) => api.post<unknown>('/api/learning/switch', { on }),
      onSettled,
    }),
    use: useMutation({
      mutationFn: (id: number | typeof SHIPPED) => api.post<unknown>(`/api/learning/versions/${id}/use`, {}),
      onSettled,
    }),
  };
}
