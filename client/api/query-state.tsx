import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from '../ui/states.tsx';
import { RequestFailed } from './request.ts';

/** What was read, or why it is not there yet. What was read once stays while the next reading fails. */
export function QueryState<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Loading />;
  const offline = query.error instanceof RequestFailed && query.error.failure === 'offline';
  return <Failed offline={offline} retry={() => void query.refetch()} />;
}
