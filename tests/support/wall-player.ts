import type { RoomState, WallOrder, WallReport } from '../../shared/wire/room.ts';
import { openClient } from './live.ts';

/** What a wall of today would say of itself. */
export function buildWallReport(given: Partial<WallReport> = {}): WallReport {
  return {
    version: 'index-today.js',
    scene: 'map',
    sceneHeld: false,
    sound: 'on',
    width: 1920,
    height: 1080,
    pictureAgeMs: 400,
    ...given,
  };
}

/** A screen on the wire: writes down what it hears of the room and what it is ordered. */
export function openWall(url: string, token?: string, headers: Record<string, string> = {}) {
  const client = openClient(url, token, headers);
  const rooms: RoomState[] = [];
  const orders: WallOrder[] = [];
  client.socket.on('room.changed', (room) => rooms.push(room));
  client.socket.on('wall.ordered', (order) => orders.push(order));
  return {
    ...client,
    rooms,
    orders,
    room: () => rooms.at(-1),
    async report(given: Partial<WallReport> = {}): Promise<void> {
      await client.connected();
      client.socket.emit('wall.reported', buildWallReport(given));
    },
  };
}
export type WallPlayer = ReturnType<typeof openWall>;
