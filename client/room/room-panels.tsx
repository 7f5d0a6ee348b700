import { QueryState } from '../api/query-state.tsx';
import { useRoomView } from '../api/room.ts';
import { ChannelPulses } from './channel-pulses.tsx';
import { FloodPanel } from './flood-panel.tsx';
import { Pins } from './pins.tsx';
import { Warnings } from './warnings.tsx';
import './room-panels.css';

/** What stands on every wall, and what is behind it. */
export function RoomPanels() {
  const view = useRoomView();
  return (
    <QueryState query={view}>
      {({ room, flood }) => (
        <div className="room-panels">
          <div>
            <FloodPanel mode={room.flood} control={flood} />
            <ChannelPulses channels={room.channels} />
          </div>
          <Warnings warnings={room.warnings} />
          <Pins pins={room.pins} />
        </div>
      )}
    </QueryState>
  );
}
