import type { AskedKey } from '../../shared/text/id.ts';
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

type Say = (key: AskedKey, values?: Record<string, string>) => string;

/** How something lies to the place it is told by, as reports say it. */
const RELATIONS: Record<string, AskedKey> = {
  depan: 'place.depan',
  samping: 'place.samping',
  seberang: 'place.seberang',
  belakang: 'place.belakang',
  dekat: 'place.dekat',
  dalam: 'place.dalam',
  bawah: 'place.bawah',
  sekitar: 'place.sekitar',
};

/**
 * Where a ticket is, for one line: `depan Stasiun Poris, Poris Gaga, Batuceper` when words named the place, else its
 * areas; outside the city the city it is in, where that is known.
 */
export function tellPlace({ location, facts }: Pick<LiveTicket, 'location' | 'facts'>, t: Say): string {
  const { place, outside } = facts;
  const areas = placeName(location);
  if (!areas) {
    if (outside !== undefined) return t('ticket.outside-in', { name: outside });
    // A river or a long road is in no kecamatan alone.
    if (areas === '' && place !== undefined) return place.name;
    return t(areas === null ? 'ticket.no-place' : 'ticket.outside');
  }
  if (place === undefined || place.kind === 'kelurahan' || place.kind === 'kecamatan') return areas;
  return [sayRelation(place.name, place.relation, t), areas].join(', ');
}

/** `depan Stasiun Poris`; the name alone where it is said to be there, or in a way that nobody knows. */
export function sayRelation(name: string, relation: string | null, t: Say): string {
  const key = relation === null ? undefined : RELATIONS[relation];
  return key === undefined ? name : t(key, { name });
}
