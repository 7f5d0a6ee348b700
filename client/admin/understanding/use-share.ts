import { useMemo } from 'react';
import { useWords } from '../../ui/use-words.ts';

/** Says a share as a percentage, `87,4%`; a dash for a share of nothing. */
export function useShare(): (share: number) => string {
  const { language } = useWords();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    return (share) => (Number.isFinite(share) ? format.format(share) : '–');
  }, [language]);
}
