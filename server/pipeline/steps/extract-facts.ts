import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { Facts } from '../../../shared/ticket/ticket.ts';
import { normaliseText } from '../../understand/words/normalise-text.ts';
import { createPhraseFinder } from '../../understand/words/phrase-finder.ts';

export type ExtractFacts = (text: string, categoryCode: string) => Facts;

/** Deeper than this is a distance, a price or a typing mistake. */
const MAX_DEPTH_CM = 500;
/** A number right before a unit of length, as people type it: `40cm`, `1,5 meter`, `30 senti`. */
const MEASURE =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*(cm|centi|senti|sentimeter|centimeter|m|mtr|meter)(?![\p{L}\d])/giu;
/** A text longer than this is read by its beginning. */
const MAX_LENGTH = 4000;

/**
 * Understands how deep the water is: figures with a unit of length, and the pack's words for depth (`selutut`),
 * for the categories the pack names. Of several depths the greatest counts. 1 to 500 cm, whole numbers.
 */
export function createFactExtractor(pack: CityPack): ExtractFacts {
  const words = Object.entries(pack.depth?.words ?? {});
  const finder = createPhraseFinder(
    words.map(([phrase, depthCm]) => [normaliseText(phrase), depthCm] as const),
  );
  const categories = new Set(pack.depth?.categories);

  return (text, categoryCode) => {
    if (!categories.has(categoryCode)) return {};
    const said = finder.find(normaliseText(text)).flatMap(({ values }) => values);
    const depths = [...said, ...measuredDepths(text.slice(0, MAX_LENGTH))];
    return depths.length === 0 ? {} : { depthCm: Math.max(...depths) };
  };
}

function measuredDepths(text: string): number[] {
  const depths: number[] = [];
  for (const [, figure = '', unit = ''] of text.matchAll(MEASURE)) {
    const value = Number(figure.replace(',', '.'));
    const depthCm = Math.round(unit.toLowerCase().startsWith('m') ? value * 100 : value);
    if (depthCm >= 1 && depthCm <= MAX_DEPTH_CM) depths.push(depthCm);
  }
  return depths;
}
