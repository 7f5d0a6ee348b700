import { type RefObject, useEffect, useRef, useState } from 'react';

/** The inner size of an element in CSS pixels, kept up to date; zeros before the first measure. */
export function useElementSize<E extends HTMLElement>(): [
  RefObject<E | null>,
  { width: number; height: number },
] {
  const ref = useRef<E | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
