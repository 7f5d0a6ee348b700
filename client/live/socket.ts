import { io, type Socket } from 'socket.io-client';
import {
  type ClientToServer,
  LIVE_NAMESPACE,
  type LiveRefusal,
  type ServerToClient,
  type SyncAnswer,
} from '../../shared/wire/live.ts';
import { type Board, createBoard } from './board.ts';
import { createFreshnessMeter, type FreshnessMeter, type LocalTime } from './freshness.ts';
import { nextFrame } from './next-frame.ts';
import { createPresenceStore, type PresenceStore } from './presence.ts';
import { createReplyNews, type ReplyNews } from './replies.ts';
import { createRoomChannel, type RoomChannel } from './room.ts';

/** Large snapshots over slow lines take their time; a lost answer shows as a lost connection long before. */
const SYNC_TIMEOUT_MS = 60_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
/** Who is refused may be let in later (a token made again, an account put right), without anybody at the screen. */
const REFUSED_RETRY_MS = 20_000;

/** `syncing` until the picture is whole, `offline` while there is no connection, `refused` with the reason. */
export type ConnectionStatus =
  | { state: 'connecting' | 'syncing' | 'live' | 'offline'; refusal: null }
  | { state: 'refused'; refusal: LiveRefusal };

export type LiveOptions = {
  /** The server's origin; left out in a browser, which means its own. */
  url?: string | undefined;
  /** A kiosk's token; left out where a session cookie signs in. */
  token?: string | undefined;
  /** Tickets for which this is false leave the board; a responder's screen keeps those of its own OPD. */
  belongs?: ((ticket: { departmentCode: string }) => boolean) | undefined;
  /** For tests. */
  schedule?: ((notify: () => void) => void) | undefined;
  time?: LocalTime | undefined;
};

type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** The live picture and what keeps it so. One a page; `close` ends it. */
export type Live = {
  board: Board;
  freshness: FreshnessMeter;
  connection: Connection;
  /** Everything live that is no ticket. */
  room: RoomChannel;
  presence: PresenceStore;
  replies: ReplyNews;
  /** Tries again now, e.g. after signing in; for who does not want to wait for the next try. */
  connect(): void;
  close(): void;
};

export type Connection = {
  getSnapshot(): ConnectionStatus;
  subscribe(listener: () => void): () => void;
};

/**
 * Connects to `/live` and keeps the board up to date: syncs with the newest number applied, asks again when a
 * number is missing, and comes back from every loss by itself, with jitter so that a restart of the server
 * is not met by all its clients at once.
 */
export function createLiveConnection(options: LiveOptions = {}): Live {
  const board = createBoard({ schedule: options.schedule ?? nextFrame, belongs: options.belongs });
  const freshness = createFreshnessMeter(options.time);
  const status = createStatus();
  const socket: LiveSocket = io(`${options.url ?? ''}${LIVE_NAMESPACE}`, {
    auth: options.token === undefined ? {} : { token: options.token },
    withCredentials: true,
    forceNew: true,
    // Any of several servers answers a WebSocket; polling needs all its requests to reach the same one.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: FIRST_RETRY_MS,
    reconnectionDelayMax: LAST_RETRY_MS,
    randomizationFactor: 0.5,
  });
  const synchroniser = createSynchroniser(socket, board, freshness, status);
  const presence = createPresenceStore(socket);
  // A new connection altogether: a refused one still carries the cookie it came with.
  const connect = () => {
    retry.stop();
    socket.disconnect().connect();
  };
  const retry = createRetry(connect);

  socket.on('connect', () => {
    freshness.restart();
    synchroniser.begin();
  });
  socket.on('disconnect', (reason) => {
    status.set({ state: 'offline', refusal: null });
    // Socket.IO comes back by itself from everything but being sent away.
    if (reason === 'io server disconnect') retry.in(FIRST_RETRY_MS);
  });
  socket.on('connect_error', (error) => {
    const refusal = refusalFrom(error);
    status.set(refusal === null ? { state: 'offline', refusal } : { state: 'refused', refusal });
    if (!socket.active) retry.in(refusal === 'unavailable' ? FIRST_RETRY_MS * 4 : REFUSED_RETRY_MS);
  });
  return {
    board,
    freshness,
    connection: { getSnapshot: status.get, subscribe: status.subscribe },
    room: createRoomChannel(socket),
    presence,
    replies: createReplyNews(socket),
    connect,
    close() {
      retry.stop();
      socket.disconnect();
    },
  };
}

/** Asks for what is missing and lets nothing reach the board that does not follow directly. */
function createSynchroniser(socket: LiveSocket, board: Board, freshness: FreshnessMeter, status: Status) {
  /** Counts the requests; 0 is answered. Only the latest one's answer counts. */
  let asked = 0;
  let waiting = false;

  function begin(): void {
    const request = ++asked;
    waiting = true;
    status.set({ state: 'syncing', refusal: null });
    socket.timeout(SYNC_TIMEOUT_MS).emit('sync', { after: board.seq() }, (error, answer?: SyncAnswer) => {
      if (request !== asked || !socket.connected) return;
      if (error !== null || answer === undefined) {
        begin();
        return;
      }
      waiting = false;
      board.applyAnswer(answer);
      status.set({ state: 'live', refusal: null });
    });
  }

  socket.on('changes', (batch) => {
    if (!waiting && board.applyBatch(batch) === 'gap') begin();
  });
  socket.on('heartbeat', (beat) => {
    if (waiting) return;
    // Beats come after the batches they speak of: a number beyond the board's means that one is missing.
    if (beat.seq > (board.seq() ?? -1)) begin();
    else freshness.confirm(beat);
  });
  return { begin };
}

type Status = ReturnType<typeof createStatus>;

function createStatus() {
  let status: ConnectionStatus = { state: 'connecting', refusal: null };
  const listeners = new Set<() => void>();
  return {
    get: () => status,
    set(next: ConnectionStatus): void {
      if (next.state === status.state && next.refusal === status.refusal) return;
      status = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One timer for another try, spread over half to one and a half times the delay. */
function createRetry(connect: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    in(delayMs: number): void {
      clearTimeout(timer);
      timer = setTimeout(connect, delayMs * (0.5 + Math.random()));
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}

function refusalFrom(error: Error): LiveRefusal | null {
  const { message } = error;
  return message === 'unauthenticated' || message === 'forbidden' || message === 'unavailable'
    ? message
    : null;
}
