/** A rectangle on the screen in pixels. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** What a name is of. */
export type LabelKind = 'kecamatan' | 'kelurahan';

/** A name, how large it is, and the points (pixels) its middle may be put, best first. */
export type Label = {
  text: string;
  kind: LabelKind;
  width: number;
  height: number;
  places: { x: number; y: number }[];
};

export type PlacedLabel = { text: string; kind: LabelKind; x: number; y: number };

/**
 * Puts each label at the first of its places where it covers neither an obstacle nor a label put before it.
 * A label without such a place is left out: a name half under a number helps nobody.
 */
export function placeLabels(labels: readonly Label[], obstacles: readonly Box[]): PlacedLabel[] {
  const taken = [...obstacles];
  const placed: PlacedLabel[] = [];
  for (const { text, kind, width, height, places } of labels) {
    for (const { x, y } of places) {
      const box = boxAround(x, y, width, height);
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      placed.push({ text, kind, x, y });
      break;
    }
  }
  return placed;
}

/** The rectangle of a thing of that size around a point. */
export function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** Do two rectangles share a point inside both? */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
