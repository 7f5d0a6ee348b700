import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUnderstand } from '../../../server/pipeline/steps/understand.ts';
import { CHANGE_VALUES, type CityChange } from '../../../shared/city/change.ts';
import { cityInForce, turningPoints } from '../../../shared/city/in-force.ts';
import { createLivePack, packNow, perVersion } from '../../../shared/city/live-pack.ts';
import { partsOf, partValue } from '../../../shared/city/parts.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { findPackFaults } from '../../../shared/city/validate-pack.ts';
import { smallCity } from '../../support/small-city.ts';

const limits = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }))
  .map(([clearAt, gap, more]) => ({ clearAt, raiseAt: clearAt + gap, criticalAt: clearAt + gap + more }));

/** Changes of all kinds: sensible ones, of parts there are not, closing departments that are needed, nonsense. */
const part = fc.oneof(
  fc.record({
    kind: fc.constant('sensor' as const),
    key: fc.constantFrom('jembatan', 'no-post'),
    value: limits,
  }),
  fc.record({
    kind: fc.constant('department' as const),
    key: fc.constantFrom('JALAN', 'SIAGA', 'BARU'),
    value: fc.record({
      name: fc.constantFrom('Satu', 'Dua'),
      shortName: fc.constant('S'),
      icon: fc.constant('IconRoad'),
      internal: fc.boolean(),
      active: fc.boolean(),
    }),
  }),
  fc.record({
    kind: fc.constant('category' as const),
    key: fc.constantFrom('blaze', 'anything', 'new-kind'),
    value: fc.record({
      name: fc.constant({ id: 'Nama', en: 'Name' }),
      departmentCode: fc.constantFrom('JALAN', 'SIAGA', 'BARU', 'NOWHERE'),
      priority: fc.constantFrom('critical', 'low'),
      sla: fc.constant({ acknowledgeMin: 5, resolveMin: 50 }),
      slaByPriority: fc.constantFrom({}, { critical: { acknowledgeMin: 1, resolveMin: 2 } }),
      calendarCode: fc.constantFrom(null, 'office', 'no-calendar'),
      match: fc.constant(null),
      words: fc.constant({ kata: 3 }),
    }),
  }),
  fc.record({
    kind: fc.constant('calendar' as const),
    key: fc.constant('office'),
    value: fc.constantFrom(null, {
      name: 'Kantor',
      week: [[[480, 960]], [], [], [], [], [], []],
      holidays: [],
    }),
  }),
  fc.record({
    kind: fc.constant('flood' as const),
    key: fc.constantFrom('rule', 'other'),
    value: fc.record({
      posts: fc.integer({ min: 0, max: 3 }),
      ...{ reports: fc.constant(4), withinMin: fc.constant(60), calmMin: fc.constant(30) },
    }),
  }),
  fc.record({
    kind: fc.constant('urgency' as const),
    key: fc.constantFrom('smoke', 'other'),
    value: fc.option(
      fc.record({
        ...{ name: fc.constant({ id: 'Asap', en: 'Smoke' }), priority: fc.constantFrom('critical', 'low') },
        ...{ active: fc.boolean(), says: fc.constantFrom(['asap'], [], ['a … b', 'kebakar*'], ['…']) },
        ...{ unless: fc.constant([]), category: fc.constantFrom(null, 'blaze', 'nowhere') },
      }),
    ),
  }),
  fc.record({
    kind: fc.constant('hedges' as const),
    key: fc.constantFrom('words', 'other'),
    value: fc.constantFrom(null, { hedges: ['takut'], past: [] }),
  }),
  fc.record({
    kind: fc.constant('noise' as const),
    key: fc.constant('tease'),
    value: fc.option(
      fc.record({
        ...{ name: fc.constant({ id: 'godaan', en: 'teasing' }), active: fc.boolean() },
        ...{ weight: fc.constantFrom(1, 9), says: fc.constantFrom(['wkwk*'], ['Wkwk']) },
      }),
    ),
  }),
  fc.record({
    kind: fc.constant('sla' as const),
    key: fc.constantFrom('due-soon', 'other'),
    value: fc.oneof(fc.record({ dueSoonShare: fc.constantFrom(0.5, 0.9) }), fc.constant({ dueSoonShare: 7 })),
  }),
);
const changes: fc.Arbitrary<CityChange[]> = fc
  .array(fc.tuple(part, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), { maxLength: 12 })
  .map((list) =>
    list.map(
      ([one, effectiveFrom, enteredAt], id) => ({ ...one, effectiveFrom, enteredAt, id }) as CityChange,
    ),
  );

test('law: whatever was changed, the city in force can be served', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: -1, max: 21 }), (list, at) => {
      expect(findPackFaults(cityInForce(smallCity, list, at).pack)).toEqual([]);
    }),
  );
});

test('law: the order in which changes are read does not matter', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 0, max: 21 }), fc.integer(), (list, at, seed) => {
      const shuffled = list.toSorted((a, b) => ((a.id * 7919 + seed) % 13) - ((b.id * 7919 + seed) % 13));
      expect(cityInForce(smallCity, shuffled, at)).toEqual(cityInForce(smallCity, list, at));
    }),
  );
});

test('law: of two changes the later in force wins, and of the same moment the later entered', () => {
  fc.assert(
    fc.property(limits, limits, fc.nat(9), fc.nat(9), (first, second, a, b) => {
      const one = {
        kind: 'sensor',
        key: 'jembatan',
        value: first,
        effectiveFrom: a,
        enteredAt: 5,
        id: 1,
      } as const;
      const two = {
        kind: 'sensor',
        key: 'jembatan',
        value: second,
        effectiveFrom: b,
        enteredAt: 6,
        id: 2,
      } as const;
      const winner = a > b ? first : second;
      const { pack } = cityInForce(smallCity, [one, two], 10);
      expect(partValue(pack, 'sensor', 'jembatan')).toEqual(winner);
    }),
  );
});

test('parts that the city does not have, and values that cannot be read, are refused', () => {
  const common = { effectiveFrom: 0, enteredAt: 0 };
  const refused: CityChange[] = [
    { ...common, id: 1, kind: 'sensor', key: 'no-post', value: { clearAt: 1, raiseAt: 2, criticalAt: 3 } },
    { ...common, id: 2, kind: 'sla', key: 'other', value: { dueSoonShare: 0.5 } },
    { ...common, id: 3, kind: 'department', key: 'JALAN', value: { name: 'half' } },
    { ...common, id: 4, kind: 'department', key: 'NEVER', value: null },
  ];
  const result = cityInForce(smallCity, refused, 1);
  expect(result.refused).toEqual(refused);
  expect(result.pack).toEqual(smallCity);
});

test('null takes a part back to what the pack says, and a part made on screens away', () => {
  const common = { effectiveFrom: 0, enteredAt: 0 };
  const value = { clearAt: 1, raiseAt: 2, criticalAt: 3 };
  const text = { title: 'Salam', body: 'Terima kasih', departmentCode: null, uses: ['reply'] };
  const list: CityChange[] = [
    { ...common, id: 1, kind: 'sensor', key: 'jembatan', value },
    { ...common, id: 2, kind: 'quick-text', key: 'salam', value: text },
    { ...common, id: 3, kind: 'sensor', key: 'jembatan', value: null, effectiveFrom: 5 },
    { ...common, id: 4, kind: 'quick-text', key: 'salam', value: null, effectiveFrom: 5 },
  ];
  expect(cityInForce(smallCity, list, 4).pack.quickTexts).toEqual([{ id: 'salam', ...text }]);
  const { pack } = cityInForce(smallCity, list, 5);
  expect(pack.sensors).toEqual(smallCity.sensors);
  expect(pack.quickTexts).toEqual([]);
  expect(turningPoints(list, 0)).toEqual([5]);
});

test('every part of a real pack can be read back by the schema of its kind', () => {
  for (const { kind, key, value } of partsOf(tangerang))
    expect({ key, error: CHANGE_VALUES[kind].safeParse(value).error }).toEqual({ key, error: undefined });
});

test('who holds the pack sees each version, and what was made of one is made anew', () => {
  let version = smallCity;
  const live = createLivePack(smallCity, () => version);
  let made = 0;
  const names = perVersion(live, ({ departments }) => {
    made += 1;
    return departments.map(({ code }) => code);
  });
  names();
  expect(made).toBe(1);
  version = { ...smallCity, departments: smallCity.departments.slice(0, 1) };
  expect(live.departments).toHaveLength(1);
  expect({ ...live }.departments).toHaveLength(1);
  expect(names()).toEqual(['JALAN']);
  expect(names()).toEqual(['JALAN']);
  expect(made).toBe(2);
  expect(packNow(live)).toBe(version);
  expect(packNow(smallCity)).toBe(smallCity);
});

test('the pipeline understands by the words in force', () => {
  let version = smallCity;
  const understand = createUnderstand(createLivePack(smallCity, () => version));
  const categoryOf = (text: string) =>
    understand({ channel: 'whatsapp', text, location: null }).category.code;
  expect(categoryOf('ada tawon')).toBe('anything');
  const road = partValue(smallCity, 'category', 'broken-road') as object;
  const change: CityChange = {
    ...{ id: 1, kind: 'category', key: 'broken-road', effectiveFrom: 0, enteredAt: 0 },
    value: { ...road, words: { tawon: 6 } },
  };
  version = cityInForce(smallCity, [change], 1).pack;
  expect(categoryOf('ada tawon')).toBe('broken-road');
});
