import type { CityPack } from '../../shared/city/city-pack.ts';
import type { DepartmentSuggestion } from '../../shared/wire/entry.ts';
import type { Database } from '../database/connect.ts';
import { normaliseText } from '../pipeline/steps/normalise-text.ts';
import { createPhraseFinder } from '../pipeline/steps/phrase-finder.ts';

const TOLD_AT_MOST = 4;
const WORDS_AT_MOST = 5;
const REPORTS_READ = 20;

/** Who might take what the texts tell of: each department by its best category's words, the likeliest first. */
export function createSuggestDepartments(pack: CityPack) {
  const finder = createPhraseFinder(
    pack.categories.flatMap((category) =>
      Object.entries(category.words).map(
        ([phrase, weight]) => [normaliseText(phrase), { category, weight }] as const,
      ),
    ),
  );

  return (text: string): DepartmentSuggestion[] => {
    const sums = new Map<string, { departmentCode: string; score: number; words: string[] }>();
    for (const { phrase, values } of finder.find(normaliseText(text))) {
      for (const { category, weight } of values) {
        const { code, departmentCode } = category;
        const sum = sums.get(code) ?? { departmentCode, score: 0, words: [] };
        sum.score += weight;
        if (weight > 0) sum.words.push(phrase);
        sums.set(code, sum);
      }
    }
    const scored = [...sums].filter(([, { score }]) => score > 0).sort(([, a], [, b]) => b.score - a.score);
    const all = scored.reduce((sum, [, { score }]) => sum + score, 0);
    const best = new Map<string, DepartmentSuggestion>();
    for (const [category, { departmentCode, score, words }] of scored) {
      const known = best.get(departmentCode);
      if (known) known.share += score / all;
      else
        best.set(departmentCode, {
          ...{ departmentCode, category, share: score / all },
          words: words.slice(0, WORDS_AT_MOST),
        });
    }
    return [...best.values()].sort((a, b) => b.share - a.share).slice(0, TOLD_AT_MOST);
  };
}

/** What a ticket's reporters said, as one text. */
export async function readWordsOf(db: Database, ticketId: string): Promise<string> {
  const rows = await db
    .selectFrom('report')
    .select('text')
    .where('ticket_id', '=', ticketId)
    .where('channel', '<>', 'sensor')
    .orderBy('received_at')
    .limit(REPORTS_READ)
    .execute();
  return rows.map(({ text }) => text).join('\n');
}
