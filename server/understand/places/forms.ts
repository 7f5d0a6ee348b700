import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { GazetteerPlace, Neighbour } from '../../../shared/city/gazetteer.ts';
import { type Form, wordsOf } from './name-index.ts';

/** What a name may stand for: a place of the city, or a city beside it. */
export type Named = { place: GazetteerPlace } | { outside: Neighbour };

/** Kinds whose names are told without their first word too: `Banjar Wijaya` for `Perumahan Banjar Wijaya`. */
const TOLD_SHORT: Partial<Record<GazetteerPlace['kind'], readonly string[]>> = {
  street: ['jalan'],
  housing: ['perumahan'],
  mall: ['mal'],
  industry: ['kawasan'],
};

/** Kinds of which the city has one of each name, so that its own name at the end adds nothing. */
const TOLD_WITHOUT_CITY = new Set<GazetteerPlace['kind']>(['school', 'hospital']);

/** A single word stands for a street or an estate by itself only when it is as long as this. */
const TELLING_LENGTH = 6;

/** All ways in which a pack's places and neighbours are named. */
export function formsOf(pack: CityPack, places: readonly GazetteerPlace[]): Form<Named>[] {
  const common = new Set(Object.keys(pack.commonNames ?? {}).map((name) => wordsOf(name).join(' ')));
  const city = new Set(wordsOf(pack.name));
  const kecamatanNames = new Set(pack.kecamatan.map(({ name }) => name));
  const neighbours = (pack.neighbours ?? []).flatMap((neighbour) => [neighbour, ...neighbour.areas]);
  const namesOf = (areas: readonly { name: string }[]) => areas.map(({ name }) => wordsOf(name).join(' '));
  const ownNames = new Set(namesOf([...pack.kecamatan, ...pack.kelurahan]));
  const areaNames = new Set([...ownNames, ...namesOf(neighbours)]);
  const forms: Form<Named>[] = [];

  function addPlace(place: GazetteerPlace): void {
    const value: Named = { place };
    const add = (words: readonly string[]) => {
      if (words.length === 0 || (words.length === 1 && city.has(words[0] ?? ''))) return;
      forms.push({ words, value, common: common.has(words.join(' ')) });
    };
    for (const [at, name] of [place.name, ...(place.variants ?? [])].entries()) {
      const words = wordsOf(name);
      if (place.kind === 'kelurahan' || place.kind === 'kecamatan') {
        add([place.kind, ...words]);
        // A kelurahan that shares its kecamatan's name is the kelurahan only when somebody says so.
        if (place.kind === 'kelurahan' && kecamatanNames.has(place.name)) continue;
        add(words);
        if (words.length === 2) add([words.join('')]);
        continue;
      }
      const heads = TOLD_SHORT[place.kind];
      if (!heads) {
        add(words);
        if (TOLD_WITHOUT_CITY.has(place.kind) && words.length > 2 && city.has(words.at(-1) ?? ''))
          add(words.slice(0, -1));
        continue;
      }
      const [head = ''] = heads;
      const bare = heads.includes(words[0] ?? '') ? words.slice(1) : words;
      if (bare.length === 0) continue;
      if (bare[0] === 'gang') {
        add(bare);
        continue;
      }
      add([head, ...bare]);
      if (place.kind === 'street' && bare.length > 1 && bare.at(-1) === 'raya')
        add([head, ...bare.slice(0, -1)]);
      if (isTelling(bare, place, at > 0)) add(bare);
    }
  }

  /** Whether the words name the place without saying what it is. */
  function isTelling(bare: readonly string[], { kind }: GazetteerPlace, isVariant: boolean): boolean {
    const name = bare.join(' ');
    if (areaNames.has(name) || common.has(name)) return false;
    // The kelurahan's own road is as often the kelurahan.
    if (kind === 'street' && areaNames.has(bare.slice(0, -1).join(' '))) return false;
    if (bare.length > 1) return bare.some((word) => /\p{L}{3}/u.test(word));
    return name.length >= (isVariant && kind !== 'street' ? 3 : TELLING_LENGTH);
  }

  for (const place of places) addPlace(place);
  for (const neighbour of pack.neighbours ?? []) {
    const value: Named = { outside: neighbour };
    const names = [neighbour, ...neighbour.areas].flatMap(({ name, variants = [] }) => [name, ...variants]);
    for (const name of names) {
      const words = wordsOf(name);
      if (ownNames.has(words.join(' '))) continue;
      forms.push({ words, value, common: common.has(words.join(' ')) });
      if (words[0] !== 'kecamatan') forms.push({ words: ['kecamatan', ...words], value, common: false });
    }
  }
  return forms;
}
