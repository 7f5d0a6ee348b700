import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import type { Random } from './random.ts';

/** Writes what a citizen would write about a category at a place. */
export type Writer = {
  about(categoryCode: string, placeName: string): string;
  /** Greetings and tests that carry nothing. */
  nothing(): string;
  insult(): string;
};

const OPENINGS = ['', '', '', '', 'Mohon bantuannya, ', 'Assalamualaikum, ', 'Lapor, ', 'Halo min, '];
const CLOSINGS = [
  '',
  '',
  '',
  '',
  '. Mohon segera ditindaklanjuti.',
  '. Terima kasih 🙏',
  ', tolong ya min',
  ', sudah seminggu',
];
const URGENT_CLOSINGS = ['', '', '', '!!', ', tolong cepat', ', cepat pak 🙏'];
const INSULTS = [
  'hahaha kena prank',
  'dasar bego, kerja gak becus',
  'woy bangun woy',
  'males banget sama pemerintah, goblok semua',
  'aku suka kamu kak operator, boleh kenalan?',
  'wkwkwkwk 🤣🤣',
];

/** A writer who uses the pack's examples, and the category's own words where there are none. */
export function createWriter(pack: CityPack, random: Random): Writer {
  const examples = Map.groupBy(pack.examples ?? [], ({ category }) => category);
  const strongest = new Map(pack.categories.map((category) => [category.code, strongestWords(category)]));
  const urgent = new Set(pack.categories.filter(isUrgent).map(({ code }) => code));
  const bare = (code: string): string => {
    const texts = examples.get(code);
    if (texts !== undefined) return random.pick(texts).text;
    const words = strongest.get(code);
    return words === undefined || words.length === 0 ? '{place}' : `${random.pick(words)} di {place}`;
  };
  return {
    about: (code, placeName) => {
      const text = bare(code);
      const placed = text.includes('{place}')
        ? text.replaceAll('{place}', placeName)
        : `${text} (${placeName})`;
      if (urgent.has(code)) return `${placed}${random.pick(URGENT_CLOSINGS)}`;
      const opening = placed.startsWith('min ') ? '' : random.pick(OPENINGS);
      return `${opening}${placed}${random.pick(CLOSINGS)}`;
    },
    nothing: () => random.pick(pack.emptyTexts.length > 0 ? pack.emptyTexts : ['tes']),
    insult: () => random.pick(INSULTS),
  };
}

/** How often a category is reported, by how many examples the pack has of it; emergencies are rare. */
export function commonness(pack: CityPack): (category: Category) => number {
  const counts = new Map<string, number>();
  for (const { category } of pack.examples ?? []) counts.set(category, (counts.get(category) ?? 0) + 1);
  const rarity = { critical: 0.15, high: 0.5, normal: 1, low: 0.7 };
  return (category) => {
    if (Object.keys(category.words).length === 0) return 0;
    return Math.min(counts.get(category.code) ?? 1, 8) * rarity[category.priority];
  };
}

/** Somebody ought to be on the way at once. */
export function isUrgent({ priority }: Pick<Category, 'priority'>): boolean {
  return priority === 'critical' || priority === 'high';
}

function strongestWords({ words }: Category): string[] {
  const heaviest = Math.max(...Object.values(words));
  return Object.keys(words).filter((phrase) => words[phrase] === heaviest);
}
