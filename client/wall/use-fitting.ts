import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useElementSize } from '../ui/use-element-size.ts';

/**
 * How many children of a list fit wholly into it. The others are made invisible: half a ticket at the edge of
 * a wall is noise.
 */
export function useFitting<E extends HTMLElement>(items: readonly unknown[]): [RefObject<E | null>, number] {
  const [ref, size] = useElementSize<E>();
  const [fitting, setFitting] = useState(0);
  const last = useRef<unknown>(null);
  useLayoutEffect(() => {
    last.current = [items, size];
    const list = ref.current;
    if (list === null) return;
    const { bottom, right } = roomOf(list);
    const places = [...list.children].map((child) => child.getBoundingClientRect());
    let count = 0;
    for (const [index, child] of [...list.children].entries()) {
      const place = places[index];
      const fits = place !== undefined && place.bottom <= bottom + 1 && place.right <= right + 1;
      if (fits) count += 1;
      child.classList.toggle('wall-beyond', !fits);
    }
    setFitting(count);
  }, [ref, items, size]);
  return [ref, fitting];
}

/** A table's body grows with its rows: what counts is the panel that holds the table. */
function roomOf(list: HTMLElement): { bottom: number; right: number } {
  const panel = list.tagName === 'TBODY' ? list.closest('.wall-panel') : null;
  if (panel === null) return list.getBoundingClientRect();
  const { bottom, right } = panel.getBoundingClientRect();
  return { bottom: bottom - Number.parseFloat(getComputedStyle(panel).paddingBottom), right };
}
