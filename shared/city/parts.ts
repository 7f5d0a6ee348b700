import { type ChangeKind, DUE_SOON_KEY, FLOOD_KEY, HEDGES_KEY } from './change.ts';
import type { CityPack, FloodRule } from './city-pack.ts';
import { hedgesValueOf, noiseValueOf, urgencyValueOf } from './rules-in-force.ts';

/** A part of a city that can be changed, with its value as `CHANGE_VALUES` has it. */
export type Part = { kind: ChangeKind; key: string; value: unknown; label?: string };

/** Every changeable part of a pack. */
export function partsOf(pack: CityPack): Part[] {
  return [
    ...pack.departments.map(({ code, name, shortName, icon, internal, active = true }) =>
      part('department', code, { name, shortName, icon, internal, active }),
    ),
    ...pack.categories.map(
      ({ code, slaByPriority = {}, calendarCode = null, routing = 'suggest', ...category }) => {
        const { name, departmentCode, priority, sla, match, words } = category;
        return part('category', code, {
          ...{ name, departmentCode, priority, routing, sla, slaByPriority, calendarCode, match, words },
        });
      },
    ),
    ...(pack.calendars ?? []).map(({ code, name, week, holidays }) =>
      part('calendar', code, { name, week, holidays }),
    ),
    ...(pack.quickTexts ?? []).map(({ id, ...value }) => part('quick-text', id, value)),
    ...pack.sensors.map(({ id, name, unit, rule: { raiseAt, criticalAt, clearAt } }) => ({
      ...part('sensor', id, { raiseAt, criticalAt, clearAt }),
      label: `${name} (${unit})`,
    })),
    ...(pack.flood ? [part('flood', FLOOD_KEY, floodLimits(pack.flood))] : []),
    part('sla', DUE_SOON_KEY, { dueSoonShare: pack.dueSoonShare ?? 0.8 }),
    ...(pack.urgency?.rules ?? []).map((rule) => part('urgency', rule.code, urgencyValueOf(rule))),
    part('hedges', HEDGES_KEY, hedgesValueOf(pack)),
    ...(pack.noise?.signs ?? []).map((sign) => part('noise', sign.code, noiseValueOf(sign))),
  ];
}

function floodLimits({ posts, reports, withinMin, calmMin }: FloodRule) {
  return { posts, reports, withinMin, calmMin };
}

function part(kind: ChangeKind, key: string, value: unknown): Part {
  return { kind, key, value };
}

/** The value of one part; null where the pack has no such part. */
export function partValue(pack: CityPack, kind: ChangeKind, key: string): unknown {
  return partsOf(pack).find((one) => one.kind === kind && one.key === key)?.value ?? null;
}

/** Where two values of one part differ, field by field (`sla.resolveMin`); lists and tables of words count as one. */
export function differencesOf(
  from: unknown,
  to: unknown,
  path = '',
): { path: string; from: unknown; to: unknown }[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const isOpen = (value: unknown) => value !== null && typeof value === 'object' && !Array.isArray(value);
  if (path === 'words' || !isOpen(from) || !isOpen(to)) return [{ path, from, to }];
  const names = new Set([...Object.keys(from as object), ...Object.keys(to as object)]);
  return [...names].flatMap((name) =>
    differencesOf(
      (from as Record<string, unknown>)[name],
      (to as Record<string, unknown>)[name],
      path === '' ? name : `${path}.${name}`,
    ),
  );
}
