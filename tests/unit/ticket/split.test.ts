import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contribution } from '../../../shared/ticket/contribution.ts';
import { PRIORITIES } from '../../../shared/ticket/ticket.ts';
import { createSplitWorld, type SplitWorld } from '../../support/split-world.ts';

/** What may happen to a ticket, to be done in two worlds. */
type Step = { minutes: number; homeIsGuest: boolean } & (
  | { kind: 'join'; part: Contribution }
  | { kind: 'act'; run: (world: SplitWorld, id: string) => void }
  | { kind: 'bystander' }
);

const place = fc.record({
  lat: fc.constantFrom(-3, -3.01),
  lng: fc.constant(120.2),
  accuracyM: fc.option(fc.constantFrom(5, 50)),
  kelurahan: fc.constant(null),
  kecamatan: fc.constant(null),
  source: fc.constantFrom('pin' as const, 'exif' as const, 'operator' as const),
});
let reports = 0;
const part = fc
  .record({
    personId: fc.constantFrom('ani', 'budi', 'citra', 'dedi', 'eka'),
    category: fc.constantFrom('blaze', 'broken-road', 'anything'),
    priority: fc.option(fc.constantFrom(...PRIORITIES), { nil: undefined }),
    facts: fc.constantFrom({}, { depthCm: 40 }, { depthCm: 90 }),
    location: fc.option(place, { nil: undefined }),
  })
  .map((given): Contribution => {
    reports += 1;
    return { ...given, reportId: `r${reports}` };
  });
const act = fc.constantFrom<(world: SplitWorld, id: string) => void>(
  (world, id) => world.act(id, 'reprioritise', { priority: 'low' }),
  (world, id) => world.act(id, 'reprioritise', { priority: 'critical' }),
  (world, id) => world.act(id, 'verify', { category: 'blaze', priority: 'normal' }),
  (world, id) => world.act(id, 'route', { departmentCode: 'JALAN' }),
  (world, id) => world.act(id, 'acknowledge', {}),
  (world, id) => world.act(id, 'resolve', {}),
  (world, id) => world.act(id, 'reopen', { reason: 'belum' }),
  (world, id) => world.act(id, 'note', { note: 'di jalan' }),
  (world, id) => world.breach(id),
  (world, id) => world.measure(id, 3.2, 'high', undefined),
);
const step: fc.Arbitrary<Step> = fc
  .record({ minutes: fc.nat(200), homeIsGuest: fc.boolean() })
  .chain((when) =>
    fc.oneof(
      { weight: 5, arbitrary: part.map((given): Step => ({ ...when, kind: 'join', part: given })) },
      { weight: 5, arbitrary: act.map((run): Step => ({ ...when, kind: 'act', run })) },
      { weight: 1, arbitrary: fc.constant<Step>({ ...when, kind: 'bystander' }) },
    ),
  );
const steps = fc.array(step, { maxLength: 7 });

function begin(host: Contribution, guest: Contribution, bystander: Contribution): SplitWorld {
  const world = createSplitWorld();
  world.open('host', host);
  world.pass(10);
  world.open('guest', guest);
  world.open('bystander', bystander);
  return world;
}

function run(world: SplitWorld, all: readonly Step[], guestIsPart: boolean | null): void {
  for (const one of all) {
    world.pass(one.minutes);
    if (one.kind === 'bystander') {
      if (world.get('bystander').mergedInto === null) world.merge('bystander', 'host');
    } else if (one.kind === 'act') {
      one.run(world, guestIsPart === null && one.homeIsGuest ? 'guest' : 'host');
    } else if (one.homeIsGuest && guestIsPart) {
      // Whoever wrote about the guest goes on writing about it.
      world.join('host', { ...one.part, homeId: 'guest' });
    } else world.join(one.homeIsGuest ? 'guest' : 'host', one.part);
  }
}

describe('taking a ticket out again', () => {
  test('leaves both as if they had never been merged, whatever happened before, meanwhile and in other merges', () => {
    fc.assert(
      fc.property(
        part,
        part,
        part,
        steps,
        steps,
        steps,
        (host, guest, bystander, first, meanwhile, after) => {
          const apart = begin(host, guest, bystander);
          run(apart, first, null);
          run(apart, meanwhile, false);
          const merged = begin(host, guest, bystander);
          run(merged, first, null);
          fc.pre(merged.get('guest').status !== 'resolved');
          merged.merge('guest', 'host');
          run(merged, meanwhile, true);
          merged.splitTicket('host', 'guest');
          expect(merged.stateOf('host')).toEqual(apart.stateOf('host'));
          expect(merged.stateOf('guest')).toEqual(apart.stateOf('guest'));
          // And so they go on, even through another merge and another split.
          const again = after.filter(({ homeIsGuest }) => !homeIsGuest);
          run(apart, again, false);
          merged.merge('guest', 'host');
          run(merged, again, true);
          merged.splitTicket('host', 'guest');
          expect(merged.stateOf('host')).toEqual(apart.stateOf('host'));
          expect(merged.stateOf('guest')).toEqual(apart.stateOf('guest'));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('taking reports out again', () => {
  test('leaves the ticket as if they had never come, and makes of them what they would have been', () => {
    fc.assert(
      fc.property(
        part,
        part,
        part,
        steps,
        fc.array(part, { minLength: 1, maxLength: 3 }),
        steps,
        (...given) => {
          const [host, guest, bystander, first, taken, meanwhile] = given;
          const without = begin(host, guest, bystander);
          run(without, first, null);
          const alone = createSplitWorld();
          const withThem = begin(host, guest, bystander);
          run(withThem, first, null);
          for (const [at, one] of taken.entries()) {
            withThem.join('host', one);
            if (at > 0) alone.join('new', one);
            else {
              const minutes = first.reduce((sum, each) => sum + each.minutes, 10);
              alone.pass(minutes);
              const { priority: graver, ...opened } = one;
              alone.open('new', opened);
              if (graver) fc.pre(graver === alone.get('new').priority || graver === 'low');
            }
          }
          run(without, meanwhile, false);
          run(withThem, meanwhile, false);
          const ids = taken.flatMap(({ reportId }) => reportId ?? []);
          expect(withThem.splitReports('host', ids, 'new')).toBe(true);
          expect(withThem.stateOf('host')).toEqual(without.stateOf('host'));
          expect(withThem.stateOf('new')).toEqual(alone.stateOf('new'));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('brings them back by merging, and takes the first one out as well as any other', () => {
    const world = createSplitWorld();
    world.open('host', { reportId: 'a', personId: 'ani', category: 'blaze', facts: { depthCm: 90 } });
    world.join('host', { reportId: 'b', personId: 'budi' });
    const before = world.stateOf('host');
    expect(world.splitReports('host', ['a', 'b'], 'all')).toBe(false);
    expect(world.splitReports('host', ['a'], 'own')).toBe(true);
    expect(world.get('host')).toMatchObject({ reportCount: 1, facts: {} });
    expect(world.get('own')).toMatchObject({ reportCount: 1, facts: { depthCm: 90 }, category: 'blaze' });
    world.merge('own', 'host');
    expect(world.get('host').reportCount).toBe(before.reportCount);
    world.splitTicket('host', 'own');
    expect(world.get('host')).toMatchObject({ reportCount: 1, facts: {} });
  });
});

describe('a burst', () => {
  test('of one person telling ten times raises nothing; of different people it does, once a step', () => {
    const world = createSplitWorld();
    world.open('road', { reportId: '0', personId: 'ani', category: 'broken-road' });
    for (let n = 1; n <= 10; n++) world.join('road', { reportId: `${n}`, personId: 'ani' });
    expect(world.get('road').priority).toBe('normal');
    world.join('road', { reportId: 'b', personId: 'budi' });
    expect(world.get('road').priority).toBe('high');
    for (const person of ['citra', 'dedi', 'eka']) world.join('road', { reportId: person, personId: person });
    // Never critical: it is no emergency, however many tell of it.
    expect(world.get('road').priority).toBe('high');
  });
});
