import { useSyncExternalStore } from 'react';

const PORTRAIT = '(orientation: portrait)';

/** Whether the wall stands upright, as its style sheets ask it. */
export function usePortrait(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(PORTRAIT).matches);
}

function subscribe(tell: () => void): () => void {
  const query = window.matchMedia(PORTRAIT);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
