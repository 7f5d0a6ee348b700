import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { SettingEffects } from '../../../shared/wire/settings.ts';
import type { Database } from '../../database/connect.ts';
import { createClassifier } from '../../pipeline/steps/classify.ts';

const LATEST_REPORTS = 1000;
const MOVES_SHOWN = 5;

/**
 * Reads the latest reports of citizens again by the words of both packs: how many would be of another category, and which
 * moves are the most frequent. The texts stay here.
 */
export async function reclassify(
  db: Database,
  before: CityPack,
  after: CityPack,
): Promise<SettingEffects['reclassified']> {
  const rows = await db
    .selectFrom('report')
    .select('text')
    .where('channel', '<>', 'sensor')
    .where('text', '<>', '')
    .orderBy('received_at', 'desc')
    .limit(LATEST_REPORTS)
    .execute();
  const classifyNow = createClassifier(before);
  const classifyThen = createClassifier(after);
  const moves = new Map<string, { from: string; to: string; count: number }>();
  for (const { text } of rows) {
    const from = classifyNow(text).category.code;
    const to = classifyThen(text).category.code;
    if (from === to) continue;
    const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 };
    move.count += 1;
    moves.set(`${from} ${to}`, move);
  }
  const sorted = [...moves.values()].toSorted((a, b) => b.count - a.count);
  return {
    reports: rows.length,
    changed: sorted.reduce((sum, { count }) => sum + count, 0),
    moves: sorted.slice(0, MOVES_SHOWN),
  };
}
