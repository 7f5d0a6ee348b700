import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Pin, Warning } from '../../shared/wire/room.ts';
import type {
  CapImport,
  FloodChoice,
  FloodControl,
  PinBody,
  RoomView,
  WallList,
  WallOrderBody,
  WarningBody,
  WarningChange,
} from '../../shared/wire/room-api.ts';
import { useRoom } from '../live/use-board.ts';
import { retryAfterFailure, useApi } from './use-api.ts';

const ROOM = ['room'];
/** What the flood rule sees changes without anything on the walls changing. */
const ROOM_POLL_MS = 10_000;
const WALLS_POLL_MS = 3_000;

/** The room and what its flood rule sees; read again as soon as the live connection tells that it changed. */
export function useRoomView() {
  const api = useApi();
  const live = useRoom();
  const query = useQuery({
    queryKey: ROOM,
    queryFn: ({ signal }) => api.get<RoomView>('/api/room', signal),
    refetchInterval: (running) => retryAfterFailure(running) || ROOM_POLL_MS,
  });
  const { refetch } = query;
  useEffect(() => {
    if (live !== null) void refetch();
  }, [live, refetch]);
  return query;
}

/** The walls that are connected, to any node. */
export function useWalls() {
  const api = useApi();
  return useQuery({
    queryKey: ['walls'],
    queryFn: ({ signal }) => api.get<WallList>('/api/walls', signal),
    refetchInterval: WALLS_POLL_MS,
  });
}

export function useOrderWalls() {
  const api = useApi();
  return useMutation({
    // Given once: an order that may have arrived is not given again by itself.
    retry: false,
    mutationFn: (body: WallOrderBody) => api.post('/api/walls/orders', body),
  });
}

export function useSetFlood() {
  const api = useApi();
  return useRoomChange((mode: FloodChoice) => api.put<FloodControl>('/api/room/flood', { mode }));
}

export function usePin() {
  const api = useApi();
  return useRoomChange((body: PinBody) => api.post<Pin>('/api/room/pins', body));
}

export function useUnpin() {
  const api = useApi();
  return useRoomChange((id: string) => api.remove(`/api/room/pins/${id}`));
}

export function useWarn() {
  const api = useApi();
  return useRoomChange((body: WarningBody) => api.post<Warning>('/api/room/warnings', body));
}

/** A CAP alert's XML onto the walls. */
export function useImportCap() {
  const api = useApi();
  return useRoomChange((xml: string) => api.post<CapImport>('/api/room/warnings/cap', { xml }));
}

export function useChangeWarning() {
  const api = useApi();
  return useRoomChange(({ id, ...change }: WarningChange & { id: string }) =>
    api.patch<Warning>(`/api/room/warnings/${id}`, change),
  );
}

export function useEndWarning() {
  const api = useApi();
  return useRoomChange((id: string) => api.remove(`/api/room/warnings/${id}`));
}

/** A change of the room; the screen shows what came of it, also where it was refused. */
function useRoomChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ROOM }),
  });
}
