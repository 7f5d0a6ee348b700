import { useEffect, useMemo, useState } from 'react';
import { CircleMarker, useMap } from 'react-leaflet';
import { formatLevel } from '../../shared/ticket/title.ts';
import { useSensorLevels } from '../api/account.ts';
import { ChipsOnMap, type MapChip } from '../map/chips-on-map.tsx';
import type { Box } from '../map/place-labels.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import type { ToldPlace } from './told-places.ts';

/** Room at the edge of the map, in pixels. */
const EDGE_PX = 6;
const POST_REACH = 0.4;
/** Around a ticket's mark. */
const RING_REACH = 1.15;

type Props = {
  told: readonly ToldPlace[];
  obstacles: readonly Box[];
  unitPx: number;
  onPlaced: (boxes: Box[]) => void;
};

/**
 * What is told beside tickets' marks: a ring and a numeral at each of the reporter's other tickets, and the measuring
 * posts with their levels where nothing is covered; those in alarm always.
 */
export function SignsOnMap({ told, obstacles, unitPx, onPlaced }: Props) {
  const frame = useMapFrame();
  const levels = useLevelChips(unitPx);
  const chips = useMemo(
    () => [...told.map((place) => numeralChip(place, unitPx)), ...levels],
    [told, levels, unitPx],
  );
  return (
    <>
      {told.map(({ ticketId, lat, lng }) => (
        <CircleMarker
          key={ticketId}
          center={[lat, lng]}
          radius={RING_REACH * unitPx}
          interactive={false}
          className="desk-told-ring"
        />
      ))}
      <ChipsOnMap chips={chips} obstacles={obstacles} frame={frame} unitPx={unitPx} onPlaced={onPlaced} />
    </>
  );
}

function numeralChip({ ticketId, lat, lng, numeral }: ToldPlace, unitPx: number): MapChip {
  const content = <b>{numeral}</b>;
  return {
    key: ticketId,
    lat,
    lng,
    content,
    className: 'desk-chip desk-chip-alarm',
    reach: RING_REACH * unitPx,
    must: true,
  };
}

function useLevelChips(unitPx: number): MapChip[] {
  const { sensors } = useCity();
  const { language } = useWords();
  const { data: levels } = useSensorLevels();
  return useMemo(
    () =>
      sensors.flatMap(({ id, lat, lng, name, unit }): MapChip[] => {
        const level = levels?.get(id);
        if (!level) return [];
        const content = (
          <>
            {name} <b>{formatLevel({ value: level.value, unit }, language)}</b>
          </>
        );
        const className = level.alarm ? 'desk-chip desk-chip-alarm' : 'desk-chip';
        return [
          { key: id, lat, lng, content, className, reach: POST_REACH * unitPx, must: level.alarm === true },
        ];
      }),
    [sensors, levels, language, unitPx],
  );
}

/** The whole map, as large as it is now, in its own pixels. */
function useMapFrame(): Box {
  const map = useMap();
  const [size, setSize] = useState(() => map.getSize());
  useEffect(() => {
    const read = () => setSize(map.getSize());
    map.on('resize', read);
    return () => {
      map.off('resize', read);
    };
  }, [map]);
  return useMemo(
    () => ({ left: EDGE_PX, top: EDGE_PX, right: size.x - EDGE_PX, bottom: size.y - EDGE_PX }),
    [size],
  );
}
