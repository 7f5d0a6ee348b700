import { useQuery } from '@tanstack/react-query';

const LOOK_EVERY_MS = 30_000;

/** The mark of a page's version in its HTML, as walls report it: the content hash in its entry's name. */
export function versionOf(html: string): string | null {
  const entry = /<script[^>]+src="([^"]+)"/.exec(html)?.[1];
  return entry === undefined ? null : (/-([\w-]+)\.js$/.exec(entry)?.[1] ?? entry);
}

/** The version of the page that the server gives to walls now; undefined until it is known. */
export function useServedVersion(): string | undefined {
  const { data } = useQuery({
    queryKey: ['served-version'],
    queryFn: async ({ signal }) => {
      const page = await fetch('/wall', { cache: 'no-store', headers: { Accept: 'text/html' }, signal });
      return page.ok ? versionOf(await page.text()) : null;
    },
    refetchInterval: LOOK_EVERY_MS,
  });
  return data ?? undefined;
}
