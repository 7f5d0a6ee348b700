import type { LatLng } from '../../shared/report/report.ts';

/** A cluster on the screen that is known by a key. */
export type Known = LatLng & { key: string };

/**
 * A key for each of the places: that of the nearest one known within `reach` (degrees), each given once, else a
 * fresh one. A cluster that gained a ticket has moved a little; it is still the same mark to whoever looks at it.
 */
export function keepIdentity<T extends LatLng>(
  places: readonly T[],
  known: readonly Known[],
  reach: number,
  freshKey: () => string,
): (T & Known)[] {
  const free = new Set(known);
  return places.map((place) => {
    let nearest: Known | undefined;
    let least = reach;
    for (const one of free) {
      const away = Math.hypot(one.lat - place.lat, one.lng - place.lng);
      if (away > least) continue;
      nearest = one;
      least = away;
    }
    if (nearest) free.delete(nearest);
    return { ...place, key: nearest?.key ?? freshKey() };
  });
}
