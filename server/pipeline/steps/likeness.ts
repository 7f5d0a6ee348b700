import type { CityPack } from '../../../shared/city/city-pack.ts';
import { normaliseText } from '../../understand/words/normalise-text.ts';
import { createPhraseFinder } from '../../understand/words/phrase-finder.ts';

/** What a text can be told by: its telling words, and the places it names. */
export type Said = { words: ReadonlySet<string>; places: ReadonlySet<string> };

/** What two texts have in common. `share`: of the telling words of the shorter, 0 to 1. */
export type InCommon = { words: string[]; places: string[]; share: number };

export const NOTHING_SAID: Said = { words: new Set(), places: new Set() };

const SHORTEST_WORD = 3;
const WORDS_READ = 120;
/** Names of so few letters are also words. */
const SHORTEST_NAME = 5;
const STREET = /\b(?:jalan|jln|jl|gang|gg) (\p{L}{3,})(?: (\p{L}{3,}))?/gu;

/** Reads texts for comparing, by the city's named places and its common words. */
export function createLikeness(pack: CityPack) {
  const common = new Set(pack.likeness?.commonWords);
  const kindWords = new Set(
    pack.categories.flatMap(({ words }) => Object.keys(words).flatMap((phrase) => phrase.split(' '))),
  );
  const names = [...pack.landmarks, ...pack.lines].map(({ name }) => normaliseText(name));
  const finder = createPhraseFinder(
    names.filter((name) => name.length >= SHORTEST_NAME).map((name) => [name, name] as const),
  );

  return (text: string): Said => {
    const normal = normaliseText(text);
    if (normal === '') return NOTHING_SAID;
    const telling = normal.split(' ').filter((word) => word.length >= SHORTEST_WORD && !common.has(word));
    const places = new Set(finder.find(normal).map(({ phrase }) => phrase));
    for (const [, first = '', second = ''] of normal.matchAll(STREET)) {
      // "Jalan rusak" and "jalan di depan" name no street.
      if (common.has(first) || kindWords.has(first)) continue;
      const goesOn = second !== '' && !common.has(second) && !kindWords.has(second);
      places.add(`jalan ${goesOn ? `${first} ${second}` : first}`);
    }
    return { words: new Set(telling.slice(0, WORDS_READ)), places };
  };
}
export type ReadSaid = ReturnType<typeof createLikeness>;

/** What two texts have in common; one street may be named with more of its name than the other. */
export function inCommon(one: Said, other: Said): InCommon {
  const words = [...one.words].filter((word) => other.words.has(word));
  const places = [...one.places].filter((place) =>
    [...other.places].some(
      (same) => same === place || same.startsWith(`${place} `) || place.startsWith(`${same} `),
    ),
  );
  const least = Math.min(one.words.size, other.words.size);
  return { words, places, share: least === 0 ? 0 : words.length / least };
}
