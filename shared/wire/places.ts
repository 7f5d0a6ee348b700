import { z } from 'zod';
import type { PlaceKind, PlacePrecision } from '../city/gazetteer.ts';

/** Query of `GET /api/places`. */
export const placesQuery = z.object({
  text: z.string().trim().min(1).max(500).describe('Words that may name a place, as people write them.'),
});
export type PlacesQuery = z.infer<typeof placesQuery>;

/** A place that a text names. */
export type FoundPlace = {
  name: string;
  kind: PlaceKind;
  /** `depan`, `seberang`, `dekat` …: how it is said to lie to the place; null: there. */
  relation: string | null;
  lat: number;
  lng: number;
  /** Two in three of what is told so lies no farther from the point, metres. */
  radiusM: number;
  precision: PlacePrecision;
  kelurahan: string | null;
  kecamatan: string | null;
  /** The words that named it, as they were typed. */
  words: string;
};

/** Answer of `GET /api/places`: the likeliest first; `outside` names a city beside this one when only that is named. */
export type PlaceAnswer = { places: FoundPlace[]; outside: { name: string } | null };
