import { divIcon } from 'leaflet';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Circle, Marker, useMap, useMapEvents } from 'react-leaflet';
import type { LatLng } from '../../shared/report/report.ts';
import type { BoardState } from '../live/board.ts';
import { AreaNames } from '../map/area-names.tsx';
import { CityMap, type Padding } from '../map/city-map.tsx';
import type { Box } from '../map/place-labels.ts';
import { TicketsOnMap } from '../map/tickets-on-map.tsx';
import { useCity, useCityWords } from '../session/city-words.ts';
import { toMapTickets } from '../ticket/map-tickets.ts';
import { useWords } from '../ui/use-words.ts';
import { SignsOnMap } from './signs-on-map.tsx';
import type { ToldPlace } from './told-places.ts';
import { useRootPx } from './use-root-px.ts';

const PADDING: Padding = { top: 24, right: 24, bottom: 24, left: 24 };
/** Of the page's type. */
const UNIT_REM = 0.94;
const NAME_REM = 0.69;

/** Beyond so many the map follows by the second instead of by the picture. */
const MANY = 3_000;
const MANY_EVERY_MS = 2_000;

type Props = {
  board: BoardState;
  selectedId: string | null | undefined;
  select: (id: string) => void;
  picked: LatLng | null;
  pick: (point: LatLng) => void;
  /** The reporter's other tickets, once they were asked for. */
  told: readonly ToldPlace[];
};

/** Where everything is; a click sets the place of what is being written. */
export function DeskMap({ board, selectedId = null, select, picked, pick, told }: Props) {
  const city = useCity();
  const rootPx = useRootPx();
  const { title } = useCityWords();
  const [boxes, setBoxes] = useState<Box[]>([]);
  const [chips, setChips] = useState<Box[]>([]);
  const tickets = useCalmTickets(board);
  const marks = useMemo(() => toMapTickets([...tickets.values()], title), [tickets, title]);
  const drawn = useCallback((next: Box[]) => setBoxes(next), []);
  const placed = useCallback(
    (next: Box[]) => setChips((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next)),
    [],
  );
  const taken = useMemo(() => [...boxes, ...chips], [boxes, chips]);
  const selected = marks.find(({ id }) => id === selectedId);
  const at = selectedId === null ? null : (board.tickets.get(selectedId)?.location ?? null);
  return (
    <div className="desk-map">
      <CityMap city={city} padding={PADDING}>
        <TicketsOnMap
          tickets={marks}
          selectedId={selectedId}
          unitPx={UNIT_REM * rootPx}
          interactive
          onSelect={select}
          onDrawn={drawn}
        />
        <SignsOnMap told={told} obstacles={boxes} unitPx={UNIT_REM * rootPx} onPlaced={placed} />
        <AreaNames city={city} boxes={taken} sizePx={NAME_REM * rootPx} />
        <FollowSize />
        {at && <Radius at={at} />}
        <Picker picked={picked} pick={pick} />
        {selected && <KeepInView lat={selected.lat} lng={selected.lng} />}
      </CityMap>
    </div>
  );
}

/** The tickets, read less often where clustering them takes the time that scrolling needs. */
function useCalmTickets({ tickets }: BoardState): BoardState['tickets'] {
  const [calm, setCalm] = useState(tickets);
  const latest = useRef(tickets);
  useEffect(() => {
    latest.current = tickets;
    if (tickets.size <= MANY) setCalm(tickets);
  }, [tickets]);
  useEffect(() => {
    const timer = setInterval(() => setCalm(latest.current), MANY_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return calm;
}

const PIN = divIcon({
  html: '<svg viewBox="0 0 24 32" width="100%" height="100%" aria-hidden="true"><path d="M12 31C7 22 2 17.5 2 11.5a10 10 0 0 1 20 0C22 17.500 17 22 12 31z" fill="var(--ink)" stroke="var(--map-ground)" stroke-width="1.5"/><circle cx="12" cy="11.500" r="3.800" fill="var(--map-ground)"/></svg>',
  className: 'desk-pin',
  iconSize: [24, 32],
  iconAnchor: [12, 32],
});

function Picker({ picked, pick }: Pick<Props, 'picked' | 'pick'>) {
  const { t } = useWords();
  useMapEvents({ click: ({ latlng }) => pick({ lat: latlng.lat, lng: latlng.lng }) });
  if (picked === null) return null;
  return (
    <Marker
      position={picked}
      icon={PIN}
      interactive={false}
      keyboard={false}
      alt={t('map.chosen')}
      title={t('map.chosen')}
    />
  );
}

/** Nearer than this the mark itself hides the circle. */
const LEAST_RADIUS_M = 40;

/** How far from its mark the ticket's place may be. */
function Radius({ at: { lat, lng, accuracyM } }: { at: LatLng & { accuracyM: number | null } }) {
  if (accuracyM === null || accuracyM < LEAST_RADIUS_M) return null;
  return <Circle center={[lat, lng]} radius={accuracyM} interactive={false} className="desk-radius" />;
}

/** The pane shrinks and grows with what is told below the map; Leaflet looks at the window only. */
function FollowSize() {
  const map = useMap();
  useEffect(() => {
    const observer = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    observer.observe(map.getContainer());
    return () => observer.disconnect();
  }, [map]);
  return null;
}

/** Moves only when the ticket would not be seen otherwise. */
function KeepInView({ lat, lng }: LatLng) {
  const map = useMap();
  useEffect(() => {
    if (!map.getBounds().contains([lat, lng])) map.panTo([lat, lng]);
  }, [map, lat, lng]);
  return null;
}
