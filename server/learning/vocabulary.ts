import type { CityPack } from '../../shared/city/city-pack.ts';
import { placesOf } from '../../shared/city/places-of.ts';
import { normaliseText } from '../understand/words/normalise-text.ts';

/**
 * The words a city is known by to have: those of its pack's texts, word lists, spellings and places. None of them can
 * be the name of somebody who reports, but by coincidence.
 */
export function vocabularyOf(pack: CityPack): ReadonlySet<string> {
  const { categories, departments, spelling = {}, training = [], urgency } = pack;
  const said = [
    ...categories.flatMap(({ name, words }) => [name.id, name.en, ...Object.keys(words)]),
    ...departments.flatMap(({ name, shortName }) => [name, shortName]),
    ...Object.entries(spelling).flat(),
    ...training.map(({ text }) => text),
    ...(urgency?.rules ?? []).map(({ says }) => says),
    ...placesOf(pack).flatMap(({ name, variants = [] }) => [name, ...variants]),
  ];
  return new Set(said.flatMap((text) => normaliseText(text).split(' ')));
}
