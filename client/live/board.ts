import { isDone } from '../../shared/ticket/done.ts';
import { isOpen } from '../../shared/ticket/ticket.ts';
import type { Change, ChangeBatch, DoneTicket, LiveTicket, SyncAnswer } from '../../shared/wire/live.ts';

/** How many tickets that left are remembered, so that an older entry does not bring them back. */
const REMEMBERED_GONE = 2_000;

/** Longer than any day. */
const DONE_KEPT_MS = 48 * 3600 * 1000;

/** What screens see. Each notification brings new objects for what changed, so identity tells. */
export type BoardState = {
  /** The newest number applied; null before the first snapshot. */
  seq: number | null;
  /** Open tickets by id. */
  tickets: ReadonlyMap<string, LiveTicket>;
  /** Tickets resolved lately and not open again, by id: all of today's, see `countDoneToday`. */
  done: ReadonlyMap<string, DoneTicket>;
};

/** What became of a batch: with `gap` something before it is missing and nothing of it was taken. */
export type BatchOutcome = 'applied' | 'old' | 'gap';

export type Board = ReturnType<typeof createBoard>;

export type BoardOptions = {
  /** Runs the function at the next frame; called at most once between two notifications. */
  schedule(notify: () => void): void;
  /** Tickets for which this is false leave the board, e.g. those of another OPD. */
  belongs?: ((ticket: { departmentCode: string }) => boolean) | undefined;
};

/** The picture of the city's open tickets: a plain reducer over what the server sends, with subscribe. */
export function createBoard({ schedule, belongs = () => true }: BoardOptions) {
  let published: BoardState = { seq: null, tickets: new Map(), done: new Map() };
  let seq: number | null = null;
  let tickets = new Map<string, LiveTicket>();
  let done = new Map<string, DoneTicket>();
  const gone = new Map<string, number>();
  let scheduled = false;
  const listeners = new Set<() => void>();
  const changeListeners = new Set<(changes: Change[]) => void>();

  function publish(): void {
    scheduled = false;
    published = { seq, tickets, done };
    for (const listener of listeners) listener();
  }

  function touch(): void {
    if (scheduled) return;
    scheduled = true;
    schedule(publish);
  }

  /** What has been published is never changed, so it is copied before the first change after that. */
  function ownDone(): Map<string, DoneTicket> {
    if (done === published.done) done = new Map(done);
    return done;
  }

  function replace(answer: SyncAnswer): void {
    tickets = new Map(answer.tickets?.filter(belongs).map((ticket) => [ticket.id, ticket]));
    done = new Map(answer.done?.filter(belongs).map((ticket) => [ticket.id, ticket]));
    gone.clear();
  }

  function put(ticket: LiveTicket): void {
    const { id, version } = ticket;
    const known = tickets.get(id)?.version ?? done.get(id)?.version ?? gone.get(id) ?? 0;
    if (version < known) return;
    gone.delete(id);
    const open = belongs(ticket) && isOpen(ticket.status);
    const finished = belongs(ticket) && isDone(ticket);
    if (open) tickets.set(id, ticket);
    else tickets.delete(id);
    if (finished) putDone(doneFrom(ticket));
    else if (done.has(id)) ownDone().delete(id);
    if (!open && !finished) leave(id, version);
  }

  /** A screen may stay up for months: what was resolved days ago is let go. */
  function putDone(ticket: DoneTicket): void {
    const kept = ownDone();
    const oldest = Date.parse(ticket.resolvedAt) - DONE_KEPT_MS;
    for (const [id, { resolvedAt }] of kept) {
      if (Date.parse(resolvedAt) >= oldest) break;
      kept.delete(id);
    }
    kept.set(ticket.id, ticket);
  }

  function leave(id: string, version: number): void {
    gone.set(id, version);
    const oldest = gone.keys().next();
    if (gone.size > REMEMBERED_GONE && !oldest.done) gone.delete(oldest.value);
  }

  /** Takes those not applied yet, which the caller knows to follow without a gap. */
  function take(changes: Change[], upTo: number): void {
    const reached = seq ?? 0;
    const fresh = changes.filter((change) => change.seq > reached);
    if (tickets === published.tickets && fresh.length > 0) tickets = new Map(tickets);
    for (const { ticket } of fresh) put(ticket);
    seq = Math.max(reached, upTo);
    touch();
    if (fresh.length > 0) for (const listener of changeListeners) listener(fresh);
  }

  return {
    /** The newest number applied, ahead of `getSnapshot().seq` until the next frame. */
    seq: () => seq,

    /** The server's answer to the latest `sync`. A snapshot replaces everything, also by something older. */
    applyAnswer(answer: SyncAnswer): void {
      if (answer.tickets === undefined) {
        take(answer.changes ?? [], answer.seq);
        return;
      }
      replace(answer);
      seq = answer.seq;
      touch();
    },

    applyBatch(batch: ChangeBatch): BatchOutcome {
      if (seq === null || batch.from > seq + 1) return 'gap';
      if (batch.to <= seq) return 'old';
      take(batch.changes, batch.to);
      return 'applied';
    },

    /** What the latest notification was about; the same object until the next one. */
    getSnapshot: (): BoardState => published,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Hears of each change once, as it happens; not of what a snapshot brings. For tones and attention. */
    onChanges(listener: (changes: Change[]) => void): () => void {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
  };
}

function doneFrom({ id, version, departmentCode, resolvedAt, createdAt }: LiveTicket): DoneTicket {
  return { id, version, departmentCode, resolvedAt: resolvedAt ?? createdAt };
}
