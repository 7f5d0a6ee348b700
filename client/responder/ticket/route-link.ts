type Point = { lat: number; lng: number };

/** Opens the phone's own map: `geo:` where Android asks which, Apple's map on an iPhone, a web map elsewhere. */
export function routeLink({ lat, lng }: Point, label: string, userAgent: string): string {
  const point = `${lat.toFixed(6)},${lng.toFixed(6)}`;
  if (/android/i.test(userAgent)) return `geo:${point}?q=${point}(${encodeURIComponent(label)})`;
  if (/iphone|ipad|macintosh/i.test(userAgent)) return `https://maps.apple.com/?daddr=${point}`;
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(point)}`;
}

const EARTH_M = 6_371_000;

/** As the crow flies, metres. */
export function distanceM(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * rad) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(b.lng - a.lng);
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** `350 m`, `2,4 km`, `18 km`. */
export function formatDistance(metres: number, language: 'id' | 'en'): string {
  if (metres < 950) return `${Math.round(metres / 50) * 50} m`;
  const km = metres / 1000;
  const digits = km < 10 ? 1 : 0;
  return `${km.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })} km`;
}
