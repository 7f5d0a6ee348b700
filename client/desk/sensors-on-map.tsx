import { useEffect, useMemo, useState } from 'react';
import { useMap } from 'react-leaflet';
import { formatLevel } from '../../shared/ticket/title.ts';
import { useSensorLevels } from '../api/account.ts';
import { ChipsOnMap, type MapChip } from '../map/chips-on-map.tsx';
import type { Box } from '../map/place-labels.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';

/** Room at the edge of the map, in pixels. */
const EDGE_PX = 6;
const POST_REACH = 0.4;

type Props = { obstacles: readonly Box[]; unitPx: number; onPlaced: (boxes: Box[]) => void };

/** The measuring posts with their levels, where nothing is covered; those in alarm always. */
export function SensorsOnMap({ obstacles, unitPx, onPlaced }: Props) {
  const { sensors } = useCity();
  const { language } = useWords();
  const { data: levels } = useSensorLevels();
  const frame = useMapFrame();
  const chips = useMemo(
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
  return <ChipsOnMap chips={chips} obstacles={obstacles} frame={frame} unitPx={unitPx} onPlaced={onPlaced} />;
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
