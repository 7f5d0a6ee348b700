import { en } from '../text/en.ts';
import { id } from '../text/id.ts';
import type { CityPack } from './city-pack.ts';

const OF_ANY_CITY = { id: id['reply.please-pin'], en: en['reply.please-pin'] };

/**
 * How a city asks for a pin: in the reporter's language (BCP 47; null: not known) where it has words in it, else in its
 * own.
 */
export function pinRequestOf(
  { pinRequest = OF_ANY_CITY, locale }: Pick<CityPack, 'pinRequest' | 'locale'>,
  language: string | null,
): string {
  const texts: Readonly<Record<string, string>> = pinRequest;
  const inLanguage = (tag: string) => texts[tag.slice(0, 2).toLowerCase()];
  return inLanguage(language ?? '') ?? inLanguage(locale) ?? OF_ANY_CITY.id;
}
