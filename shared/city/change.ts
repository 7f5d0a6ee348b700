import { z } from 'zod';
import { PRIORITIES } from '../ticket/ticket.ts';
import { ROUTING_POLICIES } from './city-pack.ts';
import { isPattern } from './patterns.ts';
import { RULE_PRIORITIES } from './urgency.ts';

/** The parts of a city pack that can be changed on screens. */
export const CHANGE_KINDS = [
  'department',
  'category',
  'calendar',
  'quick-text',
  'sensor',
  'flood',
  'sla',
  'urgency',
  'hedges',
  'noise',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The one key of the kind `flood`. */
export const FLOOD_KEY = 'rule';

/** The one key of the kind `sla`. */
export const DUE_SOON_KEY = 'due-soon';

/** The one key of the kind `hedges`. */
export const HEDGES_KEY = 'words';

/** What a prepared sentence can be used for. */
export const QUICK_TEXT_USES = ['note', 'return', 'reply'] as const;
export type QuickTextUse = (typeof QUICK_TEXT_USES)[number];

const DAY_MIN = 24 * 60;
const YEAR_MIN = 366 * DAY_MIN;

const text = (max: number) => z.string().trim().min(1).max(max);
const code = z.string().regex(/^[A-Za-z0-9][\w.:-]{0,59}$/, 'expected letters, digits, - or _');
const minuteOfDay = z.int().min(0).max(DAY_MIN);

const departmentValue = z.strictObject({
  name: text(120),
  shortName: text(24),
  icon: z.string().regex(/^Icon[A-Z]\w{1,40}$/, 'expected the name of an icon'),
  internal: z.boolean(),
  active: z.boolean(),
});

const slaTargets = z
  .strictObject({
    acknowledgeMin: z.int().min(1).max(YEAR_MIN),
    resolveMin: z.int().min(1).max(YEAR_MIN),
  })
  .refine(({ acknowledgeMin, resolveMin }) => acknowledgeMin <= resolveMin, {
    path: ['resolveMin'],
    message: 'must not be sooner than the time to acknowledge',
  });

const phrase = z
  .string()
  .max(80)
  .refine(
    (word) => word !== '' && word === word.trim().toLowerCase(),
    'expected lower case without spaces around',
  );

const categoryValue = z.strictObject({
  name: z.strictObject({ id: text(60), en: text(60) }),
  departmentCode: code,
  priority: z.enum(PRIORITIES),
  sla: slaTargets,
  slaByPriority: z.partialRecord(z.enum(PRIORITIES), slaTargets).default({}),
  routing: z.enum(ROUTING_POLICIES).default('suggest'),
  calendarCode: code.nullable(),
  match: z
    .strictObject({ radiusM: z.number().positive().max(5000), windowMin: z.int().min(1).max(YEAR_MIN) })
    .nullable(),
  words: z.record(
    phrase,
    z
      .number()
      .min(-9)
      .max(9)
      .refine((weight) => weight !== 0, 'must not be 0'),
  ),
});

const openHours = z
  .tuple([minuteOfDay, minuteOfDay])
  .refine(([from, to]) => from < to, 'must open before it closes');
const dayHours = z
  .array(openHours)
  .max(6)
  .refine((spans) => spans.every((span, at) => at === 0 || (spans[at - 1]?.[1] ?? 0) <= span[0]), {
    message: 'must follow each other without overlapping',
  });

const calendarValue = z.strictObject({
  name: text(60),
  week: z
    .array(dayHours)
    .length(7)
    .refine((week) => week.some((day) => day.length > 0), 'must be open at some time of the week'),
  holidays: z.array(z.iso.date()).max(400),
});

const quickTextValue = z.strictObject({
  title: text(60),
  body: text(1000),
  departmentCode: code.nullable(),
  uses: z.array(z.enum(QUICK_TEXT_USES)).min(1).max(3),
});

const sensorValue = z
  .strictObject({ raiseAt: z.number(), criticalAt: z.number(), clearAt: z.number() })
  .refine(({ clearAt, raiseAt }) => clearAt < raiseAt, {
    path: ['clearAt'],
    message: 'must be below the level that raises the alarm',
  })
  .refine(({ raiseAt, criticalAt }) => raiseAt <= criticalAt, {
    path: ['criticalAt'],
    message: 'must not be below the level that raises the alarm',
  });

const floodValue = z.strictObject({
  posts: z.int().min(1).max(999),
  reports: z.int().min(1).max(9999),
  withinMin: z.int().min(5).max(DAY_MIN),
  calmMin: z.int().min(0).max(DAY_MIN),
});

const slaValue = z.strictObject({ dueSoonShare: z.number().min(0.3).max(0.95) });

const MOST_PATTERNS = 600;
const patterns = z
  .array(z.string().max(400).refine(isPattern, 'expected words in lower case, a/b, begin* or a … b'))
  .max(MOST_PATTERNS)
  .transform((list) => [...new Set(list)]);
const bothNames = z.strictObject({ id: text(60), en: text(60) });

const urgencyValue = z.strictObject({
  name: bothNames,
  priority: z.enum(RULE_PRIORITIES),
  active: z.boolean(),
  says: patterns.refine((list) => list.length > 0, 'must name at least one'),
  unless: patterns,
  category: code.nullable(),
});

const hedgesValue = z.strictObject({ hedges: patterns, past: patterns });

const noiseValue = z.strictObject({
  name: bothNames,
  active: z.boolean(),
  weight: z.number().min(0.1).max(2),
  says: patterns.refine((list) => list.length > 0, 'must name at least one'),
});

/** The whole value of a part, by kind; what a change puts in place of what was there. */
export const CHANGE_VALUES = {
  department: departmentValue,
  category: categoryValue,
  calendar: calendarValue,
  'quick-text': quickTextValue,
  sensor: sensorValue,
  flood: floodValue,
  sla: slaValue,
  urgency: urgencyValue,
  hedges: hedgesValue,
  noise: noiseValue,
} satisfies Record<ChangeKind, z.ZodType>;
export type ChangeValue<Kind extends ChangeKind = ChangeKind> = z.infer<(typeof CHANGE_VALUES)[Kind]>;

export const changeKey = code;

/** A change as it is applied. Times in ms since the epoch; `value` null: back to what the pack says. */
export type CityChange = {
  id: number;
  kind: ChangeKind;
  key: string;
  value: unknown;
  effectiveFrom: number;
  enteredAt: number;
};
