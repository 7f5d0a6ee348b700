import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditAnswer } from '../../shared/wire/audit.ts';
import { useApi } from './use-api.ts';

/** What people did, a page at a time; `filters` are those of `GET /api/audit` that are set. */
export function useAudit(filters: Record<string, string>) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditAnswer>(`/api/audit?${auditSearch(filters, pageParam)}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}

/** The filters as the query of an address. */
export function auditSearch(filters: Record<string, string>, cursor = ''): string {
  return new URLSearchParams({ ...filters, ...(cursor && { cursor }) }).toString();
}
