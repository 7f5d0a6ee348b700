import { type Box, type Doc, INK, line } from './page.ts';

const LABELS = 12;
const NUMBERS = 9;

/** Columns of two periods side by side, the number over each, every second one named where there are many. */
export function drawColumns(
  document: Doc,
  rows: readonly (readonly [label: string, current: number, before: number])[],
  { x, y, width, height }: Box,
): void {
  const most = Math.max(1, ...rows.flatMap(([, current, before]) => [current, before]));
  const step = width / Math.max(1, rows.length);
  const floor = y + height - LABELS;
  const tallest = height - LABELS - NUMBERS;
  const every = rows.length > 8 ? 3 : 1;
  for (const [index, [label, current, before]] of rows.entries()) {
    const left = x + index * step;
    const tall = (count: number) => (tallest * count) / most;
    const thin = step * 0.4;
    document.rect(left + step * 0.08, floor - tall(before), thin, tall(before)).fill(INK.pale);
    document.rect(left + step * 0.08 + thin, floor - tall(current), thin, tall(current)).fill(INK.bar);
    if (current > 0)
      line(document, String(current), {
        ...{ x: left, y: floor - tall(current) - NUMBERS, width: step * 1.3, size: 6, align: 'center' },
      });
    if (index % every === 0)
      line(document, label, { x: left, y: floor + 3, width: step * every - 1, size: 6, soft: true });
  }
  document
    .moveTo(x, floor)
    .lineTo(x + width, floor)
    .lineWidth(0.5)
    .strokeColor(INK.soft)
    .stroke();
}
