import type { CityPack } from '../../shared/city/city-pack.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** What numbers given at `now` (ms) begin with, e.g. `TLR-2026`: the year is the city's own. */
export function numberPrefixOf({ ticketPrefix, timeZone }: CityPack, now: number): string {
  // Making a format costs more than opening a ticket.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });
  formats.set(timeZone, format);
  return `${ticketPrefix}-${format.format(now)}`;
}
