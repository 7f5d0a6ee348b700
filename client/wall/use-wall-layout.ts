import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Padding } from '../map/city-map.tsx';
import type { Box } from '../map/place-labels.ts';

/** `frame` is the free part of the map in pixels of the window, `padding` what lies around it. */
export type WallLayout = { padding: Padding; frame: Box; unitPx: number };

/** A screen's height in these units; the smallest text is one high. The same as `--wall-unit`. */
const UNITS_HIGH = 60;

/** Where the map is free: the place of the stage, measured, whatever the style sheet makes of this window. */
export function useWallLayout<E extends HTMLElement>(): [RefObject<E | null>, WallLayout | null] {
  const stage = useRef<E | null>(null);
  const [layout, setLayout] = useState<WallLayout | null>(null);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const read = () => setLayout((before) => keepSame(before, layoutOf(element)));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    window.addEventListener('resize', read);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', read);
    };
  }, []);
  return [stage, layout];
}

function layoutOf(stage: HTMLElement): WallLayout {
  const { left, top, right, bottom } = stage.getBoundingClientRect();
  const padding = { left, top, right: window.innerWidth - right, bottom: window.innerHeight - bottom };
  return { unitPx: window.innerHeight / UNITS_HIGH, padding, frame: { left, top, right, bottom } };
}

function keepSame(before: WallLayout | null, next: WallLayout): WallLayout {
  return before !== null && JSON.stringify(before) === JSON.stringify(next) ? before : next;
}
