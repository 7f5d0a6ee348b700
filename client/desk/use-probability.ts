import { useMemo } from 'react';
import { useWords } from '../ui/use-words.ts';

const LEAST = 0.01;

/** Says a probability as people write it: `0,94`. Never 1 or 0: a machine is not certain. */
export function useProbability(): (probability: number) => string {
  const { language } = useWords();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return (probability) =>
      probability < LEAST ? `<${format.format(LEAST)}` : format.format(Math.min(0.99, probability));
  }, [language]);
}
