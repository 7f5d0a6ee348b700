import { useEffect, useMemo, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { CityView } from '../../shared/wire/api.ts';
import { type Area, areasToName } from './areas-to-name.ts';
import { type Box, type PlacedLabel, placeLabels } from './place-labels.ts';

/** Rough width of a capital with its spacing, as a share of the type size. */
const CAPITAL_WIDTH = 0.86;
const ROW_HEIGHT = 1.5;

/** The names of the kecamatan, wherever no mark is in the way. `boxes` is where the marks are. */
export function AreaNames({
  city,
  boxes,
  sizePx,
}: {
  city: CityView;
  boxes: readonly Box[];
  sizePx: number;
}) {
  const map = useMap();
  const areas = useMemo(() => areasToName(city.cells), [city.cells]);
  const [placed, setPlaced] = useState<PlacedLabel[]>([]);
  useEffect(() => {
    const place = () => setPlaced(placeLabels(areas.map(toLabel), boxes));
    const toLabel = ({ name, places }: Area) => ({
      text: name,
      width: name.length * sizePx * CAPITAL_WIDTH,
      height: sizePx * ROW_HEIGHT,
      places: places.map((point) => map.latLngToContainerPoint(point)),
    });
    place();
    const hide = () => setPlaced([]);
    map.on('movestart zoomstart', hide);
    map.on('moveend zoomend resize', place);
    return () => {
      map.off('movestart zoomstart', hide);
      map.off('moveend zoomend resize', place);
    };
  }, [map, areas, boxes, sizePx]);
  return (
    <div className="map-names" aria-hidden style={{ fontSize: sizePx }}>
      {placed.map(({ text, x, y }) => (
        <span key={text} style={{ left: x, top: y }}>
          {text}
        </span>
      ))}
    </div>
  );
}
