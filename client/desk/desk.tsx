import { useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { LatLng } from '../../shared/report/report.ts';
import type { CallView } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { useEntryWords } from '../api/desk.ts';
import { useCalls } from '../api/tickets.ts';
import { useCan } from '../session/session.ts';
import { useDraftsEnd } from '../session/use-draft.ts';
import { useSampledBoard } from '../session/use-sampled-board.ts';
import { useServerNow } from '../session/use-server-now.ts';
import { StateMessage } from '../ui/states.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useWords } from '../ui/use-words.ts';
import { AlertBar } from './alert-bar.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Calls } from './calls.tsx';
import { ContextPane } from './context-pane.tsx';
import { DeskPalette } from './desk-palette.tsx';
import { EntryForm } from './entry-form.tsx';
import { HeldNotice } from './held-notice.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Queue } from './queue.tsx';
import { TicketPane } from './ticket-pane.tsx';
import { useActions } from './use-actions.tsx';
import { useBulk } from './use-bulk.ts';
import { useEntry } from './use-entry.ts';
import { useNewCritical } from './use-new-critical.ts';
import { useQueue } from './use-queue.ts';
import { useSelection } from './use-selection.ts';

function isLive({ state }: CallView): boolean {
  return state !== 'ended';
}

/** Every call has a ticket within a moment; new, it says no more than that somebody calls. */
function isUntold({ ticketId }: CallView, tickets: ReadonlyMap<string, LiveTicket>): boolean {
  return ticketId === null || tickets.get(ticketId)?.status === 'new';
}

/** Queue, ticket and map side by side; everything has a key. */
export function Desk() {
  useDraftsEnd();
  const { t } = useWords();
  const { ticketId } = useParams();
  const navigate = useNavigate();
  const may = useCan();
  const now = useServerNow();
  const board = useSampledBoard();
  const queue = useQueue(board, now);
  const critical = useNewCritical(queue.sorted, board.seq !== null, ticketId);
  const calls = useCalls(may('calls.read'));
  const { entry, ...entries } = useEntry();
  const [picked, setPicked] = useState<LatLng | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const [filterOpen, setFilterOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const selection = useSelection(queue.tickets, board.tickets);
  const bulk = useBulk();
  const waiting = bulk.waiting?.batch.tickets;
  const held = useMemo(() => new Set(waiting?.map(({ id }) => id)), [waiting]);

  // There when the first call comes.
  useEntryWords();
  const { hide } = entries;
  const select = useCallback(
    (id: string) => {
      hide();
      setPicked(null);
      void navigate(`/desk/${id}`);
    },
    [hide, navigate],
  );
  const openEntry = (call: CallView | null) => {
    if (may('ticket.create')) entries.open(call);
  };
  const step = (by: number) => {
    const at = queue.tickets.findIndex(({ id }) => id === ticketId);
    const next = queue.tickets[at === -1 ? 0 : at + by];
    if (next) select(next.id);
  };
  const liveCall = calls.data?.find((call) => isLive(call) && isUntold(call, board.tickets)) ?? null;
  const call = entry && (calls.data?.find(({ callId }) => callId === entry.call?.callId) ?? entry.call);
  useActions({
    next: () => step(1),
    previous: () => step(-1),
    select: ticketId === undefined ? undefined : () => selection.toggle(ticketId, false),
    'select-range': ticketId === undefined ? undefined : () => selection.toggle(ticketId, true),
    'select-all': selection.all,
    search: () => search.current?.focus(),
    filter: () => setFilterOpen((open) => !open),
    entry: may('ticket.create') ? () => openEntry(liveCall) : undefined,
    critical: critical.first ? () => critical.first && select(critical.first.id) : undefined,
    sound: critical.toggleSound,
    help: () => setHelpOpen(true),
  });
  useSavedFilterKeys(queue);
  return (
    <div className="desk-panes">
      <div className="desk-left">
        <AlertBar critical={critical} open={select} />
        <Calls calls={calls.data ?? []} take={openEntry} open={select} enter={() => openEntry(null)} />
        <Queue
          queue={queue}
          searchRef={search}
          filterOpen={filterOpen}
          setFilterOpen={setFilterOpen}
          currentId={ticketId}
          open={select}
          selection={selection.selection}
          toggle={selection.toggle}
          held={held}
          now={now}
        />
        {selection.tickets.length > 0 && (
          <BulkBar tickets={selection.tickets} bulk={bulk} clear={selection.clear} />
        )}
        <HeldNotice bulk={bulk} />
      </div>
      <main id="content" className="desk-middle" tabIndex={-1}>
        <h1 className="visually-hidden">{t('nav.desk')}</h1>
        {entry ? (
          <EntryForm
            key={entry.key}
            entryId={entry.key}
            call={call}
            fields={entry.fields}
            set={entries.set}
            done={(id) => {
              entries.drop();
              void navigate(`/desk/${id}`);
            }}
            hide={hide}
            cancel={entries.drop}
          />
        ) : ticketId ? (
          <TicketPane key={ticketId} id={ticketId} now={now} picked={picked} setPicked={setPicked} />
        ) : (
          <StateMessage title={t('desk.choose')} why={t('desk.choose-why')} />
        )}
      </main>
      <ContextPane
        board={board}
        ticketId={entry ? undefined : ticketId}
        open={select}
        picked={entry ? entry.fields.point : picked}
        pick={entry ? (point) => entries.set({ point }) : setPicked}
      />
      <KeysHelp opened={helpOpen} close={() => setHelpOpen(false)} />
      <DeskPalette
        ticket={ticketId === undefined ? undefined : board.tickets.get(ticketId)}
        filters={queue.saved}
        choose={({ filter }) => queue.choose(filter)}
        open={select}
      />
    </div>
  );
}

/** The first nine of the kept filters have the digits. */
function useSavedFilterKeys({ saved, choose }: ReturnType<typeof useQueue>): void {
  const free = (act: () => void) => () => {
    if (document.querySelector('[aria-modal="true"]') === null) act();
  };
  useKeys(
    Object.fromEntries(
      saved.slice(0, 9).map(({ filter }, at) => [String(at + 1), free(() => choose(filter))]),
    ),
  );
}
