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
    const bottom = list.getBoundingClientRect().bottom + 1;
    let count = 0;
    for (const child of list.children) {
      const fits = child.getBoundingClientRect().bottom <= bottom;
      if (fits) count += 1;
      child.classList.toggle('wall-beyond', !fits);
    }
    setFitting(count);
  }, [ref, items, size]);
  return [ref, fitting];
}
