import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { LatLng } from '../../shared/report/report.ts';
import { type Chip, placeChips } from './place-chips.ts';
import type { Box } from './place-labels.ts';
import './layers.css';

/** Words that belong to a place on the map. The first of several choose their side first. */
export type MapChip = LatLng & {
  key: string;
  content: ReactNode;
  className: string;
  /** How far the mark at the place extends, in pixels. */
  reach: number;
  /** Shown also where it has to cover something. */
  must?: boolean;
  /** Without a line to its place, e.g. the name of a river. */
  loose?: boolean;
};

type Props = {
  chips: readonly MapChip[];
  /** Where marks are, in container pixels. */
  obstacles: readonly Box[];
  /** The free part of the map. */
  frame: Box;
  unitPx: number;
  /** Told where chips now are, in container pixels. */
  onPlaced: (boxes: Box[]) => void;
};

/** Puts words beside their places, each on a side where it covers nothing, with a fine line to its place. */
export function ChipsOnMap({ chips, obstacles, frame, unitPx, onPlaced }: Props) {
  const map = useMap();
  const root = useRef<HTMLDivElement>(null);
  const place = useRef<() => void>(() => {});
  const moving = useRef(false);
  useLayoutEffect(() => {
    place.current = () => {
      // While the map moves nothing stands; where it has come to, all is placed again.
      if (root.current === null || moving.current) return;
      const elements = [...root.current.querySelectorAll<HTMLElement>('.map-chip')];
      const measured = chips.map((chip, index): Chip => {
        const { x, y } = map.latLngToContainerPoint([chip.lat, chip.lng]);
        const { offsetWidth: width, offsetHeight: height } = elements[index] ?? NO_SIZE;
        return {
          x,
          y,
          reach: chip.reach,
          width,
          height,
          must: chip.must ?? false,
          near: chip.loose ?? false,
        };
      });
      const boxes = placeChips(measured, obstacles, frame, unitPx * 0.7);
      for (const [index, element] of elements.entries()) put(element, boxes[index] ?? null);
      const lines = root.current.querySelectorAll('line');
      for (const [index, line] of lines.entries()) draw(line, measured[index], boxes[index] ?? null);
      root.current.style.visibility = '';
      onPlaced(boxes.filter((box) => box !== null));
    };
    place.current();
  }, [map, chips, obstacles, frame, unitPx, onPlaced]);
  useEffect(() => {
    const again = () => {
      moving.current = false;
      place.current();
    };
    const hide = () => {
      moving.current = true;
      if (root.current !== null) root.current.style.visibility = 'hidden';
    };
    map.on('movestart zoomstart', hide);
    map.on('moveend', again);
    return () => {
      map.off('movestart zoomstart', hide);
      map.off('moveend', again);
    };
  }, [map]);
  return (
    <div className="map-chips" ref={root}>
      <svg width="100%" height="100%" aria-hidden>
        {chips.map(({ key, loose }) => (
          <line key={key} className={loose ? 'map-chip-loose' : undefined} />
        ))}
      </svg>
      {chips.map(({ key, content, className }) => (
        <div key={key} className={`map-chip ${className}`}>
          {content}
        </div>
      ))}
    </div>
  );
}

const NO_SIZE = { offsetWidth: 0, offsetHeight: 0 };

function put(element: HTMLElement, box: Box | null): void {
  element.hidden = false;
  element.style.visibility = box === null ? 'hidden' : '';
  if (box) element.style.transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
}

/** From the edge of the mark to the nearest point of the box. */
function draw(line: SVGLineElement, chip: Chip | undefined, box: Box | null): void {
  line.style.visibility = box === null ? 'hidden' : '';
  if (!chip || !box) return;
  const x = Math.min(Math.max(chip.x, box.left), box.right);
  const y = Math.min(Math.max(chip.y, box.top), box.bottom);
  const away = Math.hypot(x - chip.x, y - chip.y) || 1;
  const start = Math.min(1, chip.reach / away);
  line.setAttribute('x1', String(chip.x + (x - chip.x) * start));
  line.setAttribute('y1', String(chip.y + (y - chip.y) * start));
  line.setAttribute('x2', String(x));
  line.setAttribute('y2', String(y));
}
