import { useMemo } from 'react';
import { PRIORITIES } from '../../shared/ticket/ticket.ts';
import { CityMap, type Padding } from '../map/city-map.tsx';
import type { LayerTicket } from '../map/ticket-layer.ts';
import { TicketsOnMap } from '../map/tickets-on-map.tsx';
import { useCity } from '../session/city-words.ts';
import '../ticket/ticket-parts.css';

const UNIT_PX = 18;
const PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
/** Where the marks stand, degrees from the middle. */
const ROW = { single: 0.2, clustered: -0.2 };
const STEP = 0.42;
/** So many tickets in each cluster. */
const COUNTS = [2, 9, 40, 300, 2400];

/** Tickets as they stand on the map: alone, chosen, calling, and together by the few and by the thousands. */
export function MapMarks() {
  const { departments } = useCity();
  const tickets = useMemo(() => {
    const code: CodeOf = (index) => departments[index % departments.length]?.code ?? '';
    return [...singles(code), ...together(code)];
  }, [departments]);
  return (
    <div className="gallery-map">
      <CityMap city={useCity()} padding={PADDING} label="Map marks">
        <TicketsOnMap tickets={tickets} selectedId="chosen" unitPx={UNIT_PX} interactive />
      </CityMap>
    </div>
  );
}

type CodeOf = (index: number) => string;

function singles(code: CodeOf): LayerTicket[] {
  const plain = PRIORITIES.map((priority, index) => ({ id: priority, priority, calling: false, index }));
  const chosen = { id: 'chosen', priority: 'normal' as const, calling: false, index: 4 };
  const calling = { id: 'calling', priority: 'critical' as const, calling: true, index: 5 };
  return [...plain, chosen, calling].map(({ index, ...ticket }) => ({
    ...ticket,
    departmentCode: code(index),
    lat: ROW.single,
    lng: (index - 3) * STEP,
    label: ticket.id,
    title: 'Kebakaran',
  }));
}

function together(code: CodeOf): LayerTicket[] {
  return COUNTS.flatMap((count, column) =>
    Array.from({ length: count }, (_, n) => ({
      id: `${count}-${n}`,
      // Each cluster's worst is another severity.
      priority: PRIORITIES[Math.min(3, (column % 4) + (n % 3))] ?? 'low',
      departmentCode: code(n),
      calling: false,
      lat: ROW.clustered,
      lng: (column - 2.5) * STEP,
      label: `${count}`,
      title: '',
    })),
  );
}
