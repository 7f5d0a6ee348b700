import exifReader from 'exif-reader';
import type { LatLng } from '../../shared/report/report.ts';
import { isPlausibleTime } from '../platform/plausible-time.ts';

/** What a camera noted. `takenAt` ISO 8601 UTC; `accuracyM` the camera's own estimate. */
export type ExifFacts = { place: (LatLng & { accuracyM: number | null }) | null; takenAt: string | null };

const NOTHING: ExifFacts = { place: null, takenAt: null };
const OFFSET = /^([+-])(\d\d):(\d\d)$/;
const MINUTE_MS = 60_000;

/**
 * Place and time from an EXIF block (CIPA DC-008). Cameras mostly leave out their time zone: such a time is taken
 * as the city's. Never throws; what cannot be read is not there.
 */
export function readExif(block: Buffer | undefined, timeZone: string): ExifFacts {
  if (!block) return NOTHING;
  try {
    const { GPSInfo, Photo } = exifReader(block);
    return {
      place: readPlace(GPSInfo as Record<string, unknown> | undefined),
      takenAt: readTime(Photo as Record<string, unknown> | undefined, timeZone),
    };
  } catch {
    return NOTHING;
  }
}

function readPlace(gps: Record<string, unknown> | undefined): ExifFacts['place'] {
  const lat = readDegrees(gps?.GPSLatitude, gps?.GPSLatitudeRef, 'S', 90);
  const lng = readDegrees(gps?.GPSLongitude, gps?.GPSLongitudeRef, 'W', 180);
  if (lat === null || lng === null) return null;
  // Exactly nought, nought is what cameras write that found no satellite.
  if (lat === 0 && lng === 0) return null;
  const error = gps?.GPSHPositioningError;
  return { lat, lng, accuracyM: typeof error === 'number' && error > 0 ? error : null };
}

/** Degrees, minutes, seconds and the hemisphere's letter. */
function readDegrees(value: unknown, hemisphere: unknown, negative: string, most: number): number | null {
  if (!Array.isArray(value)) return null;
  const [degrees, minutes = 0, seconds = 0]: unknown[] = value;
  if (typeof degrees !== 'number' || typeof minutes !== 'number' || typeof seconds !== 'number') return null;
  const size = degrees + minutes / 60 + seconds / 3600;
  if (!Number.isFinite(size) || size < 0 || size > most) return null;
  const isNegative = typeof hemisphere === 'string' && hemisphere.toUpperCase().startsWith(negative);
  return isNegative && size > 0 ? -size : size;
}

function readTime(photo: Record<string, unknown> | undefined, timeZone: string): string | null {
  const taken = photo?.DateTimeOriginal;
  const wallMs = taken instanceof Date ? taken.getTime() : Number.NaN;
  if (!isPlausibleTime(wallMs)) return null;
  const offset = OFFSET.exec(String(photo?.OffsetTimeOriginal ?? ''));
  if (!offset) return new Date(wallMs - zoneOffsetMs(wallMs, timeZone)).toISOString();
  const offsetMs = (Number(offset[2]) * 60 + Number(offset[3])) * MINUTE_MS;
  return new Date(offset[1] === '-' ? wallMs + offsetMs : wallMs - offsetMs).toISOString();
}

/** How far a zone is ahead of UTC, to the minute; near a change of clocks that of the hour before or after. */
function zoneOffsetMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(atMs);
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'));
  return local - Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}
