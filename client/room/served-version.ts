import { useQuery } from '@tanstack/react-query';
import { versionOf } from '../session/page-version.ts';

const LOOK_EVERY_MS = 30_000;

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
