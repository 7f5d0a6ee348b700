import { createContext, useContext } from 'react';
import { type Action, can, type Subject } from '../../shared/access/policy.ts';
import type { Me } from '../../shared/wire/api.ts';

/** Who is signed in on this page. */
export const MeContext = createContext<Me | null>(null);

export function useSession(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useSession needs a MeContext above it');
  return me;
}

/** May the person signed in do this? Asked only to hide what the server would refuse. */
export function useCan(): (action: Action, subject?: Subject) => boolean {
  const me = useSession();
  return (action, subject) => can(me, action, subject);
}
