import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropNik, withoutNik } from '../../../server/channels/laksa/without-nik.ts';
import { toJsonb } from '../../../server/intake/incoming.ts';
import { makeTrackingCode } from '../../../server/intake/tracking-code.ts';
import { normalisePhone } from '../../../shared/report/phone.ts';

test('law: what is kept is what came, but for what the database cannot hold', () => {
  const clean = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
      (a, b) => {
        const text = `${a}\\u0000\\${b}`;
        expect(JSON.parse(toJsonb({ text }))).toEqual({ text: clean(text) });
      },
    ),
  );
});

test('tracking codes are ten letters and digits that cannot be mistaken', () => {
  const codes = new Set(Array.from({ length: 500 }, makeTrackingCode));
  expect(codes.size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/);
});

test('no national id number stays, wherever it is written', () => {
  const kept = dropNik({
    nik: '3671012345678901',
    no_ktp: 'x',
    noKTP: 'x',
    reporter: { NIK: 1, name: 'Teknik', accountId: '3671012345678901' },
    teknik: 'stays',
    list: [3671012345678901, 'NIK saya 3671012345678901.'],
  });
  expect(JSON.stringify(kept)).not.toContain('3671012345678901');
  expect(kept).toMatchObject({ teknik: 'stays', reporter: { name: 'Teknik' } });
  expect(Object.keys(kept as object)).toEqual(['reporter', 'teknik', 'list']);
  expect(withoutNik('08123456789 dan 36710123456789012')).toBe('08123456789 dan 36710123456789012');
});

test.each([
  ['0811-1222-333', '+628111222333'],
  ['+62 0811 1222 333', '+628111222333'],
  ['(021) 5577 8899', '+622155778899'],
  ['00442079460000', '+442079460000'],
  ['112', '112'],
  ['anonymous', 'anonymous'],
  ['', ''],
])('the number %j is %j', (written, normal) => {
  expect(normalisePhone(written, '62')).toBe(normal);
});

test('law: a normal number stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+ -()') }), (written) => {
      const once = normalisePhone(written, '62');
      expect(normalisePhone(once, '62')).toBe(once);
    }),
  );
});
