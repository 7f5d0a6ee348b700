import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { carryExif, uprightSegment } from '../../../client/responder/photo/carry-exif.ts';
import { readExif } from '../../../server/photos/exif.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } }).jpeg();

test('a shrunk picture still says where and when it was taken, and that it stands upright', async () => {
  const camera = await picture(80, 40)
    .withExif({
      IFD0: { Orientation: '6', Make: 'Telepon' },
      IFD2: { DateTimeOriginal: '2026:03:03 10:15:00', OffsetTimeOriginal: '+07:00' },
      IFD3: {
        ...{ GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 30/1' },
        ...{ GPSLongitudeRef: 'E', GPSLongitude: '106/1 38/1 24/1' },
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const facts = readExif((await sharp(camera).metadata()).exif, 'Asia/Jakarta');
  expect(facts.takenAt).toBe('2026-03-03T03:15:00.000Z');

  const shrunk = new Blob([new Uint8Array(await picture(20, 40).toBuffer())], { type: 'image/jpeg' });
  const carried = await carryExif(new Blob([new Uint8Array(camera)]), shrunk);
  expect(carried.type).toBe('image/jpeg');
  const { exif, width, height, orientation } = await sharp(await carried.arrayBuffer()).metadata();
  expect(readExif(exif, 'Asia/Jakarta')).toEqual(facts);
  expect(facts.place).not.toBeNull();
  expect({ width, height, orientation }).toEqual({ width: 20, height: 40, orientation: 1 });
});

test('a picture without a note, cut off or of another kind is left as it is', async () => {
  const plain = new Uint8Array(await picture(8, 8).toBuffer());
  expect(uprightSegment(plain)).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      const start = [0xff, 0xd8, 0xff, 0xe1, 0, 40, 0x45, 0x78, 0x69, 0x66, 0, 0];
      for (const bytes of [noise, [...start, ...noise]]) {
        const segment = uprightSegment(new Uint8Array(bytes));
        if (segment !== null) expect(segment).toHaveLength(42);
      }
    }),
  );
});
