import {
  CHANGE_VALUES,
  type ChangeValue,
  type CityChange,
  DUE_SOON_KEY,
  FLOOD_KEY,
  HEDGES_KEY,
} from './change.ts';
import type { CityPack } from './city-pack.ts';
import { NO_NOISE, NO_URGENCY, noiseSignOf, urgencyRuleOf, withHedges } from './rules-in-force.ts';
import { findPackFaults } from './validate-pack.ts';

/** What is in force, and the changes that cannot be applied to this pack. */
export type InForce = { pack: CityPack; refused: CityChange[] };

/**
 * The city at a moment (ms since the epoch): the pack with every change on top whose time has come, in the order of
 * (effective from, entered at), whatever order they are given in. Always a pack that can be served: when all of them
 * together would not be one (the pack was replaced by another since), those that do no harm are applied.
 */
export function cityInForce(base: CityPack, changes: readonly CityChange[], at: number): InForce {
  const due = changes.filter(({ effectiveFrom }) => effectiveFrom <= at).toSorted(byTime);
  const together = applyAll(base, due, () => true);
  const isFit = (pack: CityPack) => findPackFaults(pack).length === 0;
  const result = isFit(together.pack) ? together : applyAll(base, due, isFit);
  return { ...result, pack: withHours(result.pack) };
}

/** The moments after `at` at which something else comes into force, earliest first. */
export function turningPoints(changes: readonly CityChange[], at: number): number[] {
  const later = changes.map(({ effectiveFrom }) => effectiveFrom).filter((moment) => moment > at);
  return [...new Set(later)].toSorted((a, b) => a - b);
}

function byTime(a: CityChange, b: CityChange): number {
  return a.effectiveFrom - b.effectiveFrom || a.enteredAt - b.enteredAt || a.id - b.id;
}

function applyAll(base: CityPack, due: readonly CityChange[], isFit: (pack: CityPack) => boolean): InForce {
  const refused: CityChange[] = [];
  let pack = base;
  for (const change of due) {
    const next = applyChange(base, pack, change);
    if (next && isFit(next)) pack = next;
    else refused.push(change);
  }
  return { pack, refused };
}

/** The pack after one change; null for a part that the city does not have, or a value that cannot be read. */
export function applyChange(
  base: CityPack,
  pack: CityPack,
  { kind, key, value }: Pick<CityChange, 'kind' | 'key' | 'value'>,
): CityPack | null {
  const parsed = value === null ? null : CHANGE_VALUES[kind].safeParse(value);
  if (parsed && !parsed.success) return null;
  const next = parsed ? parsed.data : null;
  switch (kind) {
    case 'department': {
      const departments = put(
        base.departments,
        pack.departments,
        'code',
        key,
        next as ChangeValue<'department'>,
      );
      return departments && { ...pack, departments };
    }
    case 'category': {
      const categories = put(base.categories, pack.categories, 'code', key, next as ChangeValue<'category'>);
      return categories && { ...pack, categories };
    }
    case 'calendar': {
      const before = base.calendars ?? [];
      const value_ = next as ChangeValue<'calendar'> | null;
      const calendars = put(before, pack.calendars ?? [], 'code', key, value_, true);
      return calendars && { ...pack, calendars };
    }
    case 'quick-text': {
      const before = base.quickTexts ?? [];
      const value_ = next as ChangeValue<'quick-text'> | null;
      const quickTexts = put(before, pack.quickTexts ?? [], 'id', key, value_, true);
      return quickTexts && { ...pack, quickTexts };
    }
    case 'sensor':
      return withSensor(base, pack, key, next as ChangeValue<'sensor'> | null);
    case 'urgency': {
      const { rules } = pack.urgency ?? NO_URGENCY;
      const rule = next && urgencyRuleOf(next as ChangeValue<'urgency'>);
      const changed = put((base.urgency ?? NO_URGENCY).rules, rules, 'code', key, rule, true);
      return changed && { ...pack, urgency: { ...(pack.urgency ?? NO_URGENCY), rules: changed } };
    }
    case 'hedges':
      return key === HEDGES_KEY ? withHedges(base, pack, next as ChangeValue<'hedges'> | null) : null;
    case 'noise': {
      const sign = next && noiseSignOf(next as ChangeValue<'noise'>);
      const signs = put(
        (base.noise ?? NO_NOISE).signs,
        (pack.noise ?? NO_NOISE).signs,
        'code',
        key,
        sign,
        true,
      );
      return signs && { ...pack, noise: { ...(pack.noise ?? NO_NOISE), signs } };
    }
    case 'flood': {
      // Which categories count is the pack's; a city without a rule has none to change.
      if (key !== FLOOD_KEY || base.flood === undefined) return null;
      return { ...pack, flood: { ...base.flood, ...(next as ChangeValue<'flood'> | null) } };
    }
    case 'sla': {
      if (key !== DUE_SOON_KEY) return null;
      const { dueSoonShare = base.dueSoonShare } = (next as ChangeValue<'sla'> | null) ?? {};
      const { dueSoonShare: _before, ...rest } = pack;
      return dueSoonShare === undefined ? rest : { ...rest, dueSoonShare };
    }
  }
}

/**
 * The list with one part replaced, added at the end, or (`value` null) as the base has it; a part that only changes
 * have made can be taken away where `removable`, since nothing may point to it. Null: not possible.
 */
function put<Item extends object, Name extends keyof Item>(
  base: readonly Item[],
  list: readonly Item[],
  name: Name,
  key: string,
  value: Omit<Item, Name> | null,
  removable = false,
): Item[] | null {
  const at = list.findIndex((item) => item[name] === key);
  const original = base.find((item) => item[name] === key);
  const item = value === null ? original : ({ ...value, [name]: key } as unknown as Item);
  if (!item) return removable && at !== -1 ? list.toSpliced(at, 1) : null;
  return at === -1 ? [...list, item] : list.with(at, item);
}

/** Posts are built, not typed in: only the limits of those there are can change. */
function withSensor(
  base: CityPack,
  pack: CityPack,
  key: string,
  limits: ChangeValue<'sensor'> | null,
): CityPack | null {
  const at = pack.sensors.findIndex(({ id }) => id === key);
  const post = pack.sensors[at];
  const original = base.sensors.find(({ id }) => id === key);
  if (!post || !original) return null;
  return {
    ...pack,
    sensors: pack.sensors.with(at, { ...post, rule: { ...original.rule, ...limits } }),
  };
}

/** Gives each category the hours of its calendar. */
function withHours(pack: CityPack): CityPack {
  const calendars = new Map((pack.calendars ?? []).map((calendar) => [calendar.code, calendar]));
  if (pack.categories.every(({ calendarCode, hours }) => !calendarCode && !hours)) return pack;
  return {
    ...pack,
    categories: pack.categories.map((category) => {
      const calendar = calendars.get(category.calendarCode ?? '');
      if (!calendar) return { ...category, hours: null };
      const { week, holidays } = calendar;
      return { ...category, hours: { timeZone: pack.timeZone, week, holidays } };
    }),
  };
}
