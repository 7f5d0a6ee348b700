import { useState } from 'react';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { type Deed, useOutbox } from '../outbox/outbox-provider.tsx';

/** Does something to a ticket: kept on the phone first. `isFull`: the phone could not keep it, nothing was done. */
export function useDeed(ticket: LiveTicket) {
  const { give } = useOutbox();
  const [isFull, setFull] = useState(false);
  const [isBusy, setBusy] = useState(false);
  /** Resolves to whether it is kept. A second tap meanwhile does nothing. */
  async function does(deeds: readonly Deed[]): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    try {
      await give(ticket, deeds);
      setFull(false);
      return true;
    } catch {
      setFull(true);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { does, isFull, isBusy };
}
