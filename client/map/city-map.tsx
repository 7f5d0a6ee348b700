import 'leaflet/dist/leaflet.css';
import './map.css';
import { latLngBounds } from 'leaflet';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { MapContainer, useMap, useMapEvents } from 'react-leaflet';
import type { CityView } from '../../shared/wire/api.ts';
import { useWords } from '../ui/use-words.ts';
import { BaseLayer } from './base-layer.tsx';
import { DepartmentSymbols } from './department-symbols.tsx';
import { HOLD_MS } from './hold.ts';
import { tileCredit } from './tile-credit.ts';

/** Room on each side that other things cover, pixels. */
export type Padding = { top: number; right: number; bottom: number; left: number };

type Props = {
  city: CityView;
  padding: Padding;
  label?: string;
  onTiles?: (reached: boolean) => void;
  onHold?: (held: boolean) => void;
  /** Who decides what is in view; left out, the whole city is. */
  camera?: ReactNode;
  children?: ReactNode;
};

/** The one map: the city fitted into the free part of its box, its base layer, and what is put on it. */
export function CityMap({ city, padding, label, onTiles, onHold, camera, children }: Props) {
  const { t } = useWords();
  const credit = tileCredit(city.tileUrl);
  return (
    <section className="city-map" aria-label={label ?? t('map.label')}>
      <DepartmentSymbols departments={city.departments} />
      <MapContainer
        center={[city.centre.lat, city.centre.lng]}
        zoom={12}
        zoomSnap={0}
        zoomDelta={0.75}
        wheelPxPerZoomLevel={120}
        minZoom={9}
        maxZoom={18}
        zoomControl={false}
        attributionControl={false}
      >
        <BaseLayer city={city} {...(onTiles && { onTiles })} />
        {camera ?? <FitCity city={city} padding={padding} {...(onHold && { onHold })} />}
        {children}
      </MapContainer>
      {credit && (
        <a
          className="map-credit"
          href="https://www.openstreetmap.org/copyright"
          style={{ left: padding.left, bottom: padding.bottom / 2 }}
        >
          {credit}
        </a>
      )}
    </section>
  );
}

/** Keeps the whole city in view, until a person moves the map; a minute later it comes back. */
function FitCity({
  city,
  padding,
  onHold,
}: {
  city: CityView;
  padding: Padding;
  onHold?: (held: boolean) => void;
}) {
  const map = useMap();
  const bounds = useMemo(() => boundsOf(city), [city]);
  const hold = useRef<ReturnType<typeof setTimeout> | null>(null);
  const fit = useRef<(animate: boolean) => void>(() => {});
  const { top, right, bottom, left } = padding;
  useEffect(() => {
    fit.current = (animate) => {
      map.invalidateSize({ pan: false });
      map.fitBounds(bounds, { paddingTopLeft: [left, top], paddingBottomRight: [right, bottom], animate });
    };
    if (hold.current === null) fit.current(false);
  }, [map, bounds, top, right, bottom, left]);

  const release = () => {
    hold.current = null;
    onHold?.(false);
    fit.current(true);
  };
  const holdStill = () => {
    if (hold.current !== null) clearTimeout(hold.current);
    hold.current = setTimeout(release, HOLD_MS);
    onHold?.(true);
  };
  useMapEvents({
    dragstart: holdStill,
    resize: () => {
      if (hold.current === null) fit.current(false);
    },
  });
  useEffect(() => {
    const container = map.getContainer();
    container.addEventListener('wheel', holdStill, { passive: true });
    container.addEventListener('keydown', holdStill);
    container.addEventListener('dblclick', holdStill);
    return () => {
      container.removeEventListener('wheel', holdStill);
      container.removeEventListener('keydown', holdStill);
      container.removeEventListener('dblclick', holdStill);
    };
  });
  useEffect(
    () => () => {
      if (hold.current !== null) clearTimeout(hold.current);
      hold.current = null;
    },
    [],
  );
  return null;
}

/** The box around the city's cells, or around the city where it has none. */
export function boundsOf({ cells, bounds }: CityView) {
  const corners = cells
    .flatMap(({ rings }) => rings.flat(2))
    .map(([lng, lat]): [number, number] => [lat, lng]);
  return corners.length > 0
    ? latLngBounds(corners)
    : latLngBounds([bounds.south, bounds.west], [bounds.north, bounds.east]);
}
