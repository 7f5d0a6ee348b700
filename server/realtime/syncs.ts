import type { SyncAnswer } from '../../shared/wire/live.ts';
import type { Log } from '../platform/log.ts';
import { changesFor, departmentOf } from './audience.ts';
import type { Feed } from './feed.ts';
import type { LiveSocket } from './live-server.ts';
import { ALWAYS_AS_CHANGES, type Asked, type Prepared } from './prepare.ts';
import { createReusable } from './reusable.ts';
import { sharedAnswer } from './shared-answer.ts';

/** Answers longer than this are sent to a few at a time … */
const LARGE_BYTES = 64 * 1024;
/** … so that the log's changes go out in between, however many screens come at once. */
const LARGE_AT_ONCE = 8;
/** A line that takes longer loses its place among the few; what it holds then is bounded by its being cut. */
const SLOT_MS = 30_000;
/** How many different snapshots may wait for their turn in memory. */
const PREPARED_AT_ONCE = 3;

type Waiting = Asked & {
  socket: LiveSocket;
  answer: (result: SyncAnswer) => void;
  /** A turn has looked at it and found that the database must be asked. */
  needsReading: boolean;
  prepared: Prepared | null;
};

export type Syncs = ReturnType<typeof createSyncs>;

export type SyncsDeps = {
  feed: Feed;
  prepare(asked: Asked): Promise<Prepared>;
  /** Asks for a turn of the gateway. */
  wake(): void;
  log: Log;
  /** Called in the moment a socket's picture is whole and it has joined its room. */
  onSynced(socket: LiveSocket): void;
};

/**
 * Answers syncs. Nothing of the log reaches a socket between its asking and its answer, and with the answer it joins its
 * room, so that the next batch follows directly. Who was away for a moment is answered from memory; for the
 * others the database is asked once for all who ask the same, and what happened meanwhile is sent behind.
 */
export function createSyncs({ feed, prepare, wake, log, onSynced }: SyncsDeps) {
  const waiting = new Map<string, Waiting>();
  const sending = new Set<string>();
  const reusable = createReusable();
  let reading = false;

  function add(socket: LiveSocket, after: number | null, answer: Waiting['answer']): void {
    void socket.leave(socket.data.audience);
    const departmentCode = departmentOf(socket.data.audience);
    waiting.set(socket.id, { socket, answer, after, departmentCode, needsReading: false, prepared: null });
    wake();
  }

  function finish(request: Waiting, result: SyncAnswer): void {
    const { socket } = request;
    waiting.delete(socket.id);
    request.answer(result);
    void socket.join(socket.data.audience);
  }

  /** In a turn, after the log has been read: answers from memory who can be. */
  function answerFromMemory(request: Waiting, position: number): void {
    request.prepared = reusable.find(request);
    if (request.prepared !== null) return;
    const missed = request.after === null ? null : feed.since(request.after);
    if (missed === null || missed.length > ALWAYS_AS_CHANGES) {
      request.needsReading = true;
      return;
    }
    finish(request, { seq: position, changes: changesFor(missed, request.departmentCode) });
    onSynced(request.socket);
  }

  /** Sends a prepared answer and what came since; false when that is no longer kept. */
  function answerPrepared(request: Waiting, prepared: Prepared, position: number): boolean {
    const since = feed.since(prepared.seq);
    if (since === null) return false;
    const { socket } = request;
    finish(request, sharedAnswer(prepared.json, socket));
    if (position > prepared.seq) {
      const changes = changesFor(since, request.departmentCode);
      socket.emit('changes', { from: prepared.seq + 1, to: position, changes });
    }
    onSynced(socket);
    if (prepared.json.bytes.length > LARGE_BYTES) holdSlot(socket);
    return true;
  }

  /** Keeps a place among the few until the line has taken the answer, or is gone. */
  function holdSlot(socket: LiveSocket): void {
    const { transport } = socket.conn;
    if (transport.writable) return;
    sending.add(socket.id);
    const release = () => {
      clearTimeout(timer);
      transport.off('drain', release);
      socket.off('disconnect', release);
      if (sending.delete(socket.id)) sendPrepared();
    };
    const timer = setTimeout(release, SLOT_MS).unref();
    transport.once('drain', release);
    socket.once('disconnect', release);
  }

  function sendPrepared(): void {
    const position = feed.position();
    if (position === null) return;
    for (const request of waiting.values()) {
      const { prepared } = request;
      if (prepared === null || prepared.seq > position) continue;
      if (prepared.json.bytes.length > LARGE_BYTES && sending.size >= LARGE_AT_ONCE) continue;
      if (answerPrepared(request, prepared, position)) continue;
      request.prepared = null;
      request.needsReading = true;
    }
    void readNext();
  }

  /** Asks the database for the one who has waited longest, and with that for all who ask the same. */
  async function readNext(): Promise<void> {
    const all = [...waiting.values()];
    const first = all.find(({ needsReading, prepared }) => needsReading && prepared === null);
    const held = new Set(all.map(({ prepared }) => prepared)).size;
    if (reading || first === undefined || held > PREPARED_AT_ONCE) return;
    const same = all.filter((request) => request.prepared === null && asksTheSame(request, first));
    reading = true;
    try {
      const prepared = await prepare(first);
      for (const request of same) request.prepared = prepared;
      reusable.keep(first, prepared);
    } catch (err) {
      log.warn({ err }, 'a sync waits for the database');
      return;
    } finally {
      reading = false;
    }
    // The log must be read up to the answer's number before it can be sent.
    wake();
  }

  return {
    add,
    /** The requests waiting now; a turn answers those that came before it read the log. */
    pending: (): Waiting[] => [...waiting.values()],
    answer(pending: Waiting[]): void {
      const position = feed.position();
      if (position === null) return;
      reusable.purge(position);
      for (const request of pending) {
        const isCurrent = waiting.get(request.socket.id) === request;
        if (isCurrent && !request.needsReading && request.prepared === null)
          answerFromMemory(request, position);
      }
      sendPrepared();
    },
    forget(socket: LiveSocket): void {
      waiting.delete(socket.id);
    },
  };
}

function asksTheSame(a: Waiting, b: Waiting): boolean {
  return a.needsReading && a.after === b.after && a.departmentCode === b.departmentCode;
}
