import { useEffect, useSyncExternalStore } from 'react';
import type { Present } from '../../shared/wire/presence.ts';
import type { PresenceState } from './presence.ts';
import { useConnection, useLive } from './use-board.ts';

/** Three times within what a server keeps of it. */
const LOOK_AGAIN_MS = 5_000;

const NOBODY: readonly Present[] = [];

/** Who has which ticket open. */
export function usePresence(): PresenceState {
  const { presence } = useLive();
  return useSyncExternalStore(presence.subscribe, presence.getSnapshot, presence.getSnapshot);
}

/** The others who have this ticket open. */
export function useOthersAt(ticketId: string, ownId: string): readonly Present[] {
  const people = usePresence().get(ticketId) ?? NOBODY;
  return people.some(({ id }) => id === ownId) ? people.filter(({ id }) => id !== ownId) : people;
}

/** Tells the others what this person has open, again and again while the page is in view. */
export function useLook(ticketId: string | null, typing: boolean): void {
  const { presence } = useLive();
  const { state } = useConnection();
  useEffect(() => {
    const tell = () =>
      presence.look(document.hidden ? { ticketId: null, typing: false } : { ticketId, typing });
    // Told anew after each connection.
    if (state === 'live') tell();
    const timer = setInterval(tell, LOOK_AGAIN_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [presence, ticketId, typing, state]);
  useEffect(() => () => presence.look({ ticketId: null, typing: false }), [presence]);
}
