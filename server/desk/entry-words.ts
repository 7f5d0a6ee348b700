import type { CityPack } from '../../shared/city/city-pack.ts';
import type { GazetteerPlace } from '../../shared/city/gazetteer.ts';
import { placesOf } from '../../shared/city/places-of.ts';
import type { EntryPlace, EntryWords } from '../../shared/wire/entry.ts';

/** What an entry is typed with: how people say what happens, and the places they name. */
export function presentEntryWords(pack: CityPack): EntryWords {
  const kelurahan = new Map(pack.kelurahan.map(({ code, name }) => [code, name]));
  const toEntryPlace = ({
    name,
    kind,
    lat,
    lng,
    radiusM,
    kelurahanCode = '',
  }: GazetteerPlace): EntryPlace => ({
    ...{ name, kind, lat, lng, accuracyM: radiusM },
    kelurahan: kelurahan.get(kelurahanCode) ?? '',
  });
  return {
    categories: Object.fromEntries(pack.categories.map(({ code, words }) => [code, words])),
    // The screen has the kelurahan themselves, with the city's own boundaries.
    places: placesOf(pack)
      .filter(({ kind }) => kind !== 'kelurahan')
      .map(toEntryPlace),
  };
}
