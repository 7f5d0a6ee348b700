import type { CityPack } from '../../shared/city/city-pack.ts';
import { connectDatabase } from '../database/connect.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Shutdown } from '../platform/shutdown.ts';
import { createLiveRoom, type LiveRoom } from './live-room.ts';
import { startRoomClock } from './room-clock.ts';

/** One that holds the clock's lock, and one for reading and writing. */
const CONNECTIONS = 2;

type RoomParts = { databaseUrl: string; pack: CityPack; clock: Clock; log: Log };

/** The room of a web node: what it tells its walls, and the clock, should this be the node that has it. */
export function startRoom({ databaseUrl, pack, clock, log }: RoomParts, shutdown: Shutdown): LiveRoom {
  const connection = connectDatabase(databaseUrl, { log, max: CONNECTIONS });
  shutdown.add('room database', connection.close);
  const room = createLiveRoom({ db: connection.db, databaseUrl, floodRule: () => pack.flood, clock, log });
  shutdown.add('room', room.close);
  const roomClock = startRoomClock({ connection, pack, clock, log });
  shutdown.add('room clock', roomClock.close);
  return room;
}
