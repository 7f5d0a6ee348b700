import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Holder, HoldersAnswer } from '../../../shared/wire/holders.ts';
import { useApi } from '../../api/use-api.ts';
import { useChanges } from '../../live/use-board.ts';
import { useKept } from '../kept/offline-start.tsx';

/** A burst of changes is asked about once. */
const ASK_AFTER_MS = 300;

/** Who of the department has which ticket, by ticket; asked again whenever somebody takes one up. */
export function useHolders(): ReadonlyMap<string, Holder> {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['holders'],
    queryFn: async ({ signal }) => (await api.get<HoldersAnswer>('/api/opd/holders', signal)).holders,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useChanges((changes) => {
    if (!changes.some(({ type }) => type === 'ticket.acknowledged' || type === 'ticket.started')) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ['holders'] }), ASK_AFTER_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  // Without signal: as the phone kept it.
  const kept = useKept();
  const holders = data ?? kept?.holders;
  return useMemo(() => new Map(holders?.map((holder) => [holder.ticketId, holder])), [holders]);
}
