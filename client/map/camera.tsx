import { type LatLngBounds, type Map as LeafletMap, point } from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { LatLng } from '../../shared/report/report.ts';
import type { CityView } from '../../shared/wire/api.ts';
import { boundsOf, type Padding } from './city-map.tsx';

/** How much closer than the whole city a single place is looked at. */
const CLOSER = 1.5;
const EASE_SECONDS = 1.6;
/** Keys by which Leaflet's map is moved. */
const MOVING_KEYS = /^(Arrow|[+=_-]$)/;

type Props = {
  city: CityView;
  padding: Padding;
  /** The one place to look at; null for the whole city. The same object for the same place. */
  focus: LatLng | null;
  /** A person has put the map where it is: it stays. */
  held: boolean;
  /** A person moved the map. */
  onTouch: () => void;
};

/**
 * A wall's eye: the whole city in the free part of the screen, eased to a place that needs to be seen and back
 * without ado. Where a person moved the map it stays until `held` ends.
 */
export function Camera({ city, padding, focus, held, onTouch }: Props) {
  const map = useMap();
  const bounds = useMemo(() => boundsOf(city), [city]);
  const shown = useRef<LatLng | null>(null);
  const { top, right, bottom, left } = padding;
  useEffect(() => {
    const look = () => {
      if (held) return;
      map.invalidateSize({ pan: false });
      const isNew = focus !== null && focus !== shown.current;
      shown.current = focus;
      map.stop();
      if (focus === null) showAll(map, bounds, { top, right, bottom, left });
      else showPlace(map, bounds, focus, { top, right, bottom, left }, isNew);
    };
    look();
    map.on('resize', look);
    return () => {
      map.off('resize', look);
    };
  }, [map, bounds, focus, held, top, right, bottom, left]);
  useHands(map, onTouch);
  return null;
}

function showAll(map: LeafletMap, bounds: LatLngBounds, { top, right, bottom, left }: Padding): void {
  map.fitBounds(bounds, {
    paddingTopLeft: [left, top],
    paddingBottomRight: [right, bottom],
    animate: false,
  });
}

/** The place in the middle of what is free, not of the window. */
function showPlace(
  map: LeafletMap,
  bounds: LatLngBounds,
  place: LatLng,
  padding: Padding,
  ease: boolean,
): void {
  const { top, right, bottom, left } = padding;
  const whole = map.getBoundsZoom(bounds, false, point(left + right, top + bottom));
  const zoom = Math.min(map.getMaxZoom(), whole + CLOSER);
  const centre = map.unproject(
    map.project([place.lat, place.lng], zoom).add([(right - left) / 2, (bottom - top) / 2]),
    zoom,
  );
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (ease && !still) map.flyTo(centre, zoom, { duration: EASE_SECONDS });
  else map.setView(centre, zoom, { animate: false });
}

/** Notices every way in which a person moves the map. */
function useHands(map: LeafletMap, onTouch: () => void): void {
  const touch = useRef(onTouch);
  useEffect(() => {
    touch.current = onTouch;
  });
  useMapEvents({ dragstart: () => touch.current() });
  useEffect(() => {
    const container = map.getContainer();
    const moved = () => touch.current();
    const pinched = (event: TouchEvent) => event.touches.length > 1 && moved();
    const pressed = (event: KeyboardEvent) => MOVING_KEYS.test(event.key) && moved();
    container.addEventListener('wheel', moved, { passive: true });
    container.addEventListener('dblclick', moved);
    container.addEventListener('touchstart', pinched, { passive: true });
    container.addEventListener('keydown', pressed);
    return () => {
      container.removeEventListener('wheel', moved);
      container.removeEventListener('dblclick', moved);
      container.removeEventListener('touchstart', pinched);
      container.removeEventListener('keydown', pressed);
    };
  }, [map]);
}
