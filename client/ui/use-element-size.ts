import { type RefObject, useEffect, useRef, useState } from 'react';

/** The inner size of an element and of its text in CSS pixels, kept up to date; zeros before the first measure. */
export function useElementSize<E extends HTMLElement>(): [
  RefObject<E | null>,
  { width: number; height: number; emPx: number },
] {
  const ref = useRef<E | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0, emPx: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const emPx = Number.parseFloat(getComputedStyle(element).fontSize);
      setSize({ width: element.clientWidth, height: element.clientHeight, emPx });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
