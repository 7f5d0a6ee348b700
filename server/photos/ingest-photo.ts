import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { AppError } from '../platform/errors.ts';
import { type ExifFacts, readExif } from './exif.ts';
import type { PhotoStore } from './photo-store.ts';

/** A picture that lies in the store, stripped of all it told beside its pixels. */
export type StoredPhoto = ExifFacts & {
  /** SHA-256 of the stored bytes, and its key in the store. */
  digest: string;
  mimeType: PhotoType;
  sizeBytes: number;
  width: number;
  height: number;
};

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
/** More is a bomb, or a poster; a telephone's largest are fifty million. */
const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 4096;
const THUMBNAIL_SIDE = 480;
/** Pictures in memory at the same time. */
const AT_ONCE = 2;

/** The key of a photo's thumbnail (WebP). */
export function thumbnailKey(digest: string): string {
  return `${digest}.thumb`;
}

/** What a file is by its first bytes, whatever it says it is; null for all else. */
export function sniffPhoto(bytes: Buffer): PhotoType | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'image/png';
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? 'image/webp' : null;
}

export type IngestPhoto = (bytes: Buffer, field?: string) => Promise<StoredPhoto>;

/**
 * Takes a picture in: reads where and when it was taken, turns it upright, writes it anew without any metadata, makes
 * a thumbnail, and stores both before it resolves. Throws 415 for what is no JPEG, PNG or WebP or cannot be read as
 * one, 413 over 10 MB or 64 million pixels; `field` is named in the answer.
 */
export function createIngestPhoto({ store, timeZone }: { store: PhotoStore; timeZone: string }): IngestPhoto {
  sharp.cache(false);
  const oneOfFew = createGate(AT_ONCE);

  return (bytes, field = '') =>
    oneOfFew(async () => {
      const type = checkType(bytes, field);
      const { clean, thumbnail, exif } = await redraw(bytes, type, timeZone, field);
      const digest = createHash('sha256').update(clean.data).digest('hex');
      await store.put(digest, clean.data);
      await store.put(thumbnailKey(digest), thumbnail);
      const { size, width, height } = clean.info;
      return { ...exif, digest, mimeType: type, sizeBytes: size, width, height };
    });
}

function checkType(bytes: Buffer, field: string): PhotoType {
  if (bytes.length > MOST_PHOTO_BYTES) throw refusal('too-large', field, `at most ${MOST_PHOTO_BYTES} bytes`);
  const type = sniffPhoto(bytes);
  if (!type) throw refusal('wrong-type', field, 'expected a JPEG, PNG or WebP picture');
  return type;
}

async function redraw(bytes: Buffer, type: PhotoType, timeZone: string, field: string) {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const metadata = await image.metadata();
    const upright = image.autoOrient();
    const clean = await encode(
      upright.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true }),
      type,
    ).toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(clean.data)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer();
    return { clean, thumbnail, exif: readExif(metadata.exif, timeZone) };
  } catch (error) {
    if (error instanceof Error && error.message.includes('exceeds pixel limit'))
      throw refusal('too-large', field, `at most ${MOST_PIXELS} pixels`);
    throw refusal('wrong-type', field, 'the picture cannot be read', error);
  }
}

function encode(image: Sharp, type: PhotoType): Sharp {
  if (type === 'image/png') return image.png();
  return type === 'image/webp' ? image.webp({ quality: 84 }) : image.jpeg({ quality: 84 });
}

function refusal(
  problem: 'too-large' | 'wrong-type',
  field: string,
  message: string,
  cause?: unknown,
): AppError {
  return new AppError(problem, { detail: message, errors: [{ field, message }], cause });
}

/** Lets so many run at the same time; the others wait their turn. */
function createGate(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
