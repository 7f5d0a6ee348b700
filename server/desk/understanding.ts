import type { CityPack, RoutingPolicy } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import type { Reporter } from '../../shared/report/report.ts';
import type {
  DepartmentSuggestion,
  NoiseView,
  UnderstandingAnswer,
} from '../../shared/wire/understanding.ts';
import type { Database } from '../database/connect.ts';
import { createJudgeReport, type JudgedReport } from '../pranks/judge-report.ts';
import { findTicket } from '../tickets/detail.ts';
import { createAnswer } from '../understand/answer.ts';
import { createExplain } from '../understand/explain.ts';
import { countFeatures } from '../understand/model/features.ts';
import { createUnderstandWords } from '../understand/understand-words.ts';
import { createReadWords } from '../understand/words/read-words.ts';

const TOLD_AT_MOST = 3;
const WORDS_TOLD = 3;
const REPORTS_READ = 20;
/** Each asks about its sender; a ticket that so many people tell of is none of their pranks. */
const JUDGED_AT_MOST = 3;
const NO_NOISE: NoiseView = { score: 0, signs: [], call: null, earlier: 0 };

/** What the models in force make of what was said on a ticket: whose, how urgent, whether it is a report at all. */
export function createReadUnderstanding(db: Database, pack: CityPack) {
  const words = perVersion(pack, understandBy);
  const { byAll } = createJudgeReport(db, pack);

  return async (ticketId: string): Promise<UnderstandingAnswer> => {
    const [routing, reports] = await Promise.all([
      readRouting(db, pack, ticketId),
      readReportsOf(db, ticketId),
    ]);
    const text = reports.map((report) => report.text).join('\n');
    const judged = await Promise.all(reports.slice(0, JUDGED_AT_MOST).map(byAll));
    // Of several reports the most believable counts.
    const noise = judged.toSorted((a, b) => a.score - b.score)[0] ?? NO_NOISE;
    const understood = words()(text, reports[0]?.channel ?? null);
    if (routing === 'off') return { ...understood, departments: [], surely: false, routing, noise };
    return { ...understood, routing, noise };
  };
}

function understandBy(
  pack: CityPack,
): (text: string, channel: string | null) => Omit<UnderstandingAnswer, 'noise' | 'routing'> {
  const understand = createUnderstandWords(pack);
  const suggest = createSuggest(pack);
  const sureAt = pack.learnt?.sureAt ?? Number.POSITIVE_INFINITY;
  return (text, channel) => {
    const { category, urgency, emergency } = understand(text, channel);
    const departments = text.trim() === '' ? [] : suggest(text, channel);
    return {
      departments,
      category: category.code,
      surely: (departments[0]?.probability ?? 0) >= sureAt,
      urgency: urgency.map(({ rule: { code, name, priority }, said }) => ({ code, name, priority, said })),
      emergency,
    };
  };
}

/** The likeliest departments that can take tickets, each with its likeliest category and the words that spoke for it. */
function createSuggest(pack: CityPack): (text: string, channel: string | null) => DepartmentSuggestion[] {
  const answer = createAnswer(pack);
  const explain = createExplain(pack);
  const readWords = createReadWords(pack.spelling);
  const open = new Set(pack.departments.filter(({ active = true }) => active).map(({ code }) => code));
  return (text, channel) => {
    const words = readWords(text);
    const counted = countFeatures(words, channel);
    const { departments, categories } = answer(text, counted);
    const suggested: DepartmentSuggestion[] = [];
    for (const { label, probability } of departments) {
      const own = categories.find(({ category }) => category.departmentCode === label);
      if (!open.has(label) || !own) continue;
      const because = explain(text, words, counted, own.category).map(withoutWeight);
      suggested.push({
        ...{ departmentCode: label, category: own.label, probability },
        words: because.filter((word) => !isPartOfAnother(word, because)).slice(0, WORDS_TOLD),
      });
      if (suggested.length === TOLD_AT_MOST) break;
    }
    return suggested;
  };
}

/** Who reads `pju mati` need not be told `pju`. */
function isPartOfAnother(word: string, words: readonly string[]): boolean {
  return words.some((other) => other !== word && ` ${other} `.includes(` ${word} `));
}

/** `pju mati +3.2` → `pju mati` */
function withoutWeight(ground: string): string {
  return ground.replace(/ \+[\d.]+$/, '');
}

/** The policy of the ticket's category. Throws not-found. */
async function readRouting(db: Database, pack: CityPack, ticketId: string): Promise<RoutingPolicy> {
  const { category } = await findTicket(db, ticketId);
  return pack.categories.find(({ code }) => code === category)?.routing ?? 'suggest';
}

async function readReportsOf(db: Database, ticketId: string): Promise<JudgedReport[]> {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'channel', 'external_id', 'text', 'occurred_at', 'reporter'])
    .where('ticket_id', '=', ticketId)
    .where('channel', '<>', 'sensor')
    .orderBy('received_at')
    .limit(REPORTS_READ)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, channel: row.channel, externalId: row.external_id, text: row.text },
    ...{ occurredAt: row.occurred_at, reporter: row.reporter as Reporter | null, ticketId },
  }));
}
