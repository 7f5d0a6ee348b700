import { useEffect, useState } from 'react';

/** One rem in pixels, which grows with the width of a desk. */
export function useRootPx(): number {
  const [px, setPx] = useState(readRootPx);
  useEffect(() => {
    const onResize = () => setPx(readRootPx());
    onResize();
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return px;
}

function readRootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
