import type { LiveTicket } from '../../shared/wire/live.ts';

/**
 * A ticket's place in words, `Periuk Jaya, Periuk`; where both areas share a name it is said once.
 * Null without a place, empty for a place in no known area.
 */
export function placeName(location: LiveTicket['location']): string | null {
  if (location === null) return null;
  const names = [location.kelurahan, location.kecamatan].filter((name) => name !== null);
  return [...new Set(names)].join(', ');
}
