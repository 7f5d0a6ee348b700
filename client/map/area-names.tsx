import { useEffect, useMemo, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { CityView } from '../../shared/wire/api.ts';
import { type Area, areasToName, kelurahanToName } from './areas-to-name.ts';
import { type Box, type Label, type LabelKind, type PlacedLabel, placeLabels } from './place-labels.ts';

/** Rough width of a capital with its spacing, as a share of the type size. */
const CAPITAL_WIDTH = 0.86;
const LETTER_WIDTH = 0.6;
/** A kelurahan is named once its name takes at most this share of its width. */
const ROOM = 0.55;
const ROW_HEIGHT = 1.5;

/** The names of the kecamatan, and of the kelurahan large enough on the screen, wherever no mark is in the way. `boxes` is where the marks are. */
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
  const kecamatan = useMemo(() => areasToName(city.cells), [city.cells]);
  const kelurahan = useMemo(() => kelurahanToName(city.cells), [city.cells]);
  const [placed, setPlaced] = useState<PlacedLabel[]>([]);
  useEffect(() => {
    const toLabel = ({ name, places }: Area, kind: LabelKind): Label => ({
      text: name,
      kind,
      width: name.length * sizePx * (kind === 'kecamatan' ? CAPITAL_WIDTH : LETTER_WIDTH),
      height: sizePx * ROW_HEIGHT,
      places: places.map((point) => map.latLngToContainerPoint(point)),
    });
    const place = () => {
      const perDegree = map.getPixelWorldBounds().getSize().x / 360;
      const large = kelurahan
        .map((one) => ({
          label: toLabel(one, 'kelurahan'),
          roomPx: (one.east - one.west) * perDegree * ROOM,
        }))
        .filter(({ label, roomPx }) => label.width <= roomPx)
        .map(({ label }) => label);
      setPlaced(placeLabels([...kecamatan.map((one) => toLabel(one, 'kecamatan')), ...large], boxes));
    };
    place();
    const hide = () => setPlaced([]);
    map.on('movestart zoomstart', hide);
    map.on('moveend zoomend resize', place);
    return () => {
      map.off('movestart zoomstart', hide);
      map.off('moveend zoomend resize', place);
    };
  }, [map, kecamatan, kelurahan, boxes, sizePx]);
  return (
    <div className="map-names" aria-hidden style={{ fontSize: sizePx }}>
      {placed.map(({ text, kind, x, y }) => (
        <span key={`${kind} ${text}`} className={`map-name-${kind}`} style={{ left: x, top: y }}>
          {text}
        </span>
      ))}
    </div>
  );
}
