import { useEffect } from 'react';

const LOOK_EVERY_MS = 60_000;

/** Loads the page again once the server has a newer one: a wall is never touched. */
export function useNewVersion(): void {
  useEffect(() => {
    const own = entryOf(document.documentElement.innerHTML);
    const timer = setInterval(() => void reloadWhenNewer(own), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}

async function reloadWhenNewer(own: string | null): Promise<void> {
  if (own === null) return;
  try {
    const response = await fetch('/wall', { cache: 'no-store', headers: { Accept: 'text/html' } });
    const served = response.ok ? entryOf(await response.text()) : null;
    if (served !== null && served !== own) location.reload();
  } catch {
    // No server now; the next look is soon.
  }
}

/** The page's entry bundle; its name changes with its content. */
function entryOf(html: string): string | null {
  return /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? null;
}
