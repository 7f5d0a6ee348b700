import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { MapTicket } from './cluster.ts';
import { createHeatLayer } from './heat-layer.ts';
import './layers.css';

const REDRAW_MS = 1_000;

/** How dense the tickets lie on the map around it. */
export function HeatOnMap({ tickets, unitPx }: { tickets: readonly MapTicket[]; unitPx: number }) {
  const map = useMap();
  const latest = useRef(tickets);
  const redraw = useRef<() => void>(() => {});
  useEffect(() => {
    latest.current = tickets;
    redraw.current();
  }, [tickets]);
  useEffect(() => {
    const layer = createHeatLayer(map, unitPx);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      clearTimeout(timer);
      timer = undefined;
      layer.draw(latest.current);
    };
    redraw.current = () => {
      timer ??= setTimeout(draw, REDRAW_MS);
    };
    draw();
    map.on('move zoom moveend resize', draw);
    return () => {
      clearTimeout(timer);
      redraw.current = () => {};
      map.off('move zoom moveend resize', draw);
      layer.remove();
    };
  }, [map, unitPx]);
  return null;
}
