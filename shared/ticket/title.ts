import type { Category } from '../city/city-pack.ts';
import type { Facts } from './ticket.ts';

const UNKNOWN = { id: 'Laporan', en: 'Report' };

/**
 * The title of a ticket that anybody may read: its category's name and what was understood,
 * e.g. `Banjir, 40 cm`. Never the citizen's words.
 */
export function ticketTitle(
  category: Pick<Category, 'name'> | undefined,
  facts: Facts,
  language: 'id' | 'en' = 'id',
): string {
  const parts = [(category?.name ?? UNKNOWN)[language]];
  if (facts.level) parts.push(`${facts.level.post} ${formatLevel(facts.level, language)}`);
  else if (facts.depthCm !== undefined) parts.push(`${facts.depthCm} cm`);
  return parts.join(', ');
}

/** A level with its unit in the language's own notation, e.g. `2,41 m`. */
export function formatLevel(level: { value: number; unit: string }, language: 'id' | 'en'): string {
  const value = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(level.value);
  return `${value} ${level.unit}`;
}
