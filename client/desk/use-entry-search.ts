import { useMemo } from 'react';
import { useEntryWords } from '../api/desk.ts';
import { middleOf } from '../map/areas-to-name.ts';
import { useCity } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';
import { placesToName, type Somewhere, type What } from './entry-search.ts';

/** How far off a kelurahan's middle may be from where it happened, metres. */
const KELURAHAN_ACCURACY_M = 800;

/** What there is to choose from. Without the pack's words it is the categories' names and the kelurahan. */
export function useEntrySearch(): { what: What[]; where: Somewhere[] } {
  const { language } = useWords();
  const { categories, cells } = useCity();
  const { data: words } = useEntryWords();
  return useMemo(
    () => ({
      what: categories.map(({ code, name }) => ({
        ...{ code, name: name[language] },
        words: words?.categories[code] ?? {},
      })),
      where: placesToName(
        cells.flatMap(({ code, name, kecamatan, rings }): Somewhere[] => {
          const middle = middleOf(rings);
          if (!middle) return [];
          const [lat, lng] = middle;
          return [{ id: code, name, beside: kecamatan, lat, lng, accuracyM: KELURAHAN_ACCURACY_M }];
        }),
        words?.places ?? [],
      ),
    }),
    [categories, cells, words, language],
  );
}
