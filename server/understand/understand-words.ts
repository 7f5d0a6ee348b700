import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import { oncePerPack } from '../../shared/city/live-pack.ts';
import type { Priority } from '../../shared/ticket/ticket.ts';
import { type Answer, createAnswer } from './answer.ts';
import { createClassifier } from './classify.ts';
import { createExplain } from './explain.ts';
import { type Counted, countFeatures } from './model/features.ts';
import type { Likely } from './model/model.ts';
import { createListPrior } from './prior.ts';
import { createSenseEmergency } from './urgency/emergency.ts';
import { createJudgeUrgency, type FiredRule, type Urgency } from './urgency/judge-urgency.ts';
import { createReadWords, type Word } from './words/read-words.ts';

/** What the words of a report say. */
export type WordsUnderstood = {
  category: Category;
  /** False when nothing points anywhere, and the category is the pack's fallback. */
  known: boolean;
  priority: Priority;
  /** The words that decided, strongest first, e.g. `banjir +2.1`. */
  because: string[];
  /** Every department with how likely it is, likeliest first; empty where the pack has nothing to judge by. */
  departments: Likely[];
  /** The rules of urgency that fired, the gravest first. */
  urgency: FiredRule[];
  /** How likely this is an emergency, 0 to 1; null where nothing was learnt of it. */
  emergency: number | null;
};
export type UnderstandWords = (text: string, channel: string | null) => WordsUnderstood;

/** Below this the likeliest category is no more than a guess. */
const KNOWN_AT = 0.3;
/** With fewer words a model reads more into them than they say: `makin parah` may be about anything. */
const ENOUGH_WORDS = 5;
const AGREED_AT = 0.5;
/** Where a rule fired, so much of the limit is enough: what was learnt overrules it only when it is very sure. */
const NAMED_SHARE = 1 / 3;
/** Where a rule named what it is, a guess is worth more than none. */
const NAMED_AT = 0.1;
/** What is pressing anyway (a flood, a fallen tree) or surely a complaint, and has no sign of a life in danger, needs more. */
const PLAIN_AT = 0.5;
/** So much of all the likelihood is on complaints, and the words agree on one, or there are some of them. */
const CALM_AT = 0.7;
const CALM_AGREED_AT = 0.4;
const CALM_WORDS = 4;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Prepares understanding by a pack: by what was learnt where there is a model, by the categories' word lists where there
 * is none. Pure: the same words are always understood the same by one pack.
 */
export const createUnderstandWords = oncePerPack(prepare);

function prepare(pack: CityPack): UnderstandWords {
  const readWords = createReadWords(pack.spelling);
  const judge = pack.urgency ? createJudgeUrgency(pack.urgency) : () => NOT_URGENT;
  const understandWords = pack.learnt ? byModel(pack, pack.learnt.emergencyAt) : byLists(pack);
  return (text, channel) => {
    const words = readWords(text);
    return understandWords({ text, counted: countFeatures(words, channel), words, urgency: judge(words) });
  };
}

const NOT_URGENT: Urgency = { priority: 'normal', fired: [] };

type Read = { text: string; counted: Counted; words: readonly Word[]; urgency: Urgency };
type Understand = (read: Read) => WordsUnderstood;

function byLists(pack: CityPack): Understand {
  const classify = createClassifier(pack);
  return ({ text, urgency }) => {
    const { category, known, because } = classify(text);
    const critical = urgency.priority === 'critical';
    return {
      category,
      known,
      because,
      priority: critical ? 'critical' : category.priority,
      departments: [],
      urgency: urgency.fired,
      emergency: null,
    };
  };
}

function byModel(pack: CityPack, emergencyAt: number): Understand {
  const answer = createAnswer(pack);
  const sense = createSenseEmergency(pack);
  const explain = createExplain(pack);
  const isTold = createIsTold(pack);
  const fallback = findCategory(pack, pack.fallbackCategory);
  const call = findCategory(pack, pack.callCategory);
  return ({ text, counted, words, urgency }) => {
    const { departments, categories } = answer(text, counted);
    const emergency = words.length === 0 ? 0 : (sense(text, counted) ?? 0);
    const named = urgency.priority === 'critical';
    const [first] = categories;
    const calm = isPlain(pack, first?.category) || isCalm(categories, words.length);
    const critical = emergency >= (named ? emergencyAt * NAMED_SHARE : calm ? PLAIN_AT : emergencyAt);
    const likeliest = critical ? pickEmergency(categories, urgency.fired) : first;
    const least = critical && named ? NAMED_AT : isTold(text, likeliest, words.length) ? KNOWN_AT : NEVER;
    const known = (likeliest?.probability ?? 0) >= least;
    const category = (known && likeliest?.category) || (critical ? call : fallback);
    return {
      category,
      known,
      priority: decidePriority(category, critical, urgency.priority),
      because: known ? explain(text, words, counted, category) : [],
      departments,
      urgency: urgency.fired,
      emergency,
    };
  };
}

function findCategory({ id, categories }: CityPack, wanted: string): Category {
  const category = categories.find(({ code }) => code === wanted);
  if (!category) throw new Error(`The pack ${id} has no category ${wanted}`);
  return category;
}

type Told = Answer['categories'][number] | undefined;

/** Whether the words say it themselves: one of the category's own is among them, or there are enough and they agree. */
function createIsTold({ categories }: CityPack): (text: string, told: Told, words: number) => boolean {
  const listed = createListPrior(categories);
  const positions = new Map(categories.map(({ code }, index) => [code, index]));
  return (text, told, words) => {
    if (told === undefined) return false;
    if (words >= ENOUGH_WORDS && told.probability >= AGREED_AT) return true;
    return (listed(text)[positions.get(told.label) ?? -1] ?? 0) > 0;
  };
}

/** How much likelier a category is that a rule of urgency names. */
const NAMED = 6;

/** An emergency is of a pressing category: the likeliest, those that the rules name counting for more. */
function pickEmergency(
  categories: Answer['categories'],
  fired: readonly FiredRule[],
): Answer['categories'][number] | undefined {
  const named = new Set(
    fired.flatMap(({ rule }) => (rule.priority === 'critical' && rule.category ? [rule.category] : [])),
  );
  return categories
    .filter(({ category }) => isPressing(category))
    .map((one) =>
      named.has(one.label) ? { ...one, probability: Math.min(1, one.probability * NAMED) } : one,
    )
    .sort((a, b) => b.probability - a.probability)[0];
}

function isPressing({ priority }: Category): boolean {
  return priority === 'critical' || priority === 'high';
}

/** Pressing by what it is, without a life in danger; a call of which nothing is known may be anything. */
function isPlain({ callCategory }: CityPack, category: Category | undefined): boolean {
  return category?.priority === 'high' && category.code !== callCategory;
}

/** Whatever complaint it is, it is one: hardly anything is left for what is pressing. */
function isCalm(categories: Answer['categories'], words: number): boolean {
  const [first] = categories;
  if (first === undefined || isPressing(first.category)) return false;
  if (first.probability < CALM_AGREED_AT && words < CALM_WORDS) return false;
  const pressing = categories
    .filter(({ category }) => isPressing(category))
    .reduce((sum, { probability }) => sum + probability, 0);
  return 1 - pressing >= CALM_AT;
}

/** A category of emergencies without a sign of one now is pressing, no more. */
function decidePriority({ priority }: Category, critical: boolean, urgency: Priority): Priority {
  if (critical) return 'critical';
  if (priority === 'critical') return 'high';
  if (priority === 'normal' && (urgency === 'low' || urgency === 'high')) return urgency;
  return priority;
}
