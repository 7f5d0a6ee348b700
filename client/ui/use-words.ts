import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedKey, Values } from '../../shared/text/id.ts';
import { formatDuration, formatTimeLeft, type UnitLetters } from './duration.ts';
import type { Language } from './i18n.ts';

/** The words of the screen's language: `t` by key, the language itself, and lengths of time in its letters. */
export function useWords() {
  const { t: translate, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'id';
  return useMemo(() => {
    const t = (key: AskedKey, values: Values = {}): string => translate(key, values);
    const letters: UnitLetters = {
      day: t('unit.day'),
      hour: t('unit.hour'),
      minute: t('unit.minute'),
      second: t('unit.second'),
    };
    return {
      t,
      language,
      timeLeft: (ms: number) => formatTimeLeft(ms, letters),
      duration: (ms: number) => formatDuration(ms, letters),
    };
  }, [translate, language]);
}

export type Words = ReturnType<typeof useWords>;
