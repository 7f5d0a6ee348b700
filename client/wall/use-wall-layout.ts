import { useEffect, useState } from 'react';
import type { Padding } from '../map/city-map.tsx';
import type { Box } from '../map/place-labels.ts';

/** `frame` is what `padding` leaves free, in pixels of the window. */
type WallLayout = { padding: Padding; frame: Box; unitPx: number };

/** A screen's height in these units; the smallest text is one high. */
const UNITS_HIGH = 60;
/** Room that the parts around the map take, in units; the same numbers as in `wall.css`. */
const LANDSCAPE: Padding = { top: 9.4, right: 33.5, bottom: 14, left: 22.5 };
const PORTRAIT: Padding = { top: 12.4, right: 1.5, bottom: 30.8, left: 1.5 };

/** Where the map is free, and how many pixels a unit has, for the size of this window. */
export function useWallLayout(): WallLayout {
  const [layout, setLayout] = useState(read);
  useEffect(() => {
    const onResize = () => setLayout(read());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return layout;
}

function read(): WallLayout {
  const unitPx = window.innerHeight / UNITS_HIGH;
  const { top, right, bottom, left } = window.innerWidth > window.innerHeight ? LANDSCAPE : PORTRAIT;
  const padding = {
    top: top * unitPx,
    right: right * unitPx,
    bottom: bottom * unitPx,
    left: left * unitPx,
  };
  const frame = {
    left: padding.left,
    top: padding.top,
    right: window.innerWidth - padding.right,
    bottom: window.innerHeight - padding.bottom,
  };
  return { unitPx, padding, frame };
}
