import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmlForm } from '../../../server/channels/call112/aml-form.ts';
import { parseAmlSms } from '../../../server/channels/call112/aml-sms.ts';
import { AppError } from '../../../server/platform/errors.ts';

const MESSAGE =
  'v=1&device_number=%2B33611223344&location_latitude=0.85732&location_longitude=-4.26325&location_time=1604912121000&location_accuracy=10.4&location_source=GPS&location_certainty=83';
const SIGNED = `${MESSAGE}&hmac=f64c70eb238bb239e00e8ac8c023bf2b5d3c41dd`;

const parse = (text: string, key: string | null = null) => parseAmlForm(Buffer.from(text), key, '62');

test('reads the form that handsets send over HTTPS', () => {
  expect(parse(SIGNED, 'AML')).toMatchObject({
    number: '+33611223344',
    lat: 0.85732,
    lng: -4.26325,
    accuracyM: 10.4,
    at: '2020-11-09T08:55:21.000Z',
    verified: true,
  });
  expect(parse(MESSAGE)).toMatchObject({ number: '+33611223344', verified: false });
});

test('takes nothing without the right HMAC where there is a key', () => {
  const problemOf = (text: string, key: string) => {
    try {
      parse(text, key);
      return 'taken';
    } catch (error) {
      return error instanceof AppError ? error.problem : error;
    }
  };
  expect(problemOf(SIGNED, 'AML')).toBe('taken');
  expect(problemOf(SIGNED, 'other')).toBe('bad-signature');
  expect(problemOf(MESSAGE, 'AML')).toBe('bad-signature');
  expect(problemOf(SIGNED.replace('0.85732', '0.85733'), 'AML')).toBe('bad-signature');
  expect(problemOf(SIGNED.replace('v=1', 'v=2'), 'AML')).toBe('bad-signature');
});

test('makes one number of the ways it is written', () => {
  const numberOf = (written: string) => parse(MESSAGE.replace('%2B33611223344', written)).number;
  for (const written of ['%2B628111222333', '+628111222333', '08111222333', '628111222333', '00628111222333'])
    expect(numberOf(written)).toBe('+628111222333');
});

test('names the fields that cannot be read', () => {
  const fieldsOf = (text: string) => {
    try {
      parse(text);
      return [];
    } catch (error) {
      return error instanceof AppError ? error.options.errors?.map(({ field }) => field) : [];
    }
  };
  expect(fieldsOf('')).toEqual(['device_number', 'location_latitude', 'location_longitude', 'location_time']);
  expect(fieldsOf(MESSAGE.replace('0.85732', '95'))).toEqual(['location_latitude']);
  expect(fieldsOf(MESSAGE.replace('1604912121000', '2020-11-09'))).toEqual(['location_time']);
  expect(fieldsOf(MESSAGE.replace('10.4', 'near'))).toEqual(['location_accuracy']);
});

test('reads text messages of both versions', () => {
  const first =
    'A"ML=1;lt=-6.17110;lg=106.64030;rd=25;top=20261121001500;lc=68;pm=G;si=510101234567890;ei=356708041746734;mcc=510;mnc=10;ml=127';
  expect(parseAmlSms(first)).toEqual({
    lat: -6.1711,
    lng: 106.6403,
    accuracyM: 25,
    at: '2026-11-21T00:15:00.000Z',
    version: 1,
  });
  expect(parseAmlSms(first.replace('ml=127', 'ml=128').replace('rd=25', 'rd=0'))).toMatchObject({
    accuracyM: null,
  });
  const second =
    'A"ML=2;en=112;et=1779000000;lo=-6.1711,106.6403,8;lt=12;lc=90;lz=20,5;ls=G;ei=1;nc=51010;hc=510;lg=id-ID';
  expect(parseAmlSms(second)).toEqual({
    lat: -6.1711,
    lng: 106.6403,
    accuracyM: 8,
    at: new Date(1_779_000_012_000).toISOString(),
    version: 2,
  });
  expect(parseAmlSms(second.replace('lt=12', 'lt=-9999'))?.at).toBe(
    new Date(1_779_000_000_000).toISOString(),
  );
  for (const none of ['', 'A"ML=3;lt=1;lg=1', 'A"ML=1;lt=1', first.replace('20261121', '20261340')])
    expect(parseAmlSms(none)).toBeNull();
});

test('law: text messages never throw, and tell places on the earth or none', () => {
  const field = fc.tuple(
    fc.constantFrom('lt', 'lg', 'lo', 'et', 'top', 'rd', 'x'),
    fc.oneof(fc.string(), fc.double().map(String)),
  );
  const text = fc
    .tuple(fc.constantFrom('A"ML=1;', 'A"ML=2;', ''), fc.array(field))
    .map(([header, fields]) => header + fields.map(([name, value]) => `${name}=${value}`).join(';'));
  fc.assert(
    fc.property(text, (message) => {
      const place = parseAmlSms(message);
      if (place) expect(Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180).toBe(true);
    }),
  );
});

test('law: what a version 1 message says is what is read', () => {
  const degrees = (most: number) =>
    fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5);
  const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      degrees(90),
      degrees(180),
      fc.integer({ min: 1, max: 9999 }),
      date,
      (lat, lng, accuracyM, when) => {
        const second = new Date(Math.floor(when.getTime() / 1000) * 1000);
        const top = second.toISOString().slice(0, 19).replace(/\D/g, '');
        const read = parseAmlSms(
          `A"ML=1;lt=${lat.toFixed(5)};lg=${lng.toFixed(5)};rd=${accuracyM};top=${top};ml=99`,
        );
        expect(read).toEqual({ lat: lat + 0, lng: lng + 0, accuracyM, at: second.toISOString(), version: 1 });
      },
    ),
  );
});
