import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { connectDatabase } from '../../server/database/connect.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import { createMetrics } from '../../server/platform/metrics.ts';
import { createGateway } from '../../server/realtime/gateway.ts';
import type { PingTimes } from '../../server/realtime/live-server.ts';
import type { Presence } from '../../server/realtime/presence.ts';
import type { LiveAccess } from '../../server/realtime/sign-in.ts';
import { createLogTail } from '../../server/tickets/log-tail.ts';
import type { Actor } from '../../shared/access/actor.ts';
import type {
  Change,
  ChangeBatch,
  ClientToServer,
  Heartbeat,
  LiveTicket,
  ServerToClient,
  SyncAnswer,
} from '../../shared/wire/live.ts';
import { buildActor, type TicketsUnderTest } from './tickets.ts';

/** The roles by token of a node under test: `opd:X` is a responder of X. */
export const tokensByRole: LiveAccess = {
  async authenticate({ token }) {
    if (token === undefined) return null;
    if (token.startsWith('opd:')) return buildActor('responder', token.slice(4));
    if (token === 'channel')
      return { kind: 'token', id: token, name: token, role: token, departmentCode: null };
    const known = ['wall', 'operator', 'supervisor', 'executive'] as const;
    const role = known.find((candidate) => candidate === token);
    return role === undefined ? null : actors[role];
  },
};
const actors: Record<'wall' | 'operator' | 'supervisor' | 'executive', Actor> = {
  wall: buildActor('wall'),
  operator: buildActor('operator'),
  supervisor: buildActor('supervisor'),
  executive: buildActor('executive'),
};

type NodeOptions = {
  presence?: Presence;
  access?: LiveAccess;
  pollMs?: number;
  batchMs?: number;
  ping?: PingTimes;
};

/** A web node of the live part alone, on a port of its own. */
export async function startLiveNode(part: TicketsUnderTest, options: NodeOptions = {}) {
  const httpServer = createServer().listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  const log = createLog('silent');
  const tail = createLogTail({ databaseUrl: part.url, log, pollMs: options.pollMs ?? 1000 });
  const metrics = createMetrics();
  const following = connectDatabase(part.url, { log, max: 1, byIndex: true });
  const gateway = createGateway({
    httpServer,
    db: part.db,
    logDb: following.db,
    tail,
    pack: part.pack,
    access: options.access ?? tokensByRole,
    clock: systemClock,
    log,
    metrics,
    publicUrl: null,
    ...(options.batchMs === undefined ? {} : { batchMs: options.batchMs }),
    ...(options.presence === undefined ? {} : { presence: options.presence }),
    ...(options.ping === undefined ? {} : { ping: options.ping }),
  });
  return {
    url: `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`,
    metrics,
    async close() {
      await gateway.close();
      await tail.close();
      await following.close();
      httpServer.closeAllConnections();
      await new Promise((resolve) => httpServer.close(resolve));
    },
  };
}

type ClientSocket = Socket<ServerToClient, ClientToServer>;

/** A bare client that writes down all it ever gets, and complains of nothing. */
export function openClient(url: string, token?: string, headers: Record<string, string> = {}) {
  const socket: ClientSocket = io(`${url}/live`, {
    auth: token === undefined ? {} : { token },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  });
  const batches: ChangeBatch[] = [];
  const beats: Heartbeat[] = [];
  const raw: string[] = [];
  const ended: string[] = [];
  socket.on('changes', (batch) => batches.push(batch));
  socket.on('heartbeat', (beat) => beats.push(beat));
  socket.on('disconnect', (reason) => ended.push(reason));
  socket.io.on('open', () => socket.io.engine.on('data', (data) => raw.push(String(data))));
  return {
    socket,
    batches,
    beats,
    /** Every message as it came over the line. */
    raw,
    /** Why it was disconnected, if it was. */
    ended,
    changes: (): Change[] => batches.flatMap((batch) => batch.changes),
    connected: () => connected(socket),
    async sync(after: number | null): Promise<SyncAnswer> {
      await connected(socket);
      return socket.timeout(10_000).emitWithAck('sync', { after });
    },
    close: () => socket.disconnect(),
  };
}
export type LiveClient = ReturnType<typeof openClient>;

function connected(socket: ClientSocket): Promise<void> {
  if (socket.connected) return Promise.resolve();
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

/** The numbers of the batches as a client must see them: each from directly behind the one before. */
export function expectNoGap(startSeq: number, batches: ChangeBatch[]): void {
  let last = startSeq;
  for (const { from, to, changes } of batches) {
    if (from !== last + 1) throw new Error(`a batch from ${from} came after ${last}`);
    for (const { seq } of changes) {
      if (seq <= last || seq > to) throw new Error(`change ${seq} is not between ${last} and ${to}`);
      last = seq;
    }
    last = to;
  }
}

/** A ticket by id, the newest that the changes tell of. */
export function latest(changes: Change[], id: string): LiveTicket | undefined {
  return changes.findLast(({ ticket }) => ticket.id === id)?.ticket;
}
