import { can } from '../../shared/access/policy.ts';
import type { RoomState, WallOrder, WallReport } from '../../shared/wire/room.ts';
import { wallReportSchema } from '../../shared/wire/room-api.ts';
import { createAllowance } from './allowance.ts';
import type { Audience } from './audience.ts';
import type { LiveNamespace, LiveSocket } from './live-server.ts';

/** Who hears of the room. */
const HEARS: ReadonlySet<Audience> = new Set<Audience>(['wall', 'desk']);
/** A wall reports every ten seconds and when something changes; dragging a window's corner is no news. */
const REPORTS = { atOnce: 20, refillMs: 1000 };

/** What the gateway needs of the room. */
export type LiveRoom = {
  state(): RoomState | null;
  onChanged(tell: (state: RoomState) => void): () => void;
  onOrdered(order: (wallId: string | null, order: WallOrder) => void): () => void;
  walls: {
    reported(wall: { id: string; name: string }, report: WallReport): void;
    left(id: string): void;
    has(id: string): boolean;
  };
};

/**
 * Tells walls and desks of the room, takes what walls say of themselves, and passes orders on to them. A wall is
 * whoever reports as one and may see it: a kiosk, or a person who has opened the wall. Returns how to stop.
 */
export function joinRoom(live: LiveNamespace, room: LiveRoom): () => void {
  live.on('connection', (socket) => {
    const state = room.state();
    if (state !== null && HEARS.has(socket.data.audience)) socket.emit('room.changed', state);
    if (can(socket.data.actor, 'live.wall')) acceptReports(socket, room);
  });
  const stopTelling = room.onChanged((state) => {
    const ids = [...live.sockets.values()].filter(({ data }) => HEARS.has(data.audience)).map(({ id }) => id);
    // To nobody would mean to everybody.
    if (ids.length > 0) live.to(ids).emit('room.changed', state);
  });
  const stopOrders = room.onOrdered((wallId, order) => {
    const ids = [...live.sockets.keys()].filter(
      (id) => (wallId === null || id === wallId) && room.walls.has(id),
    );
    if (ids.length > 0) live.to(ids).emit('wall.ordered', order);
  });
  return () => {
    stopTelling();
    stopOrders();
  };
}

/** A report that cannot be read ends the connection; what comes too often is passed over: the next one says it again. */
function acceptReports(socket: LiveSocket, { walls }: LiveRoom): void {
  const isAllowed = createAllowance(REPORTS);
  socket.on('wall.reported', (said: unknown) => {
    if (!isAllowed()) return;
    const report = wallReportSchema.safeParse(said);
    if (!report.success) {
      socket.disconnect(true);
      return;
    }
    walls.reported({ id: socket.id, name: socket.data.actor.name }, report.data);
  });
  socket.on('disconnect', () => walls.left(socket.id));
}
