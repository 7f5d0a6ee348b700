import exifReader from 'exif-reader';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { amlLocation, callEvent, signAml } from '../../../scripts/simulate/call112.ts';
import { laksaPostWithPhotos } from '../../../scripts/simulate/laksa.ts';
import { makePhoto } from '../../../scripts/simulate/photo.ts';
import { senmlPack } from '../../../scripts/simulate/sensors.ts';

const decoder = new TextDecoder();

test('an AML signature is the hex HMAC-SHA1 of the form before it', () => {
  const form =
    'v=1&device_number=%2B33611223344&location_latitude=0.85732&location_longitude=-4.26325&location_time=1604912121000&location_accuracy=10.4&location_source=GPS&location_certainty=83';
  expect(signAml(form, 'AML')).toBe('f64c70eb238bb239e00e8ac8c023bf2b5d3c41dd');
});

test('an AML message is a form with times in milliseconds', () => {
  const found = { deviceNumber: '+628111', lat: -6.1711, lng: 106.6403, accuracyM: 25 } as const;
  const at = 1_779_000_000_123;
  const delivery = amlLocation({ ...found, source: 'GPS', locatedAt: at, calledAt: at - 3000 }, 'key');
  const form = new URLSearchParams(decoder.decode(delivery.body));
  expect(form.get('device_number')).toBe('+628111');
  expect(form.get('location_time')).toBe('1779000000123');
  expect(form.get('location_latitude')).toBe('-6.17110');
  const signed = decoder.decode(delivery.body).split('&hmac=');
  expect(signed[1]).toBe(signAml(signed[0] ?? '', 'key'));
});

test('a call event says when it was in ISO 8601', () => {
  const delivery = callEvent({
    callId: 'c-1',
    state: 'ringing',
    callerNumber: '+628111',
    at: 1_779_000_000_000,
  });
  expect(JSON.parse(decoder.decode(delivery.body))).toEqual({
    callId: 'c-1',
    state: 'ringing',
    callerNumber: '+628111',
    at: '2026-05-17T06:40:00.000Z',
  });
});

test('a post with photos is multipart that a standard parser reads', async () => {
  const photo = await makePhoto(3);
  const reporter = { name: 'Siti Ñ', phone: '+628111', accountId: 'laksa-1' };
  const post = { id: 'laksa-key', text: 'Sampah 🙏', at: 1_779_000_000_000, reporter };
  const { headers, body } = laksaPostWithPhotos(
    { ...post, location: { lat: -6.2, lng: 106.6, accuracyM: 8 } },
    [photo],
  );
  expect(headers['idempotency-key']).toBe('laksa-key');
  const form = await new Response(body, { headers }).formData();
  expect(form.get('text')).toBe('Sampah 🙏');
  expect(form.get('lat')).toBe('-6.200000');
  expect(form.get('name')).toBe('Siti Ñ');
  const file = form.get('photos') as File;
  expect(file.type).toBe('image/jpeg');
  expect(Buffer.from(await file.arrayBuffer()).equals(photo)).toBe(true);
});

test('a photo taken somewhere says so in its EXIF', async () => {
  const at = Date.parse('2026-11-21T13:05:09Z');
  const { exif, format } = await sharp(await makePhoto(7, { lat: -6.1783, lng: 106.6403, at })).metadata();
  expect(format).toBe('jpeg');
  const { GPSInfo, Photo } = exifReader(exif ?? Buffer.alloc(0));
  expect(GPSInfo?.GPSLatitudeRef).toBe('S');
  const [degrees = 0, minutes = 0, seconds = 0] = GPSInfo?.GPSLatitude ?? [];
  expect(degrees + minutes / 60 + seconds / 3600).toBeCloseTo(6.1783, 4);
  expect(Photo?.DateTimeOriginal).toEqual(new Date(at));
});

test('the same photo can be made again from its seed', async () => {
  expect((await makePhoto(5)).equals(await makePhoto(5))).toBe(true);
  expect((await makePhoto(5)).equals(await makePhoto(6))).toBe(false);
});

test('a reading is a SenML record whose name and time resolve to its id', () => {
  const at = 1_779_000_000_250;
  const delivery = senmlPack([{ senmlName: 'urn:dev:water:a:level', unit: 'm', value: 1.2345, at }]);
  const [record] = JSON.parse(decoder.decode(delivery.body));
  expect(record.bn + record.n).toBe('urn:dev:water:a:level');
  expect(Math.round((record.bt + record.t) * 1000)).toBe(at);
  expect(record.v).toBe(1.23);
  expect(delivery.externalIds).toEqual([`urn:dev:water:a:level@${new Date(at).toISOString()}`]);
});
