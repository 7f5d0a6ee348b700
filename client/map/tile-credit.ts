/**
 * Whom to thank for the street tiles, as their licence asks; null where we do not know whose they are (a city's
 * own tile server credits itself in its pictures).
 */
export function tileCredit(tileUrl: string | null): string | null {
  return tileUrl !== null && /(^|[./])openstreetmap\.org/.test(tileUrl) ? '© OpenStreetMap' : null;
}
