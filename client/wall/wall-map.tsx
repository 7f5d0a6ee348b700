import { memo, useCallback, useMemo, useState } from 'react';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import type { Scene } from '../../shared/wire/room.ts';
import { AreaNames } from '../map/area-names.tsx';
import { AreaShade } from '../map/area-shade.tsx';
import { Camera } from '../map/camera.tsx';
import { ChipsOnMap } from '../map/chips-on-map.tsx';
import { CityMap } from '../map/city-map.tsx';
import { HeatOnMap } from '../map/heat-on-map.tsx';
import type { Box } from '../map/place-labels.ts';
import { TicketsOnMap } from '../map/tickets-on-map.tsx';
import { useCity } from '../session/city-words.ts';
import type { Reading } from './sensor-readings.ts';
import { useMapChips } from './use-map-chips.tsx';
import type { MapHold } from './use-map-hold.ts';
import { useMarks } from './use-marks.ts';
import type { WallLayout } from './use-wall-layout.ts';

export type WallMapProps = {
  tickets: readonly LiveTicket[];
  scene: Scene;
  /** The critical ticket that the room is to see now. */
  showing: LiveTicket | null;
  pinnedId: string | null;
  readings: readonly Reading[];
  /** Kecamatan with a warning or under water. */
  shaded: ReadonlyMap<string, Priority>;
  heat: boolean;
  layout: WallLayout;
  hold: MapHold;
  tilesReached: boolean;
  onTiles: (reached: boolean) => void;
};

const Tickets = memo(TicketsOnMap);
const NOTHING: Box[] = [];

/** The city edge to edge with all that has a place: tickets, posts, warnings, heat. */
export const WallMap = memo(function WallMap(props: WallMapProps) {
  const { tickets, showing, pinnedId, shaded, heat, layout, hold, onTiles } = props;
  const city = useCity();
  const { padding, frame, unitPx } = layout;
  const marks = useMarks(tickets);
  const drawn = useMemo(() => (heat ? marks.filter(({ calling }) => calling) : marks), [heat, marks]);
  const [markBoxes, onDrawn] = useBoxes();
  const [chipBoxes, onPlaced] = useBoxes();
  const chips = useMapChips({ ...props, marks, unitPx });
  const focus = useFocus(showing);
  const taken = useMemo(() => [...markBoxes, ...chipBoxes, ...around(frame)], [markBoxes, chipBoxes, frame]);
  const camera = (
    <Camera city={city} padding={padding} focus={focus} held={hold.heldAt !== null} onTouch={hold.touch} />
  );
  return (
    <div className="wall-map">
      <CityMap city={city} padding={padding} onTiles={onTiles} camera={camera}>
        <AreaShade city={city} areas={shaded} />
        {heat && <HeatOnMap tickets={marks} unitPx={unitPx} />}
        <Tickets
          tickets={drawn}
          selectedId={pinnedId}
          unitPx={unitPx}
          interactive={false}
          onDrawn={onDrawn}
        />
        <ChipsOnMap chips={chips} obstacles={markBoxes} frame={frame} unitPx={unitPx} onPlaced={onPlaced} />
        <AreaNames city={city} boxes={taken} sizePx={unitPx} />
      </CityMap>
    </div>
  );
});

/** What lies around the free part of the map: half a name at the edge of a panel is noise. */
function around({ left, top, right, bottom }: Box): Box[] {
  const far = 1e6;
  return [
    { left: -far, top: -far, right: left, bottom: far },
    { left: right, top: -far, right: far, bottom: far },
    { left: -far, top: -far, right: far, bottom: top },
    { left: -far, top: bottom, right: far, bottom: far },
  ];
}

/** Boxes that stay the same object while they lie where they lay. */
function useBoxes(): [Box[], (boxes: Box[]) => void] {
  const [boxes, setBoxes] = useState(NOTHING);
  const tell = useCallback(
    (next: Box[]) => setBoxes((before) => (sameBoxes(before, next) ? before : next)),
    [],
  );
  return [boxes, tell];
}

function sameBoxes(a: readonly Box[], b: readonly Box[]): boolean {
  return a.length === b.length && a.every((box, index) => isNear(box, b[index]));
}

function isNear(a: Box, b: Box | undefined): boolean {
  if (b === undefined) return false;
  return (['left', 'top', 'right', 'bottom'] as const).every((side) => Math.abs(a[side] - b[side]) < 0.5);
}

/** The place of the ticket, the same object while it is the same place. */
function useFocus(showing: LiveTicket | null): { lat: number; lng: number } | null {
  const { lat, lng } = showing?.location ?? {};
  const id = showing?.id;
  return useMemo(() => {
    return id === undefined || lat === undefined || lng === undefined ? null : { lat, lng };
  }, [id, lat, lng]);
}
