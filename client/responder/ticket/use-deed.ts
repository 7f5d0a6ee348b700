import { useState } from 'react';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { type Deed, useOutbox } from '../outbox/outbox-provider.tsx';

/**
 * Does something to a ticket: kept on the phone first. `isFull`: the phone could not keep it, nothing was done. Whoever
 * is busy shows no button for a second tap; a photo that is ready meanwhile is kept all the same.
 */
export function useDeed(ticket: LiveTicket) {
  const { give } = useOutbox();
  const [isFull, setFull] = useState(false);
  const [running, setRunning] = useState(0);
  /** Resolves to whether it is kept. */
  async function does(deeds: readonly Deed[]): Promise<boolean> {
    setRunning((count) => count + 1);
    try {
      await give(ticket, deeds);
      setFull(false);
      return true;
    } catch {
      setFull(true);
      return false;
    } finally {
      setRunning((count) => count - 1);
    }
  }
  return { does, isFull, isBusy: running > 0 };
}
