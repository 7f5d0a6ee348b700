import { CsvError, parse } from 'csv-parse/sync';
import { PLACE_KINDS, type PlaceKind } from '../../shared/city/gazetteer.ts';

/** A place as a file has it; `along` where it is a line. */
export type FilePlace = {
  /** For messages: `row 3`, `feature 7`. */
  label: string;
  name: string;
  kind: PlaceKind;
  lat: number;
  lng: number;
  radiusM: number | null;
  variants: string[];
  along: [lat: number, lng: number][] | null;
};

/** What was read, and what could not be: each fault names its row. */
export type ReadPlaces = { places: FilePlace[]; faults: string[] };

/** A file of which nothing can be read. */
export class PlaceFileError extends Error {}

/** The names of columns and properties, in English and Indonesian. */
const KEYS = {
  name: ['name', 'nama', 'namobj'],
  kind: ['kind', 'jenis', 'type', 'tipe'],
  lat: ['lat', 'latitude', 'lintang', 'y'],
  lng: ['lng', 'lon', 'long', 'longitude', 'bujur', 'x'],
  radiusM: ['radius_m', 'radiusm', 'radius'],
  variants: ['variants', 'varian', 'nama_lain', 'alias', 'aliases'],
};

/**
 * Reads places from a CSV file with a header, or a GeoJSON FeatureCollection of points and lines (WGS 84).
 * @throws PlaceFileError when the file as a whole is neither.
 */
export function readPlaceFile(text: string, isCsv: boolean): ReadPlaces {
  return isCsv ? readRows(text) : readFeatures(text);
}

function readRows(text: string): ReadPlaces {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      bom: true,
      columns: true,
      trim: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(text),
      // A row with too few or too many values is named by what it lacks.
      relax_column_count: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new PlaceFileError(`is not CSV: ${error.message}`);
    throw error;
  }
  if (rows.length === 0) throw new PlaceFileError('has no rows');
  return collect(
    rows.map((row, at) => {
      const values = lowered(row);
      const [lat, lng] = [numberOf(values, KEYS.lat), numberOf(values, KEYS.lng)];
      const point = lat === null || lng === null ? null : { lat, lng };
      return readPlace(`row ${at + 2}`, values, point, null);
    }),
  );
}

/** Spreadsheets of this country separate by semicolons: whatever the header has most of. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const counted = [',', ';', '\t'].map((mark) => ({ mark, times: header.split(mark).length }));
  return counted.reduce((most, one) => (one.times > most.times ? one : most)).mark;
}

function readFeatures(text: string): ReadPlaces {
  const features = (parseJson(text) as { features?: unknown } | null)?.features;
  if (!Array.isArray(features) || features.length === 0)
    throw new PlaceFileError('is no GeoJSON FeatureCollection with features');
  return collect(
    features.map((feature: unknown, at) => {
      const { geometry, properties } = (feature ?? {}) as { geometry?: unknown; properties?: unknown };
      const line = positionsOf(geometry);
      const middle = line?.[Math.floor((line.length - 1) / 2)];
      const point = middle ? { lat: middle[0], lng: middle[1] } : null;
      const values = lowered((properties ?? {}) as Record<string, unknown>);
      return readPlace(`feature ${at + 1}`, values, point, line && line.length > 1 ? line : null);
    }),
  );
}

function readPlace(
  label: string,
  values: ReadonlyMap<string, unknown>,
  point: { lat: number; lng: number } | null,
  along: FilePlace['along'],
): FilePlace | string {
  const name = textOf(values, KEYS.name);
  if (name === null) return `${label} has no name`;
  const said = textOf(values, KEYS.kind)?.toLowerCase() ?? '';
  const kind = PLACE_KINDS.find((known) => known === said);
  if (kind === undefined)
    return `${label} (${name}) has the kind "${said}"; known: ${PLACE_KINDS.join(', ')}`;
  if (point === null) return `${label} (${name}) has no latitude and longitude in degrees`;
  if (Math.abs(point.lat) > 90 || Math.abs(point.lng) > 180)
    return `${label} (${name}) is not on the earth: ${point.lat}, ${point.lng}`;
  const radiusM = numberOf(values, KEYS.radiusM);
  if (radiusM !== null && !(radiusM > 0)) return `${label} (${name}) has a radius that is not above zero`;
  const variants = (textOf(values, KEYS.variants) ?? '').split(/[;|]/).map((variant) => variant.trim());
  return { label, name, kind, ...point, radiusM, variants: variants.filter(Boolean), along };
}

function collect(read: readonly (FilePlace | string)[]): ReadPlaces {
  return {
    places: read.filter((one) => typeof one !== 'string'),
    faults: read.filter((one) => typeof one === 'string'),
  };
}

/** A point as one position, a line as its own; null for anything else. Latitude first. */
function positionsOf(geometry: unknown): [number, number][] | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const list = type === 'Point' ? [coordinates] : type === 'LineString' ? coordinates : null;
  if (!Array.isArray(list) || list.length === 0) return null;
  const positions = list.map((position: unknown) => {
    const [lng, lat] = Array.isArray(position) ? position : [];
    return typeof lat === 'number' && typeof lng === 'number' ? ([lat, lng] as [number, number]) : null;
  });
  return positions.every((position) => position !== null) ? positions : null;
}

function lowered(values: Record<string, unknown>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(values).map(([key, value]) => [key.trim().toLowerCase(), value]));
}

function textOf(values: ReadonlyMap<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = values.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

function numberOf(values: ReadonlyMap<string, unknown>, keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = values.get(key);
    if (typeof value === 'number') return value;
    // Spreadsheets of this country write a comma in figures.
    if (typeof value === 'string' && /^-?\d+([.,]\d+)?$/.test(value.trim()))
      return Number(value.replace(',', '.'));
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlaceFileError('is not JSON');
  }
}
