import { useMemo } from 'react';
import type { Dimension } from '../../shared/kpi/measures.ts';
import { NO_PLACE } from '../../shared/kpi/measures.ts';
import { CHANNELS } from '../../shared/report/channel.ts';
import { useCity, useCityWords } from '../session/city-words.ts';
import { useWords } from '../ui/use-words.ts';

/** What the values of a dimension are called, short for cards and in full for tables, and which there are. */
export function useNames() {
  const city = useCity();
  const { department, category } = useCityWords();
  const { t, language } = useWords();
  return useMemo(() => {
    const channel = (code: string) => {
      const known = CHANNELS.find((one) => one === code);
      return known ? t(`channel.${known}`) : code;
    };
    const place = (code: string) => (code === NO_PLACE ? t('executive.unknown-place') : code);
    const short: Record<Dimension, (code: string) => string> = {
      department: (code) => department(code).shortName,
      kecamatan: place,
      category,
      channel,
    };
    const full: typeof short = { ...short, department: (code) => department(code).name };
    const codes: Record<Dimension, string[]> = {
      department: city.departments.map(({ code }) => code),
      kecamatan: [...new Set(city.cells.map(({ kecamatan }) => kecamatan)), NO_PLACE],
      category: city.categories.map(({ code }) => code),
      channel: [...CHANNELS],
    };
    const options = (dimension: Dimension) =>
      codes[dimension]
        .map((code) => ({ value: code, label: short[dimension](code) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language));
    return { short, full, options };
  }, [city, department, category, t, language]);
}

/** Days as the language writes them: `3 Nov`, with the year where it is not clear. */
export function useDays(): (day: string) => string {
  const { language } = useWords();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
    return (day) => format.format(Date.parse(day));
  }, [language]);
}
