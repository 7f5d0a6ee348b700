import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIngestPhoto, type IngestPhoto, thumbnailKey } from '../../../server/photos/ingest-photo.ts';
import { createDiskPhotoStore, type PhotoStore } from '../../../server/photos/photo-store.ts';
import { AppError } from '../../../server/platform/errors.ts';
import { makeGeotaggedPhoto, makePicture } from '../../support/pictures.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

let folder: Awaited<ReturnType<typeof makeTempFolder>>;
let store: PhotoStore;
let ingest: IngestPhoto;
beforeAll(async () => {
  folder = await makeTempFolder();
  store = createDiskPhotoStore(join(folder.path, 'photos'));
  ingest = createIngestPhoto({ store, timeZone: 'Asia/Makassar' });
});
afterAll(() => folder.remove());

async function problemOf(bytes: Buffer): Promise<unknown> {
  return ingest(bytes, 'photo').then(
    () => 'taken',
    (error: unknown) => (error instanceof AppError ? error.problem : error),
  );
}

test('reads where and when, and then keeps nothing but the picture, upright', async () => {
  const photo = await ingest(await makeGeotaggedPhoto());
  expect(photo).toMatchObject({
    mimeType: 'image/jpeg',
    // Turned: the camera was held upright.
    width: 600,
    height: 900,
    place: { lat: expect.closeTo(-3.025, 5), lng: expect.closeTo(120.2, 5), accuracyM: null },
    // Noon in Makassar, UTC+8: the camera noted no zone.
    takenAt: '2026-11-21T04:00:00.000Z',
  });
  for (const key of [photo.digest, thumbnailKey(photo.digest)]) {
    const bytes = (await store.get(key)) ?? Buffer.alloc(0);
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    expect(bytes.includes('Rahasia') || bytes.includes('SERIAL')).toBe(false);
  }
  const thumbnail = await sharp((await store.get(thumbnailKey(photo.digest))) ?? undefined).metadata();
  expect(thumbnail).toMatchObject({ format: 'webp', width: 320, height: 480 });
});

test.each(['jpeg', 'png', 'webp'] as const)(
  'takes %s by its first bytes, and keeps it as such',
  async (format) => {
    expect(await ingest(await makePicture(format))).toMatchObject({
      mimeType: `image/${format}`,
      place: null,
      takenAt: null,
    });
  },
);

test('refuses other formats, broken pictures and bombs', async () => {
  expect(await problemOf(await makePicture('gif'))).toBe('wrong-type');
  expect(await problemOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('wrong-type');
  expect(await problemOf(Buffer.alloc(0))).toBe('wrong-type');
  expect(await problemOf((await makePicture('png')).subarray(0, 60))).toBe('wrong-type');
  expect(await problemOf(Buffer.alloc(10 * 1024 * 1024 + 1, 0xff))).toBe('too-large');
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await problemOf(bomb)).toBe('too-large');
});

test('the same picture is stored once, and nothing unfinished stays', async () => {
  const bytes = await makePicture('jpeg', 64, 64);
  const photos = await Promise.all([ingest(bytes), ingest(bytes), ingest(bytes)]);
  const [digest = '', ...more] = new Set(photos.map((photo) => photo.digest));
  expect(more).toEqual([]);
  const names = await readdir(join(folder.path, 'photos', digest.slice(0, 2)));
  expect(names.filter((name) => name.startsWith(digest)).sort()).toEqual(
    [digest, thumbnailKey(digest)].sort(),
  );
});

test('keys do not lead out of the store', async () => {
  await expect(store.get('../../etc/passwd')).rejects.toThrow('not a key');
  expect(await store.get('a'.repeat(64))).toBeNull();
});
