import type { CityChange } from '../../shared/city/change.ts';
import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import { DUE_SOON_SHARE } from '../../shared/ticket/sla.ts';
import type { SettingEffects } from '../../shared/wire/settings.ts';
import type { Database } from '../database/connect.ts';
import { countAlarms } from './effects/alarms.ts';
import { compareDeadlines, countDueSoon } from './effects/deadlines.ts';
import { countFloods } from './effects/floods.ts';
import { reclassify } from './effects/reclassify.ts';
import { isOfRules, measureRules } from './effects/rule-moves.ts';

/** What a change would do to what is there: numbers alone, made by the same rules that will be at work. */
export async function measureEffects(
  db: Database,
  { change, before, after }: { change: CityChange; before: CityPack; after: CityPack },
  now: number,
): Promise<SettingEffects> {
  const { kind, key } = change;
  if (kind === 'department') {
    return {
      openTickets: await countOpen(db, 'department_code', key),
      people: await countPeople(db, key),
      categories: before.categories
        .filter(({ departmentCode }) => departmentCode === key)
        .map(({ code }) => code),
    };
  }
  if (kind === 'category' || kind === 'calendar') {
    const retimed = changedCategories(before, after, ({ sla, slaByPriority = {}, hours }) => ({
      sla,
      slaByPriority,
      hours,
    }));
    const reworded = changedCategories(before, after, ({ words, priority }) => ({ words, priority }));
    return {
      ...(kind === 'category' && { openTickets: await countOpen(db, 'category', key) }),
      ...(reworded.length > 0 && { reclassified: await reclassify(db, before, after) }),
      ...(retimed.length > 0 && { deadlines: await compareDeadlines(db, retimed, now) }),
    };
  }
  if (kind === 'sensor') {
    const find = (pack: CityPack) => pack.sensors.find(({ id }) => id === key)?.rule;
    const [old, wanted] = [find(before), find(after)];
    return old && wanted ? { alarms: await countAlarms(db, key, old, wanted, now) } : {};
  }
  if (kind === 'flood') {
    return before.flood && after.flood ? { floods: await countFloods(db, before, after, now) } : {};
  }
  if (isOfRules(kind)) {
    const { critical, setAside } = await measureRules(db, { before, after });
    const isMoved = setAside.some(({ gained, lost }) => gained + lost > 0);
    return { ...(kind !== 'noise' && { critical }), ...((kind === 'noise' || isMoved) && { setAside }) };
  }
  if (kind === 'sla') {
    const share = (pack: CityPack) => pack.dueSoonShare ?? DUE_SOON_SHARE;
    return { dueSoon: await countDueSoon(db, share(before), share(after), now) };
  }
  return {};
}

/** The categories of which something is different afterwards, as they are and as they would be. */
function changedCategories(
  before: CityPack,
  after: CityPack,
  look: (category: Category) => unknown,
): { before: Category; after: Category }[] {
  const known = new Map(before.categories.map((category) => [category.code, category]));
  return after.categories.flatMap((category) => {
    const old = known.get(category.code) ?? { ...category, words: {} };
    return JSON.stringify(look(old)) === JSON.stringify(look(category))
      ? []
      : [{ before: old, after: category }];
  });
}

async function countOpen(
  db: Database,
  column: 'department_code' | 'category',
  code: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('ticket')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(column, '=', code)
    .where('is_open', '=', true)
    .executeTakeFirstOrThrow();
  return count;
}

async function countPeople(db: Database, departmentCode: string): Promise<number> {
  const { count } = await db
    .selectFrom('app_user')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('department_code', '=', departmentCode)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
