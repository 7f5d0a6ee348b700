import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveSenml } from '../../../server/channels/sensors/senml.ts';

const NOW = Date.UTC(2026, 10, 21, 8, 0, 0);

const resolve = (pack: unknown) => resolveSenml(pack, NOW);

test('base fields hold for their record and all later ones', () => {
  const { records } = resolve([
    { bn: 'urn:dev:pintuair:cisadane1:', bt: 1.779e9, n: 'level', u: 'm', v: 2.41 },
    { n: 'rain', u: 'mm', v: 12.5, t: -60 },
    { bu: 'Cel', bv: 20, n: 'temp', v: 1.5 },
    { n: 'temp2', v: -1 },
  ]);
  expect(records.map(({ name, unit, value, at }) => ({ name, unit, value, at }))).toEqual([
    { name: 'urn:dev:pintuair:cisadane1:level', unit: 'm', value: 2.41, at: 1_779_000_000_000 },
    { name: 'urn:dev:pintuair:cisadane1:rain', unit: 'mm', value: 12.5, at: 1_778_999_940_000 },
    { name: 'urn:dev:pintuair:cisadane1:temp', unit: 'Cel', value: 21.5, at: 1_779_000_000_000 },
    { name: 'urn:dev:pintuair:cisadane1:temp2', unit: 'Cel', value: 19, at: 1_779_000_000_000 },
  ]);
});

test('times below 2^28 seconds count from now', () => {
  const at = (t: number) => resolve([{ n: 'a', v: 1, t }]).records[0];
  expect(at(-60)).toMatchObject({ at: NOW - 60_000, isRelative: true });
  expect(at(0)).toMatchObject({ at: NOW, isRelative: true });
  expect(at(2 ** 28 - 1)).toMatchObject({ isRelative: true });
  expect(at(2 ** 28)).toMatchObject({ at: 2 ** 28 * 1000, isRelative: false });
});

test('one value field exactly, unless there is a sum', () => {
  expect(resolve([{ n: 'a' }]).faults).toMatchObject([{ field: '0.v' }]);
  expect(resolve([{ n: 'a', v: 1, vs: 'x' }]).faults).toMatchObject([{ field: '0.v' }]);
  expect(resolve([{ n: 'a', s: 3 }]).records).toMatchObject([{ value: null, sum: 3 }]);
  expect(resolve([{ bs: 10, n: 'a', s: 3 }]).records).toMatchObject([{ sum: 13 }]);
  expect(
    resolve([
      { n: 'a', vb: false },
      { n: 'b', vd: 'aGk' },
      { n: 'c', vs: '' },
    ]).records,
  ).toMatchObject([{ value: false }, { value: { data: 'aGk' } }, { value: '' }]);
});

test('a record of base fields alone measures nothing', () => {
  expect(
    resolve([
      { bn: 'dev1:', bt: 1.779e9 },
      { n: 'x', v: 1 },
    ]).records,
  ).toMatchObject([{ name: 'dev1:x' }]);
});

test('unknown labels are passed over, unless they must be understood', () => {
  expect(resolve([{ n: 'a', v: 1, foo: {} }]).faults).toEqual([]);
  expect(resolve([{ n: 'a', v: 1, foo_: 1 }]).faults).toMatchObject([{ field: '0.foo_' }]);
});

test('one fault refuses the whole pack, and every fault is named', () => {
  const { records, faults } = resolve([
    { n: 'a', v: 1 },
    { n: 7, v: 'x' },
    3,
    { n: 'b c', v: 1 },
    { n: 'd', v: 1, vd: '==' },
  ]);
  expect(records).toEqual([]);
  expect(faults.map(({ field }) => field)).toEqual(['1.n', '1.v', '2', '3.n', '4.vd']);
});

test.each([
  [{}],
  [[]],
  ['x'],
  [null],
  [[{ bver: 11, n: 'a', v: 1 }]],
  [[{ n: '', v: 1 }]],
  [
    [
      { bver: 5, n: 'a', v: 1 },
      { bver: 6, n: 'b', v: 1 },
    ],
  ],
])('refuses %j', (pack) => {
  expect(resolve(pack).faults).not.toEqual([]);
});

const name = fc.stringMatching(/^[a-z][a-z0-9:]{0,8}$/);
const seconds = fc.integer({ min: 1_500_000_000, max: 2_000_000_000 });
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const reading = fc.record({ name, seconds, value: number, unit: fc.constantFrom('m', 'mm', 'Cel') });

test('law: a pack resolved is a pack that resolves to itself', () => {
  const plain = fc.record({ n: name, t: seconds, v: number, u: fc.constantFrom('m', 'mm') });
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 20 }), (pack) => {
      const once = resolve(pack).records;
      const again = resolve(
        once.map((one) => ({ n: one.name, t: one.at / 1000, v: one.value, u: one.unit })),
      ).records;
      const facts = (records: typeof once) => records.map(({ raw: _raw, ...rest }) => rest);
      expect(facts(again)).toEqual(facts(once));
    }),
  );
});

test('law: base fields change how readings are written, not what they are', () => {
  fc.assert(
    fc.property(
      fc.array(reading, { minLength: 1, maxLength: 20 }),
      name,
      fc.integer({ min: -1000, max: 1000 }),
      (readings, bn, shift) => {
        const full = readings.map((one) => ({ n: bn + one.name, t: one.seconds, v: one.value, u: one.unit }));
        const based = readings.map((one, index) => ({
          ...(index === 0 ? { bn, bt: 1_600_000_000 + shift, bu: 'm' } : {}),
          n: one.name,
          t: one.seconds - (1_600_000_000 + shift),
          ...(one.unit === 'm' ? {} : { u: one.unit }),
          v: one.value,
        }));
        const facts = (pack: unknown) =>
          resolve(pack).records.map(({ name, at, unit, value }) => ({ name, at, unit, value }));
        expect(facts(based)).toEqual(facts(full));
      },
    ),
  );
});

test('law: a pack is taken whole or not at all, and nothing throws', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (pack) => {
      const { records, faults } = resolve(pack);
      expect(records.length === 0 || faults.length === 0).toBe(true);
      if (faults.length === 0) expect(records.length).toBeLessThanOrEqual((pack as unknown[]).length);
    }),
  );
  const field = fc.constantFrom(
    'bn',
    'bt',
    'bu',
    'bv',
    'bs',
    'bver',
    'n',
    'u',
    'v',
    'vs',
    'vb',
    'vd',
    's',
    't',
    'ut',
    'x_',
    'y',
  );
  const record = fc.dictionary(field, fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constant(null)));
  fc.assert(
    fc.property(fc.array(record, { maxLength: 6 }), (pack) => {
      const { records, faults } = resolve(pack);
      expect(records.length === 0 || faults.length === 0).toBe(true);
      for (const one of records) expect(new Date(one.at).toISOString()).toBeTruthy();
    }),
  );
});
