import type { FloodRule } from '../../shared/city/city-pack.ts';
import type { RoomState, WallOrder } from '../../shared/wire/room.ts';
import type { Database } from '../database/connect.ts';
import { listenTo } from '../database/listen.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { parseNews, ROOM_NOTIFICATION } from './notify.ts';
import { readRoom } from './read-room.ts';
import { createWallRegister } from './walls.ts';

/** Nobody says when a warning's time is over, or that a notification was lost. */
const READ_EVERY_MS = 5000;

type LiveRoomDeps = {
  db: Database;
  databaseUrl: string;
  /** The rule in force; undefined: the city has none. */
  floodRule: () => FloodRule | undefined;
  clock: Clock;
  log: Log;
};

export type LiveRoom = ReturnType<typeof createLiveRoom>;

/**
 * The room as one web node knows it: read when another node says that it changed and every few seconds, told on
 * only when it is different. Orders to walls come by the same way.
 */
export function createLiveRoom({ db, databaseUrl, floodRule, clock, log }: LiveRoomDeps) {
  const walls = createWallRegister({ db, clock, log });
  const tellers = new Set<(state: RoomState) => void>();
  const orderers = new Set<(wallId: string | null, order: WallOrder) => void>();
  let known: { state: RoomState; text: string } | null = null;
  let reading: Promise<void> | null = null;
  let isToReadAgain = false;

  async function read(): Promise<void> {
    const { room: state } = await readRoom(db, floodRule(), clock.now());
    const text = JSON.stringify(state);
    if (known?.text === text) return;
    known = { state, text };
    for (const tell of tellers) tell(state);
  }

  /** Reads; when it is being read, once more afterwards: that reading may have come too early. */
  function refresh(): void {
    if (reading) {
      isToReadAgain = true;
      return;
    }
    reading = read()
      .catch((err: unknown) => log.warn({ err }, 'the room could not be read'))
      .finally(() => {
        reading = null;
        if (!isToReadAgain) return;
        isToReadAgain = false;
        refresh();
      });
  }

  function hear(payload: string): void {
    const news = parseNews(payload);
    if (news?.kind === 'ordered') for (const order of orderers) order(news.wallId, news.order);
    else refresh();
  }

  const listening = listenTo({
    databaseUrl,
    channels: [ROOM_NOTIFICATION],
    name: 'room',
    log,
    heard: hear,
    connected: refresh,
  });
  const timer = setInterval(refresh, READ_EVERY_MS);

  return {
    walls,
    /** What walls and desks are to know; null before it was read. */
    state: () => known?.state ?? null,
    /** Calls back with each new state; returns how to stop. */
    onChanged(tell: (state: RoomState) => void): () => void {
      tellers.add(tell);
      return () => tellers.delete(tell);
    },
    /** Calls back with each order, for one wall (maybe another node's) or for all (`null`); returns how to stop. */
    onOrdered(order: (wallId: string | null, order: WallOrder) => void): () => void {
      orderers.add(order);
      return () => orderers.delete(order);
    },
    async close(): Promise<void> {
      clearInterval(timer);
      await listening.close();
      isToReadAgain = false;
      await reading;
      await walls.close();
    },
  };
}
