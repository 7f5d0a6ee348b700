import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { FoundPlace } from '../../shared/wire/places.ts';
import { useFoundPlaces } from '../api/desk.ts';
import { sayRelation } from '../ticket/place.ts';
import { useWords } from '../ui/use-words.ts';
import type { Fields } from './entry-body.ts';
import { foundBeside, type Somewhere, searchWhere } from './entry-search.ts';

const KNOWN_SHOWN = 8;
/** As long as it takes to type on. */
const PAUSE_MS = 200;

/** One line of the list: what it says, what tells it apart and how far off it may be, and what choosing it fills in. */
export type Choice = { id: string; label: string; why: string; change: Partial<Fields> };

/**
 * Where it may be, for what was typed: the places known here at once, then what the server's finder makes of the words,
 * and last the words themselves. The order only grows, but for the words, and nothing waits for the server.
 */
export function useWhereChoices(words: string, all: readonly Somewhere[]): Choice[] {
  const { t } = useWords();
  const [paused] = useDebouncedValue(words, PAUSE_MS);
  const { data } = useFoundPlaces(paused);
  // An answer to other words is none.
  const answer = paused === words ? data : undefined;
  return useMemo(() => {
    if (words === '') return [];
    const known = searchWhere(words, all, KNOWN_SHOWN);
    const where = (beside: string, accuracyM: number) =>
      [beside, t('entry.radius', { metres: String(Math.round(accuracyM)) })].filter(Boolean).join(' ');
    const toKnown = ({ id, name, beside, lat, lng, accuracyM }: Somewhere): Choice => ({
      ...{ id, label: name, why: where(beside, accuracyM) },
      change: { place: { name, lat, lng, accuracyM }, point: null },
    });
    const toFound = ({ name, relation, kelurahan, kecamatan, lat, lng, radiusM }: FoundPlace): Choice => ({
      id: `found ${name} ${lat} ${lng}`,
      label: sayRelation(name, relation, t),
      why: where([kelurahan, kecamatan].filter((area) => area !== null && area !== name).join(', '), radiusM),
      change: { place: { name, lat, lng, accuracyM: radiusM, told: words }, point: null },
    });
    const outside = answer?.outside;
    const itself: Choice = {
      ...{ id: 'words', label: words },
      why: outside ? t('ticket.outside-in', { name: outside.name }) : t('entry.as-address'),
      change: { place: null, point: null, address: words },
    };
    return [...known.map(toKnown), ...foundBeside(known, answer?.places ?? []).map(toFound), itself];
  }, [words, all, answer, t]);
}
