import { useMemo } from 'react';
import { useWords } from '../ui/use-words.ts';

/** Says a probability as people write it: `0,94`. Never 1: a machine is not certain. */
export function useProbability(): (probability: number) => string {
  const { language } = useWords();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return (probability) => format.format(Math.min(0.99, probability));
  }, [language]);
}
