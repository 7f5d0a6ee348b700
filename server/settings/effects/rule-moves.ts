import { setImmediate } from 'node:timers/promises';
import type { ChangeKind, CityChange } from '../../../shared/city/change.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import { NO_URGENCY } from '../../../shared/city/rules-in-force.ts';
import type { RuleMoves } from '../../../shared/wire/settings.ts';
import type { Database } from '../../database/connect.ts';
import { isNoise } from '../../understand/noise/is-noise.ts';
import { createFindSigns, createJudgeNoise } from '../../understand/noise/judge-noise.ts';
import { examplesOfPack } from '../../understand/train-models.ts';
import { createUnderstandWords } from '../../understand/understand-words.ts';
import { createJudgeUrgency } from '../../understand/urgency/judge-urgency.ts';
import { createReadWords, type Word } from '../../understand/words/read-words.ts';

const LATEST_REPORTS = 500;
const EXAMPLES_SHOWN = 5;
const AT_ONCE = 50;

/** A text as it is compared; `spoken`: it came with a place, a picture or a call, and is never set aside. */
type Compared = { text: string; channel: string | null; spoken: boolean };
type Moved = { gained: string[]; lost: string[] };
type BothMoved = { critical: Moved; setAside: Moved };
/** The city as it would be without a change, and with it. */
export type Versions = { before: CityPack; after: CityPack };

/**
 * What a change of the rules does, by everything that understands a report: which of the latest 500 reports (as numbers,
 * their texts stay here) and of the city's own texts would become critical or no longer be it, be set aside or no
 * longer.
 */
export async function measureRules(
  db: Database,
  versions: Versions,
): Promise<{ critical: RuleMoves[]; setAside: RuleMoves[] }> {
  const reports = await readReports(db);
  const { emergencies, ordinary, pranks, real } = textsOf(versions.after);
  const compare = createCompare(versions);
  const ofReports = await compare(reports);
  const asGroup = async (of: RuleMoves['of'], kind: keyof BothMoved, texts: readonly string[]) =>
    toMoves(of, texts.length, (await compare(texts.map(bare)))[kind], true);
  return {
    critical: [
      toMoves('reports', reports.length, ofReports.critical, false),
      await asGroup('emergencies', 'critical', emergencies),
      await asGroup('ordinary', 'critical', ordinary),
    ],
    setAside: [
      toMoves('reports', reports.length, ofReports.setAside, false),
      await asGroup('real', 'setAside', real),
      await asGroup('pranks', 'setAside', pranks),
    ],
  };
}

/** The parts by which emergencies and pranks are told. */
export function isOfRules(kind: ChangeKind): boolean {
  return kind === 'urgency' || kind === 'hedges' || kind === 'noise';
}

/**
 * The city's own emergencies that a change of the rules leaves without a critical rule, or has set aside, at any of these moments.
 * That the model still knows them says nothing: it has learnt these very texts, and citizens write others. A change of
 * anything else misses none.
 */
export async function findMissed({
  change,
  moments,
}: {
  change: Pick<CityChange, 'kind'>;
  moments: () => Versions[];
}): Promise<string[]> {
  const missed = new Set<string>();
  if (!isOfRules(change.kind)) return [];
  for (const { before, after } of moments()) {
    const readWords = createReadWords(after.spelling);
    const [named, stillNamed] = [createNamed(before), createNamed(after)];
    const { emergencies } = textsOf(after);
    for (const text of emergencies) {
      const words = readWords(text);
      if (named(words) && !stillNamed(words)) missed.add(text);
    }
    const { setAside } = await createCompare({ before, after })(emergencies.map(bare));
    for (const text of setAside.gained) missed.add(text);
  }
  return [...missed];
}

function createNamed({ urgency = NO_URGENCY }: CityPack): (words: readonly Word[]) => boolean {
  const judge = createJudgeUrgency(urgency);
  return (words) => judge(words).priority === 'critical';
}

function textsOf(pack: CityPack) {
  const examples = examplesOfPack(pack);
  const { texts: pranks = [], followUps = [], rudeButReal = [] } = pack.noise ?? {};
  const told = (urgent: boolean) => examples.filter((one) => one.urgent === urgent).map(({ text }) => text);
  return {
    emergencies: told(true),
    ordinary: [...told(false), ...followUps],
    pranks,
    real: [...examples.map(({ text }) => text), ...followUps, ...rudeButReal],
  };
}

function bare(text: string): Compared {
  return { text, channel: null, spoken: false };
}

async function readReports(db: Database): Promise<Compared[]> {
  const rows = await db
    .selectFrom('report')
    .select(['text', 'channel', 'location', 'media', 'in_reply_to'])
    .where('channel', '<>', 'sensor')
    .where('text', '<>', '')
    .orderBy('received_at', 'desc')
    .limit(LATEST_REPORTS)
    .execute();
  return rows.map(({ text, channel, location, media, in_reply_to }) => ({
    ...{ text, channel },
    spoken: channel === '112' || location !== null || media !== null || in_reply_to !== null,
  }));
}

/**
 * Compares texts. Only those that the rules see differently are understood as a whole, twice: nothing else can have
 * moved, and a few thousand texts would take seconds.
 */
function createCompare({ before, after }: Versions): (texts: readonly Compared[]) => Promise<BothMoved> {
  const readWords = createReadWords(after.spelling);
  const [marksNow, marksThen] = [createMarks(before), createMarks(after)];
  const [now, then] = [createVerdict(before), createVerdict(after)];
  return async (texts) => {
    const moved: BothMoved = { critical: { gained: [], lost: [] }, setAside: { gained: [], lost: [] } };
    for (const [at, one] of texts.entries()) {
      // A few thousand texts at once would keep everybody else waiting.
      if (at % AT_ONCE === 0) await setImmediate();
      const words = readWords(one.text);
      if (marksNow(words) === marksThen(words)) continue;
      const [was, will] = [now(one, words), then(one, words)];
      for (const kind of ['critical', 'setAside'] as const)
        if (was[kind] !== will[kind]) moved[kind][will[kind] ? 'gained' : 'lost'].push(one.text);
    }
    return moved;
  };
}

/** What the rules say of words, as one text to compare. */
function createMarks(pack: CityPack): (words: readonly Word[]) => string {
  const judge = createJudgeUrgency(pack.urgency ?? NO_URGENCY);
  const findSigns = createFindSigns(pack);
  return (words) => {
    const { signs, logit } = findSigns(words);
    return [judge(words).priority, logit, ...signs].join();
  };
}

/** Prepared with the first text that needs it. */
function createVerdict(pack: CityPack) {
  const prepare = () => [createUnderstandWords(pack), createJudgeNoise(pack)] as const;
  let prepared: ReturnType<typeof prepare> | null = null;
  return ({ text, channel, spoken }: Compared, words: readonly Word[]) => {
    prepared ??= prepare();
    const [understand, judgeNoise] = prepared;
    const understood = understand(text, channel);
    return {
      critical: understood.priority === 'critical',
      setAside: !spoken && isNoise(judgeNoise(words), understood, understand),
    };
  };
}

function toMoves(of: RuleMoves['of'], read: number, { gained, lost }: Moved, shown: boolean): RuleMoves {
  const some = (texts: readonly string[]) => (shown ? texts.slice(0, EXAMPLES_SHOWN) : []);
  return {
    ...{ of, read, gained: gained.length, lost: lost.length },
    examples: { gained: some(gained), lost: some(lost) },
  };
}
