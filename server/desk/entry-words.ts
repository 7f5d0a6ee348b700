import type { CityPack, Line } from '../../shared/city/city-pack.ts';
import type { EntryPlace, EntryWords } from '../../shared/wire/entry.ts';

/** A landmark stands for itself and what is around it, metres. */
const LANDMARK_ACCURACY_M = 150;
const STREET_ACCURACY_M = 400;
const LINE_ACCURACY_M = 1500;

/** What an entry is typed with: how people say what happens, and the places they name. */
export function presentEntryWords(pack: CityPack): EntryWords {
  const kelurahan = new Map(pack.kelurahan.map(({ code, name }) => [code, name]));
  const landmarks = pack.landmarks.map(
    ({ name, kind, lat, lng, kelurahanCode }): EntryPlace => ({
      ...{ name, kind, lat, lng, kelurahan: kelurahan.get(kelurahanCode) ?? '' },
      accuracyM: kind === 'street' ? STREET_ACCURACY_M : LANDMARK_ACCURACY_M,
    }),
  );
  return {
    categories: Object.fromEntries(pack.categories.map(({ code, words }) => [code, words])),
    places: [...landmarks, ...pack.lines.flatMap(middleOfRoad)],
  };
}

/** A long road is told by its middle, which says no more than that it is somewhere along it. */
function middleOfRoad({ name, kind, points }: Line): EntryPlace[] {
  const middle = points[Math.floor(points.length / 2)];
  if (kind !== 'road' || middle === undefined) return [];
  const [lat, lng] = middle;
  return [{ name, kind: 'street', lat, lng, kelurahan: '', accuracyM: LINE_ACCURACY_M }];
}
