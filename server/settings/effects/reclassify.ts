import { setImmediate } from 'node:timers/promises';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { SettingEffects } from '../../../shared/wire/settings.ts';
import type { Database } from '../../database/connect.ts';
import { createUnderstandWords } from '../../understand/understand-words.ts';

const LATEST_REPORTS = 1000;
const MOVES_SHOWN = 5;
const AT_ONCE = 25;

/**
 * Reads the latest reports of citizens again as both packs understand them: how many would be of another category, and which
 * moves are the most frequent. The texts stay here.
 */
export async function reclassify(
  db: Database,
  before: CityPack,
  after: CityPack,
): Promise<SettingEffects['reclassified']> {
  const rows = await db
    .selectFrom('report')
    .select(['text', 'channel'])
    .where('channel', '<>', 'sensor')
    .where('text', '<>', '')
    .orderBy('received_at', 'desc')
    .limit(LATEST_REPORTS)
    .execute();
  const now = createUnderstandWords(before);
  const then = createUnderstandWords(after);
  const moves = new Map<string, { from: string; to: string; count: number }>();
  for (const [at, { text, channel }] of rows.entries()) {
    // A thousand texts at once would keep everybody else waiting for a second.
    if (at % AT_ONCE === 0) await setImmediate();
    const from = now(text, channel).category.code;
    const to = then(text, channel).category.code;
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
