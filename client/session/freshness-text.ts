import type { AskedKey } from '../../shared/text/id.ts';
import type { Freshness } from '../live/freshness.ts';

type FreshnessWords = { text(key: AskedKey): string; language: 'id' | 'en' };

/** `LANGSUNG 0,4 dtk`, `TERTINGGAL 8 dtk`; without any data yet `MENYAMBUNG`. */
export function freshnessText({ level, ageMs }: Freshness, { text, language }: FreshnessWords): string {
  if (ageMs === null) return text('fresh.connecting');
  const seconds = ageMs / 1_000;
  const digits = seconds < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(seconds);
  return `${text(level === 'live' ? 'fresh.live' : 'fresh.stale')} ${number} ${text('unit.second-long')}`;
}
