import { useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { LatLng } from '../../shared/report/report.ts';
import type { CallView } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useCalls } from '../api/tickets.ts';
import { useCan } from '../session/session.ts';
import { useSampledBoard } from '../session/use-sampled-board.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { StateMessage } from '../ui/states.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useWords } from '../ui/use-words.ts';
import { Calls } from './calls.tsx';
import { DeskMap } from './desk-map.tsx';
import { EntryForm } from './entry-form.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Queue } from './queue.tsx';
import { TicketPane } from './ticket-pane.tsx';
import { useQueue } from './use-queue.ts';

/** A new entry is being written, for a call or without one. */
type Entry = { call: CallView | null; key: string };

function isLive({ state }: CallView): boolean {
  return state !== 'ended';
}

/** Every call has a ticket within a moment; new, it says no more than that somebody calls. */
function isUntold({ ticketId }: CallView, tickets: ReadonlyMap<string, LiveTicket>): boolean {
  return ticketId === null || tickets.get(ticketId)?.status === 'new';
}

/** The call as it stands now: its place may come while somebody writes. */
function callOf({ call }: Entry, calls: readonly CallView[] = []): CallView | null {
  return calls.find(({ callId }) => callId === call?.callId) ?? call;
}

/** Queue, ticket and map side by side; everything has a key. */
export function Desk() {
  const { t } = useWords();
  const { ticketId } = useParams();
  const navigate = useNavigate();
  const may = useCan();
  const now = useServerNow();
  const board = useSampledBoard();
  const queue = useQueue(board, now);
  const calls = useCalls(may('calls.read'));
  const [entry, setEntry] = useState<Entry | null>(null);
  const [picked, setPicked] = useState<LatLng | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  const select = (id: string) => {
    setEntry(null);
    setPicked(null);
    void navigate(`/desk/${id}`);
  };
  const openEntry = (call: CallView | null) => {
    if (!may('ticket.create')) return;
    setPicked(call?.location ? { lat: call.location.lat, lng: call.location.lng } : null);
    setEntry({ call, key: crypto.randomUUID() });
  };
  const step = (by: number) => {
    const at = queue.tickets.findIndex(({ id }) => id === ticketId);
    const next = queue.tickets[at === -1 ? 0 : at + by];
    if (next) select(next.id);
  };
  const liveCall = calls.data?.find((call) => isLive(call) && isUntold(call, board.tickets)) ?? null;
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: () => openEntry(liveCall),
    '/': () => search.current?.focus(),
    '?': () => setHelpOpen(true),
    // Otherwise it belongs to the ticket's own form.
    Escape: entry === null ? undefined : () => setEntry(null),
  });
  const tickets = useMemo(() => [...board.tickets.values()], [board]);
  return (
    <div className="desk-panes">
      <div className="desk-left">
        <Calls calls={calls.data ?? []} take={openEntry} open={select} enter={() => openEntry(null)} />
        <Queue {...queue} searchRef={search} selectedId={ticketId} select={select} now={now} />
      </div>
      <main id="content" className="desk-middle" tabIndex={-1}>
        <h1 className="visually-hidden">{t('nav.desk')}</h1>
        {entry ? (
          <EntryForm
            key={entry.key}
            entryId={entry.key}
            call={callOf(entry, calls.data)}
            point={picked}
            setPoint={setPicked}
            done={select}
            cancel={() => setEntry(null)}
          />
        ) : ticketId ? (
          <TicketPane key={ticketId} id={ticketId} now={now} picked={picked} setPicked={setPicked} />
        ) : (
          <StateMessage title={t('desk.choose')} why={t('desk.choose-why')} />
        )}
      </main>
      <DeskMap
        tickets={tickets}
        selectedId={entry ? null : ticketId}
        select={select}
        picked={picked}
        pick={setPicked}
      />
      <KeysHelp opened={helpOpen} close={() => setHelpOpen(false)} />
    </div>
  );
}
