import { z } from 'zod';
import type { Position, Rings } from '../../shared/city/geometry.ts';

/** One area as a file has it: whatever of code and names it gives, and its outline. */
export type FileArea = {
  /** For messages: the feature's position in the file, from 1, and its name. */
  label: string;
  code: string | null;
  name: string | null;
  kecamatan: string | null;
  rings: Rings;
};

/** A file that cannot be read as areas; `faults` are sentences. */
export class AreaFileError extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(faults.join('\n'));
    this.name = 'AreaFileError';
    this.faults = faults;
  }
}

/** Property names in use: plain ones, and those of the national mapping agency's files (KDEPUM, WADMKD, WADMKC). */
const CODE_KEYS = ['code', 'kode', 'kode_kelurahan', 'kode_desa', 'kd_kel', 'kdepum', 'id'];
const NAME_KEYS = ['kelurahan', 'desa', 'name', 'nama', 'nama_kelurahan', 'nama_desa', 'wadmkd', 'namobj'];
const KECAMATAN_KEYS = ['kecamatan', 'nama_kecamatan', 'district', 'wadmkc'];
const MAX_FAULTS = 20;

const DEGREES = 'is not longitude and latitude in degrees (WGS 84, longitude first)';
const position = z
  .tuple(
    [
      z.number(DEGREES).min(-180, DEGREES).max(180, DEGREES),
      z.number(DEGREES).min(-90, DEGREES).max(90, DEGREES),
    ],
    { error: DEGREES },
  )
  .rest(z.number())
  .transform(([lng, lat]): Position => [lng, lat]);
const ring = z
  .array(position, 'is not a ring of positions')
  .min(4, 'has fewer than four positions')
  .refine((positions) => isClosed(positions), 'does not end where it begins');
const polygon = z.array(ring, 'is not a list of rings').min(1, 'has no ring');

const geometry = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('Polygon'), coordinates: polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1, 'has no polygon') }),
  ],
  { error: 'is neither a Polygon nor a MultiPolygon' },
);
const feature = z.object({
  type: z.literal('Feature', 'is not "Feature"'),
  id: z.union([z.string(), z.number()]).nullish(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry,
});
const collection = z.object({
  type: z.literal('FeatureCollection', 'is not "FeatureCollection"'),
  features: z.array(feature, 'is not a list').min(1, 'is empty'),
});

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946) of Polygons and MultiPolygons in WGS 84 degrees.
 * @throws AreaFileError naming each place in the file that cannot be read, up to twenty.
 */
export function readAreaFile(text: string): FileArea[] {
  const result = collection.safeParse(parseJson(text));
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `${describePath(path)} ${message}`);
    const more = faults.length - MAX_FAULTS;
    throw new AreaFileError([...faults.slice(0, MAX_FAULTS), ...(more > 0 ? [`and ${more} more`] : [])]);
  }
  return result.data.features.map(({ id, properties, geometry: outline }, index) => {
    const values = new Map(
      Object.entries(properties ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
    );
    const name = pick(values, NAME_KEYS);
    return {
      label: `feature ${index + 1}${name === null ? '' : ` (${name})`}`,
      code: pick(values, CODE_KEYS) ?? asText(id),
      name,
      kecamatan: pick(values, KECAMATAN_KEYS),
      rings: outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates,
    };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AreaFileError([`is no JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function isClosed(positions: Position[]): boolean {
  const [first, last] = [positions[0], positions.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** `features.3.geometry.type` as people count: `feature 4, geometry.type`. */
function describePath(path: PropertyKey[]): string {
  const [root, index, ...rest] = path;
  if (root !== 'features' || typeof index !== 'number') return path.join('.') || 'the file';
  return [`feature ${index + 1}`, rest.join('.')].filter((part) => part !== '').join(', ');
}

function pick(values: Map<string, unknown>, keys: string[]): string | null {
  for (const key of keys) {
    const text = asText(values.get(key));
    if (text !== null) return text;
  }
  return null;
}

function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
