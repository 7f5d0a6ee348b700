import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { usePresence } from '../live/use-presence.ts';
import { useSession } from '../session/session.ts';
import { useWords } from '../ui/use-words.ts';
import { QueueRow } from './queue-row.tsx';
import type { Selection } from './selection.ts';
import { useRootPx } from './use-root-px.ts';
import './queue.css';

/** Of a row, as in desk.css. */
const ROW_REM = 4.75;
const ROWS_BEYOND = 6;

type Props = {
  tickets: readonly LiveTicket[];
  currentId: string | undefined;
  open: (id: string) => void;
  selection: Selection;
  toggle: (id: string, range: boolean) => void;
  /** Those with a command that is held back. */
  held: ReadonlySet<string>;
  now: number;
};

/** However many there are, only the rows in view are on the page. */
export function QueueList({ tickets, currentId, open, selection, toggle, held, now }: Props) {
  const { t } = useWords();
  const { id: ownId } = useSession();
  const present = usePresence();
  const box = useRef<HTMLDivElement>(null);
  // The desk's type grows with the screen, and rows with it.
  const rowPx = ROW_REM * useRootPx();
  // The same function as long as the tickets are: another one has all rows, not those in view, measured again.
  const keyOf = useCallback((index: number) => tickets[index]?.id ?? index, [tickets]);
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    getItemKey: keyOf,
    overscan: ROWS_BEYOND,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height stand elsewhere.
  useEffect(() => rows.measure(), [rows, rowPx]);
  const at = currentId === undefined ? -1 : tickets.findIndex(({ id }) => id === currentId);
  // Followed when another is opened, not when the queue moves under a person who reads it.
  const latestAt = useRef(at);
  latestAt.current = at;
  useEffect(() => {
    if (currentId !== undefined && latestAt.current >= 0)
      rows.scrollToIndex(latestAt.current, { align: 'auto' });
  }, [currentId, rows]);
  return (
    <div className="desk-queue-list" ref={box}>
      <ol aria-label={t('desk.queue')} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const ticket = tickets[index];
          return ticket ? (
            <li
              key={key}
              aria-setsize={tickets.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <QueueRow
                ticket={ticket}
                now={now}
                current={ticket.id === currentId}
                open={open}
                selected={selection.ids.has(ticket.id)}
                toggle={toggle}
                held={held.has(ticket.id)}
                people={present.get(ticket.id)}
                ownId={ownId}
              />
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}
