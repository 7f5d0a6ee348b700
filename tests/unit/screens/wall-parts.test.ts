import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOutline } from '../../../client/map/area-outline.ts';
import { type Chip, placeChips } from '../../../client/map/place-chips.ts';
import { boxAround, overlaps } from '../../../client/map/place-labels.ts';
import { channelBars } from '../../../client/wall/channel-bars.ts';
import { departmentStandings } from '../../../client/wall/department-standing.ts';
import { firstBy } from '../../../client/wall/first-by.ts';
import { affectedKecamatan, floodTickets } from '../../../client/wall/flood.ts';
import { warnedAreas, warningsInForce } from '../../../client/wall/warnings.ts';
import type { Warning } from '../../../shared/wire/room.ts';
import { buildLiveTicket } from '../../support/live-tickets.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 12, minutes)).toISOString();
const place = (kecamatan: string) => ({ lat: 0, lng: 0, accuracyM: null, kelurahan: null, kecamatan });

describe('bars per channel', () => {
  it('stand in the order of the product and are measured by the longest, usual or not', () => {
    const bars = channelBars([
      { channel: 'laksa', lastHour: 10, usual: 40 },
      { channel: '112', lastHour: 20, usual: 20 },
    ]);
    expect(bars.map(({ channel, share, usualShare }) => [channel, share, usualShare])).toEqual([
      ['112', 0.5, 0.5],
      ['laksa', 0.25, 1],
    ]);
  });

  it('tell what is above or below the usual from what is chance', () => {
    const trend = (lastHour: number, usual: number | null) =>
      channelBars([{ channel: '112', lastHour, usual }])[0]?.trend;
    expect(trend(34, 18)).toBe('above');
    expect(trend(25, 18)).toBe('usual');
    expect(trend(3, 18)).toBe('below');
    expect(trend(0, 2)).toBe('usual');
    expect(trend(1, 0)).toBe('usual');
    expect(trend(9, null)).toBe('unknown');
  });

  it('leave out channels in which nothing happens', () => {
    expect(channelBars([{ channel: 'x', lastHour: 0, usual: null }])).toEqual([]);
    expect(channelBars([{ channel: 'x', lastHour: 0, usual: 4 }])).toHaveLength(1);
  });
});

it('the first of many are the first of them sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat({ max: 12 }), (numbers, count) => {
      const compare = (a: number, b: number) => a - b;
      expect(firstBy(numbers, compare, count)).toEqual(numbers.toSorted(compare).slice(0, count));
    }),
  );
});

describe('words on the map', () => {
  const box = fc
    .record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 600 }) })
    .map(({ x, y }) => boxAround(x, y, 50, 50));
  const chip = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 600 }),
    reach: fc.integer({ min: 0, max: 30 }),
    width: fc.integer({ min: 30, max: 300 }),
    height: fc.integer({ min: 10, max: 150 }),
    must: fc.boolean(),
  });
  const frame = { left: 0, top: 0, right: 900, bottom: 600 };

  it('cover no mark and each other never, but for those that must be seen', () => {
    fc.assert(
      fc.property(fc.array(chip, { maxLength: 8 }), fc.array(box, { maxLength: 25 }), (chips, marks) => {
        const boxes = placeChips(chips, marks, frame, 12);
        for (const [index, one] of boxes.entries()) {
          if (chips[index]?.must) expect(one).not.toBeNull();
          if (one === null || chips[index]?.must) continue;
          expect(marks.some((mark) => overlaps(one, mark))).toBe(false);
          expect(boxes.slice(0, index).some((other) => other !== null && overlaps(one, other))).toBe(false);
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.bottom).toBeLessThanOrEqual(600);
        }
      }),
    );
  });

  it('take the free side: a card does not lie on the cluster beside it', () => {
    const card: Chip = { x: 400, y: 300, reach: 20, width: 240, height: 120, must: true };
    const cluster = boxAround(470, 300, 60, 60);
    const [right] = placeChips([card], [], frame, 12);
    const [free] = placeChips([card], [cluster], frame, 12);
    expect(right?.left).toBe(432);
    expect(free?.right).toBe(368);
  });
});

it('the line around several cells leaves out the edges between them', () => {
  const square = (left: number): [number, number][][][] => [
    [
      [
        [left, 0],
        [left + 1, 0],
        [left + 1, 1],
        [left, 1],
        [left, 0],
      ],
    ],
  ];
  const cells = [0, 1].map((left) => ({
    code: String(left),
    name: 'a',
    kecamatan: 'Hulu',
    approximate: true,
    rings: square(left),
  }));
  const edges = areaOutline(cells).reduce((sum, line) => sum + line.length - 1, 0);
  expect(edges).toBe(6);
});

describe('warnings', () => {
  const warning = (fields: Partial<Warning>): Warning => ({
    id: 'w',
    severity: 'Moderate',
    event: 'Hujan lebat',
    text: '',
    kecamatan: ['Hulu'],
    source: 'BMKG',
    from: at(0),
    until: at(60),
    ...fields,
  });

  it('stand from when they begin until they end, the worst first', () => {
    const warnings = [
      warning({ id: 'mild' }),
      warning({ id: 'bad', severity: 'Extreme' }),
      warning({ id: 'over', until: at(10) }),
      warning({ id: 'later', from: at(40) }),
    ];
    const now = Date.parse(at(10));
    expect(warningsInForce(warnings, now).map(({ id }) => id)).toEqual(['bad', 'mild']);
  });

  it('shade each kecamatan as badly as the worst of them says', () => {
    const areas = warnedAreas([
      warning({ severity: 'Severe' }),
      warning({ severity: 'Minor', kecamatan: ['Hulu', 'Hilir'] }),
    ]);
    expect(Object.fromEntries(areas)).toEqual({ Hulu: 'high', Hilir: 'low' });
  });
});

it('a flood is told by depth, and by where it is', () => {
  const tickets = [
    buildLiveTicket({ id: 'knee', facts: { depthCm: 45 }, location: place('Hulu') }),
    buildLiveTicket({ id: 'post', category: 'river-high', location: place('Hulu') }),
    buildLiveTicket({ id: 'waist', facts: { depthCm: 90 }, location: place('Hilir') }),
    buildLiveTicket({ id: 'road', location: place('Hilir') }),
  ];
  const flooded = floodTickets(tickets, ['river-high']);
  expect(flooded.map(({ id }) => id)).toEqual(['waist', 'knee', 'post']);
  expect(affectedKecamatan(flooded)).toEqual([
    { kecamatan: 'Hulu', count: 2, deepestCm: 45 },
    { kecamatan: 'Hilir', count: 1, deepestCm: 90 },
  ]);
});

it('departments stand by what is over, what they have not taken and what falls due next', () => {
  const tickets = [
    buildLiveTicket({ id: '1', departmentCode: 'JALAN', acknowledgeBy: at(-5) }),
    buildLiveTicket({ id: '2', departmentCode: 'JALAN', acknowledgedAt: at(-9), resolveBy: at(30) }),
    buildLiveTicket({ id: '3', departmentCode: 'SIAGA', priority: 'critical', acknowledgeBy: at(3) }),
  ];
  expect(departmentStandings(tickets, Date.parse(at(0)))).toEqual([
    { code: 'JALAN', open: 2, critical: 0, untaken: 1, over: 1, nextAt: Date.parse(at(30)) },
    { code: 'SIAGA', open: 1, critical: 1, untaken: 1, over: 0, nextAt: Date.parse(at(3)) },
  ]);
});
