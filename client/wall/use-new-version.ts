import { useEffect, useRef } from 'react';
import { entryOf } from '../session/page-version.ts';

const LOOK_EVERY_MS = 60_000;
const QUIET_LOOK_MS = 5_000;

/**
 * Loads the page again once the server has a newer one: a wall is never touched. Not while it is needed: with a
 * critical ticket on it that nobody has acknowledged, it waits until it is `quiet`.
 */
export function useNewVersion(quiet: boolean): void {
  const isQuiet = useRef(quiet);
  useEffect(() => {
    isQuiet.current = quiet;
  }, [quiet]);
  useEffect(() => {
    const own = entryOf(document.documentElement.innerHTML);
    let newer = false;
    const look = async () => {
      newer ||= await hasNewer(own);
      if (newer && isQuiet.current) location.reload();
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    const waiting = setInterval(() => newer && isQuiet.current && location.reload(), QUIET_LOOK_MS);
    return () => {
      clearInterval(timer);
      clearInterval(waiting);
    };
  }, []);
}

async function hasNewer(own: string | null): Promise<boolean> {
  if (own === null) return false;
  try {
    const response = await fetch('/wall', { cache: 'no-store', headers: { Accept: 'text/html' } });
    const served = response.ok ? entryOf(await response.text()) : null;
    return served !== null && served !== own;
  } catch {
    // No server now; the next look is soon.
    return false;
  }
}
