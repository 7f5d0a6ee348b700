import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type DefaultEventsMap, type Namespace, Server, type Socket } from 'socket.io';
import type { Actor } from '../../shared/access/actor.ts';
import { type ClientToServer, LIVE_NAMESPACE, type ServerToClient } from '../../shared/wire/live.ts';
import type { Audience } from './audience.ts';
import { liveParser } from './shared-answer.ts';

/** What the gateway knows of a socket. */
export type SocketData = { actor: Actor; audience: Audience };

export type LiveNamespace = Namespace<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

export type PingTimes = { intervalMs: number; timeoutMs: number };

/** A client sends nothing but its sign-in and `sync`. */
const LARGEST_MESSAGE_BYTES = 16 * 1024;
/**
 * A client that does not read answers no ping, as the ping waits behind what it has not read: after both
 * times it is cut, comes back and syncs. Until then it holds references to frames that all share.
 */
const PING: PingTimes = { intervalMs: 10_000, timeoutMs: 20_000 };
const SIGN_IN_TIMEOUT_MS = 10_000;

export type LiveServerOptions = {
  httpServer: HttpServer;
  /** The origin that browsers use when it is not the Host they send, e.g. behind a proxy. */
  publicUrl: string | null;
  /** How often a connection is tried, and how long the answer may take. */
  ping?: PingTimes;
};

/** Socket.IO on the HTTP server, with the one namespace there is. */
export function createLiveServer({ httpServer, publicUrl, ping = PING }: LiveServerOptions): {
  live: LiveNamespace;
  /** Ends all connections; clients come back by themselves, to whoever answers then. */
  close(): void;
} {
  const io = new Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>(httpServer, {
    parser: liveParser,
    serveClient: false,
    // Compression costs a context of its own per socket; the batches are small and shared.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    pingInterval: ping.intervalMs,
    pingTimeout: ping.timeoutMs,
    connectTimeout: SIGN_IN_TIMEOUT_MS,
    allowRequest: (req, answer) => {
      const allowed = isOwnOrigin(req, publicUrl);
      answer(allowed ? null : 'another site', allowed);
    },
  });
  io.use((_socket, next) => next(new Error('forbidden')));
  return { live: io.of(LIVE_NAMESPACE), close: () => io.engine.close() };
}

/** A browser says which page opens the socket, and sends the cookie along whichever it is. Others say nothing. */
function isOwnOrigin(req: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || (publicUrl !== null && new URL(publicUrl).origin === origin);
}
