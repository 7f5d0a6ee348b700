import type { Server as HttpServer } from 'node:http';
import { z } from 'zod';
import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Database } from '../database/connect.ts';
import { type Clock, isoNow } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { LogTail } from '../tickets/log-tail.ts';
import { createAllowance } from './allowance.ts';
import { CITY_AUDIENCES, changesFor, departmentOf } from './audience.ts';
import { createFeed, type FeedBatch } from './feed.ts';
import { createLiveServer, type LiveNamespace, type LiveSocket, type PingTimes } from './live-server.ts';
import { prepareAnswer } from './prepare.ts';
import type { Presence } from './presence.ts';
import { createPump } from './pump.ts';
import { joinReplies, type LiveReplies } from './replies.ts';
import { joinRoom, type LiveRoom } from './room.ts';
import { createRecheck, type LiveAccess, requireSignIn } from './sign-in.ts';
import { createSyncs, type Syncs } from './syncs.ts';

const HEARTBEAT_MS = 1000;
/** A client syncs when it connects and when it misses a number; who asks more often is broken. */
const SYNCS = { atOnce: 10, refillMs: 2000 };

export type GatewayDeps = {
  httpServer: HttpServer;
  /** Snapshots are read from it. */
  db: Database;
  /** The log is followed on it, by index. */
  logDb: Database;
  tail: LogTail;
  pack: CityPack;
  access: LiveAccess;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  publicUrl: string | null;
  /** What stands on the walls beside the tickets; left out, they have tickets only. */
  room?: LiveRoom;
  /** Changes within this time of each other go out together. */
  batchMs?: number;
  ping?: PingTimes;
  presence?: Presence;
  /** News of answers to reporters. */
  replies?: LiveReplies;
};

export type Gateway = {
  /** Looks again at once who may still be connected; for when somebody's rights have changed. */
  recheck(): void;
  close(): Promise<void>;
};

/**
 * The door `/live`: every web node reads the numbered log for itself and sends each run of it to the rooms
 * that may see it, in order and without a gap. Reading, answering and heartbeats take turns, so that what a
 * socket is told is always true for one number; a heartbeat goes out only after the log has just been read,
 * and its time is that of the reading, so a server that has lost its database falls silent instead of pretending.
 */
export function createGateway(deps: GatewayDeps): Gateway {
  const { db, logDb, pack, clock, log, access, metrics, tail, batchMs = 50 } = deps;
  const server = createLiveServer(deps);
  const { live } = server;
  const feed = createFeed({ db: logDb, pack });
  let readAt = isoNow(clock);
  const heart = createHeart(live, () => ({ seq: feed.position() ?? 0, at: readAt }));
  const pump = createPump({ turn, spacingMs: batchMs, log });
  const syncs = createSyncs({
    feed,
    prepare: (asked) => prepareAnswer({ db, pack, clock }, asked),
    wake: pump.wake,
    log,
    onSynced: heart.beatFor,
  });

  async function turn(): Promise<void> {
    const pending = syncs.pending();
    let isAll = false;
    // The next page may have been asked for while the one before went out, but never before that.
    for (let askedAt = isoNow(clock); !isAll; ) {
      const startedAt = isoNow(clock);
      isAll = await feed.advance((batch) => broadcast(live, batch));
      // Entries of this node's own are no reading.
      if (isAll) readAt = askedAt;
      askedAt = startedAt;
    }
    if (heart.isDue() && (await feed.hasGoneBack())) sendEverybodyAway();
    metrics.logSeq.set(feed.position() ?? 0);
    syncs.answer(pending);
    heart.beatIfDue();
  }

  function sendEverybodyAway(): void {
    log.warn('the log is shorter than it was, all live clients start anew');
    for (const socket of live.sockets.values()) socket.conn.close(true);
  }

  requireSignIn(live, access, log);
  deps.presence?.attach(live);
  live.on('connection', (socket) => {
    const { audience } = socket.data;
    metrics.liveSockets.inc({ audience: departmentOf(audience) === null ? audience : 'opd' });
    socket.on('disconnect', () => {
      syncs.forget(socket);
      metrics.liveSockets.dec({ audience: departmentOf(audience) === null ? audience : 'opd' });
    });
    acceptSyncs(socket, syncs);
    deps.presence?.accept(socket);
  });
  const leaveRoom = deps.room && joinRoom(live, deps.room);
  const leaveReplies = deps.replies && joinReplies(live, deps.replies);
  const recheck = createRecheck(live, access, log);
  const unsubscribe = tail.subscribe((written) => {
    feed.offer(written);
    pump.wake();
  });
  const timer = setInterval(() => {
    heart.setDue();
    pump.wake();
  }, HEARTBEAT_MS);

  return {
    recheck: recheck.now,
    async close() {
      clearInterval(timer);
      recheck.close();
      unsubscribe();
      leaveRoom?.();
      leaveReplies?.();
      await pump.close();
      server.close();
    },
  };
}

/** One run of the log to every room: all of it to those who see the city, to each OPD what concerns it. */
function broadcast(live: LiveNamespace, { from, to, entries }: FeedBatch): void {
  const { rooms } = live.adapter;
  if (CITY_AUDIENCES.some((audience) => rooms.has(audience)))
    live.to(CITY_AUDIENCES).emit('changes', { from, to, changes: changesFor(entries, null) });
  for (const room of rooms.keys()) {
    const departmentCode = departmentOf(room);
    if (departmentCode === null) continue;
    live.to(room).emit('changes', { from, to, changes: changesFor(entries, departmentCode) });
  }
}

const syncSchema = z.object({ after: z.int().nonnegative().nullable() });

/** Takes a socket's syncs; one that cannot be read, or comes too often, ends the connection. */
function acceptSyncs(socket: LiveSocket, syncs: Syncs): void {
  const isAllowed = createAllowance(SYNCS);
  socket.on('sync', (request: unknown, answer: unknown) => {
    const asked = syncSchema.safeParse(request);
    if (!isAllowed() || !asked.success || typeof answer !== 'function') {
      socket.disconnect(true);
      return;
    }
    syncs.add(socket, asked.data.after, (result) => answer(result));
  });
}

/** Beats to every socket, also to one that has no picture yet: it is told that the server lives, and its clock. */
function createHeart(live: LiveNamespace, beat: () => { seq: number; at: string }) {
  let due = false;
  return {
    setDue(): void {
      due = true;
    },
    isDue: () => due,
    beatIfDue(): void {
      if (!due) return;
      due = false;
      live.emit('heartbeat', beat());
    },
    beatFor(socket: LiveSocket): void {
      socket.emit('heartbeat', beat());
    },
  };
}
