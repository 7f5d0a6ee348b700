import { useCallback, useMemo, useRef, useState } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { extendTo, NOTHING, type Selection, toggle } from './selection.ts';

/** The tickets chosen together: those of the queue that are still open. */
export function useSelection(shown: readonly LiveTicket[], open: ReadonlyMap<string, LiveTicket>) {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const order = useRef(shown);
  order.current = shown;
  const tickets = useMemo(() => [...selection.ids].flatMap((id) => open.get(id) ?? []), [selection, open]);
  return {
    selection,
    tickets,
    toggle: useCallback((id: string, range: boolean) => {
      setSelection((known) =>
        range
          ? extendTo(
              known,
              order.current.map((ticket) => ticket.id),
              id,
            )
          : toggle(known, id),
      );
    }, []),
    all: () => setSelection({ ids: new Set(shown.map(({ id }) => id)), anchor: null }),
    clear: () => setSelection(NOTHING),
  };
}
