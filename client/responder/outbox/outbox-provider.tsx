import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { LiveTicket } from '../../../shared/wire/live.ts';
import { useConnection } from '../../live/use-board.ts';
import { useSession } from '../../session/session.ts';
import { askForSync } from '../worker/registration.ts';
import { makeItems } from './make-items.ts';
import type { Flushed, Outbox } from './outbox.ts';
import { nextToSend, type OutboxItem, type OutboxWork } from './outbox-item.ts';
import { openPhoneOutbox } from './phone-outbox.ts';
import { keepPhoto, phoneStore } from './phone-store.ts';

const FIRST_RETRY_MS = 3_000;
const LAST_RETRY_MS = 60_000;

/** What is to be done, with its picture where it is one. */
export type Deed = OutboxWork & { picture?: Blob };

export type PhoneOutbox = {
  /** This person's, oldest first. */
  items: readonly OutboxItem[];
  /** `sign-in`: the session is over, what waits is sent after signing in. */
  phase: 'idle' | 'sending' | 'sign-in';
  /** Keeps the deeds on the phone and sends them as soon as may be. Rejects where the phone cannot keep them. */
  give(ticket: LiveTicket, deeds: readonly Deed[]): Promise<void>;
  again(id: string, ticket: LiveTicket): Promise<void>;
  discard(id: string): Promise<void>;
};

const OutboxContext = createContext<PhoneOutbox | null>(null);

export function useOutbox(): PhoneOutbox {
  const outbox = useContext(OutboxContext);
  if (outbox === null) throw new Error('useOutbox needs an OutboxProvider above it');
  return outbox;
}

/** Keeps the phone's outbox going while the screens below are shown. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { id: owner } = useSession();
  const [items, setItems] = useState<OutboxItem[]>([]);
  const [phase, setPhase] = useState<PhoneOutbox['phase']>('idle');
  const opened = useRef<Outbox | null>(null);
  const flush = useFlushing({ owner, opened, items, setPhase });

  useEffect(() => {
    const read = () =>
      void phoneStore
        .read()
        .then((all) => setItems(all.filter((item) => item.owner === owner)))
        .catch(() => undefined);
    const { outbox, close } = openPhoneOutbox(read);
    opened.current = outbox;
    read();
    flush();
    return () => {
      opened.current = null;
      close();
    };
  }, [owner, flush]);
  useReadAfterSending(items);

  const value = useMemo((): PhoneOutbox => {
    const outbox = () => {
      if (opened.current === null) throw new Error('The outbox is closed');
      return opened.current;
    };
    return {
      items,
      phase,
      async give(ticket, deeds) {
        const works = deeds.map(({ picture: _picture, ...work }) => work as OutboxWork);
        const made = makeItems(works, { owner, ticket, now: Date.now() });
        for (const [at, { picture }] of deeds.entries()) {
          const item = made[at];
          if (picture && item) await keepPhoto(item.id, picture);
        }
        await outbox().add(followUp(made));
        // Before anything is tried: an app that is closed while its signal hangs never learns that it failed.
        void askForSync();
        flush();
      },
      async again(id, ticket) {
        await outbox().again(id, ticket);
        void askForSync();
        flush();
      },
      discard: (id) => outbox().discard(id),
    };
  }, [items, phase, owner, flush]);
  return <OutboxContext value={value}>{children}</OutboxContext>;
}

/** Photos before the command they prove: what each expects is the same ticket, as none but the last changes its status. */
function followUp(items: OutboxItem[]): OutboxItem[] {
  const isCommand = ({ work }: OutboxItem) => work.kind === 'command';
  return [...items.filter((item) => !isCommand(item)), ...items.filter(isCommand)];
}

/** Sends when something was added, when the signal is back, when the app comes to the front, and now and then. */
function useFlushing(parts: {
  owner: string;
  opened: { current: Outbox | null };
  items: readonly OutboxItem[];
  setPhase: (phase: PhoneOutbox['phase']) => void;
}): () => void {
  const { owner, opened, items, setPhase } = parts;
  const [again, setAgain] = useState(0);
  const running = useRef(false);
  const failures = useRef(0);

  const flush = useCallback(() => {
    const outbox = opened.current;
    if (outbox === null || running.current) {
      setAgain((count) => count + 1);
      return;
    }
    running.current = true;
    setPhase('sending');
    void outbox
      .flush(owner)
      .catch((): Flushed => 'later')
      .then((flushed) => {
        failures.current = flushed === 'empty' ? 0 : failures.current + 1;
        setPhase(flushed === 'sign-in' ? 'sign-in' : 'idle');
        if (flushed === 'later') void askForSync();
      })
      .finally(() => {
        running.current = false;
        setAgain((count) => count + 1);
      });
  }, [owner, opened, setPhase]);

  const waits = nextToSend(items, owner) !== null;
  const { state } = useConnection();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt, and each thing added, sets the next one's time
  useEffect(() => {
    if (!waits || running.current) return;
    const delayMs =
      failures.current === 0 ? 0 : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures.current - 1));
    const timer = setTimeout(flush, delayMs);
    return () => clearTimeout(timer);
  }, [waits, items, again, flush]);
  useEffect(() => {
    if (state === 'live') {
      failures.current = 0;
      flush();
    }
  }, [state, flush]);
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') flush();
    };
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [flush]);
  return flush;
}

/** What arrived is seen in the ticket's history at once. */
function useReadAfterSending(items: readonly OutboxItem[]): void {
  const queries = useQueryClient();
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const settled = items.filter(({ state }) => state === 'sent' || state === 'overtaken');
    const before = known.current;
    known.current = new Set(settled.map(({ id }) => id));
    if (before === null) return;
    for (const { id, ticketId } of settled)
      if (!before.has(id)) void queries.invalidateQueries({ queryKey: ['ticket', ticketId] });
  }, [items, queries]);
}
