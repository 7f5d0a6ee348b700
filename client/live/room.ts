import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '../../shared/wire/live.ts';
import type { RoomState, WallOrder, WallReport } from '../../shared/wire/room.ts';

export type RoomChannel = ReturnType<typeof createRoomChannel>;

/**
 * What a live connection carries besides tickets: the room's state to screens, orders to a wall, a wall's
 * reports of itself. The state is null until the server has told it, and stays what it was while nobody can.
 */
export function createRoomChannel(socket: Socket<ServerToClient, ClientToServer>) {
  let room: RoomState | null = null;
  const listeners = new Set<() => void>();
  const orderListeners = new Set<(order: WallOrder) => void>();
  socket.on('room.changed', (next) => {
    room = next;
    for (const listener of listeners) listener();
  });
  socket.on('wall.ordered', (order) => {
    for (const listener of orderListeners) listener(order);
  });
  return {
    getSnapshot: (): RoomState | null => room,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onOrder(listener: (order: WallOrder) => void): () => void {
      orderListeners.add(listener);
      return () => orderListeners.delete(listener);
    },
    /** Said now or not at all: what would be said after the next connection is old by then. */
    report(report: WallReport): void {
      if (socket.connected) socket.emit('wall.reported', report);
    },
  };
}
