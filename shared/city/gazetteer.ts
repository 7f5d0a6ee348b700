import type { LatLng } from '../report/report.ts';

/** What a named place is. Streets, rivers and toll roads are long; areas are the city's own. */
export const PLACE_KINDS = [
  'kecamatan',
  'kelurahan',
  'street',
  'junction',
  'station',
  'terminal',
  'airport',
  'market',
  'school',
  'hospital',
  'health',
  'mosque',
  'church',
  'temple',
  'mall',
  'bridge',
  'toll',
  'housing',
  'river',
  'lake',
  'park',
  'square',
  'sport',
  'office',
  'industry',
  'cemetery',
  'waste',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * How well a place's point is known: `exact` from a published coordinate; `approximate` set by hand; `area` when it is
 * only known in which kelurahan it lies, and the point is that kelurahan's.
 */
export type PlacePrecision = 'exact' | 'approximate' | 'area';

/** A place that people name when they say where something is. */
export type GazetteerPlace = LatLng & {
  /** As it is shown; people write it in other ways too. */
  name: string;
  kind: PlaceKind;
  /** The kelurahan it lies in; left out for what crosses several, and for a kecamatan. */
  kelurahanCode?: string;
  /** Of a kecamatan: its own code. */
  kecamatanCode?: string;
  /** Two in three incidents told by this name are no farther from the point, metres. */
  radiusM: number;
  /** Other names and spellings, in any case. */
  variants?: readonly string[];
  /** Where the point comes from. */
  source: string;
  precision: PlacePrecision;
  /** The course of something long, so that a part of it can be told by what it is near to. */
  along?: readonly (readonly [lat: number, lng: number])[];
  /** Kilometre posts along it. */
  posts?: readonly (readonly [km: number, lat: number, lng: number])[];
};

/** A city beside this one, and what people there call the parts of it, so that it can be named. */
export type Neighbour = {
  name: string;
  variants?: readonly string[];
  areas: readonly (LatLng & { name: string; variants?: readonly string[] })[];
};

/**
 * Names that are ordinary words too, in lower case, with the words that come after them where they are not meant as a
 * name (`larangan`: `parkir`). They are taken for a place only where the words around say so.
 */
export type CommonNames = Readonly<Record<string, readonly string[]>>;
