import { createContext, useContext } from 'react';
import type { Department } from '../../shared/city/city-pack.ts';
import { ticketTitle } from '../../shared/ticket/title.ts';
import type { CityView } from '../../shared/wire/api.ts';
import type { LiveTicket } from '../../shared/wire/live.ts';
import { createLocalTimes } from '../ui/local-time.ts';
import { useWords } from '../ui/use-words.ts';

/** The city that the screens below are about. */
export const CityContext = createContext<CityView | null>(null);

export function useCity(): CityView {
  const city = useContext(CityContext);
  if (city === null) throw new Error('useCity needs a CityContext above it');
  return city;
}

/** The departments that take tickets; closed ones keep those they have. */
export function useOpenDepartments(): CityView['departments'] {
  return useCity().departments.filter(({ active = true }) => active);
}

/** What the city's codes are called in the screen's language, and the city's own time. */
export function useCityWords() {
  const city = useCity();
  const { language } = useWords();
  return cityWordsOf(city, language);
}

type Known = Partial<Record<'id' | 'en', CityWords>>;
/** Asked for by every row of a list: made once for a city, as what formats times is dear to make. */
const known = new WeakMap<CityView, Known>();

function cityWordsOf(city: CityView, language: 'id' | 'en'): CityWords {
  const made: Known = known.get(city) ?? {};
  known.set(city, made);
  made[language] ??= createCityWords(city, language);
  return made[language];
}

export type CityWords = ReturnType<typeof createCityWords>;

/** Looks names up by code; an unknown code is shown as it is. */
export function createCityWords(city: CityView, language: 'id' | 'en') {
  const departments = new Map(city.departments.map((department) => [department.code, department]));
  const categories = new Map(city.categories.map((category) => [category.code, category]));
  return {
    department: (code: string): Omit<Department, 'internal'> & { internal: boolean } =>
      departments.get(code) ?? { code, name: code, shortName: code, icon: '', internal: true },
    category: (code: string): string => categories.get(code)?.name[language] ?? code,
    title: (ticket: Pick<LiveTicket, 'category' | 'facts'>): string =>
      ticketTitle(categories.get(ticket.category), ticket.facts, language),
    times: createLocalTimes(city.timeZone, language),
  };
}
