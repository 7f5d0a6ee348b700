import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kecamatanBorders } from '../../../client/map/borders.ts';
import { boxAround, overlaps, placeLabels } from '../../../client/map/place-labels.ts';

const place = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });
const box = place.map(({ x, y }) => boxAround(x, y, 40, 40));
const label = fc.record({
  text: fc.string(),
  kind: fc.constantFrom('kecamatan' as const, 'kelurahan' as const),
  width: fc.integer({ min: 20, max: 160 }),
  height: fc.integer({ min: 10, max: 30 }),
  places: fc.array(place, { maxLength: 6 }),
});

describe('names on the map', () => {
  it('never lie on a mark, nor on each other', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 15 }), fc.array(box, { maxLength: 30 }), (labels, marks) => {
        const named = labels.map((one, index) => ({ ...one, text: String(index) }));
        const boxes = placeLabels(named, marks).map(({ text, x, y }) => {
          const { width, height } = named[Number(text)] ?? { width: 0, height: 0 };
          return boxAround(x, y, width, height);
        });
        for (const [index, one] of boxes.entries()) {
          expect(marks.some((mark) => overlaps(one, mark))).toBe(false);
          expect(boxes.slice(index + 1).some((other) => overlaps(one, other))).toBe(false);
        }
      }),
    );
  });

  it('take the best place that is free', () => {
    const places = [
      { x: 100, y: 100 },
      { x: 300, y: 100 },
    ];
    const labels = [{ text: 'Hulu', kind: 'kecamatan' as const, width: 60, height: 20, places }];
    expect(placeLabels(labels, [])).toEqual([{ text: 'Hulu', kind: 'kecamatan', x: 100, y: 100 }]);
    expect(placeLabels(labels, [boxAround(110, 100, 30, 30)])).toEqual([
      { text: 'Hulu', kind: 'kecamatan', x: 300, y: 100 },
    ]);
  });
});

describe('borders on the map', () => {
  it('run where two kecamatan meet, not between kelurahan of one', () => {
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
    const cells = [
      { code: '1', name: 'a', kecamatan: 'Hulu', approximate: true, rings: square(0) },
      { code: '2', name: 'b', kecamatan: 'Hulu', approximate: true, rings: square(1) },
      { code: '3', name: 'c', kecamatan: 'Hilir', approximate: true, rings: square(2) },
    ];
    expect(kecamatanBorders(cells)).toEqual([
      [
        [0, 2],
        [1, 2],
      ],
    ]);
  });
});
