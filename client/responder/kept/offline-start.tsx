import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Me } from '../../../shared/wire/api.ts';
import { useMe } from '../../api/account.ts';
import { RequestFailed } from '../../api/request.ts';
import { type KeptPicture, readKept, wipeKept } from './kept-picture.ts';

const KeptContext = createContext<KeptPicture | null>(null);

/** What this phone kept of the last time; null where it kept nothing. */
export function useKept(): KeptPicture | null {
  return useContext(KeptContext);
}

/**
 * Starts from what the phone has kept, so that the list is there before, and without, an answer of the server; who is
 * signed in is asked all the same, and whoever is not any more is sent to sign in.
 */
export function OfflineStart({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [kept, setKept] = useState<KeptPicture | null | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    void readKept().then(async (picture) => {
      const me = queries.getQueryData<Me>(['me']);
      const isTheirs = picture !== null && (me === undefined || me.id === picture.me.id);
      if (picture !== null && !isTheirs) await wipeKept();
      if (!isCurrent) return;
      if (picture !== null && isTheirs) {
        for (const [key, data] of [['me', picture.me] as const, ['city', picture.city] as const]) {
          if (queries.getQueryData([key]) !== undefined) continue;
          queries.setQueryData([key], data);
          void queries.invalidateQueries({ queryKey: [key] });
        }
      }
      setKept(isTheirs ? picture : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [queries]);
  if (kept === undefined) return null;
  return (
    <KeptContext value={kept}>
      <ForgetWhoLeft />
      {children}
    </KeptContext>
  );
}

/** A session that was ended elsewhere ends what the phone keeps of it. What waits to be sent stays for its owner. */
function ForgetWhoLeft() {
  const { error } = useMe();
  const hasLeft = error instanceof RequestFailed && error.failure === 'unauthenticated';
  useEffect(() => {
    if (hasLeft) void wipeKept();
  }, [hasLeft]);
  return null;
}
