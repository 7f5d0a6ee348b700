import { CHANGE_VALUES, type CityChange } from '../../shared/city/change.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { applyChange, cityInForce, turningPoints } from '../../shared/city/in-force.ts';
import { findPackFaults } from '../../shared/city/validate-pack.ts';
import { AppError } from '../platform/errors.ts';

export type Fault = { field: string; message: string };

type Versions = { before: CityPack; after: CityPack };

/**
 * A proposed change beside the city as it would otherwise be at the moment it comes into force. `moments`: then, and at
 * each later moment at which something else does.
 */
export type Proposal = Versions & { change: CityChange; faults: Fault[]; moments: () => Versions[] };

/** Larger than any id there is: of changes for the same moment the proposed one is the last. */
const NEWEST = Number.MAX_SAFE_INTEGER;

/**
 * What a change would make of the city, and why it cannot be made: a value that cannot be read (throws 400, naming its
 * fields), a part the city does not have, or a city that could not be served, at that moment or at a later one that
 * other changes have already been entered for.
 */
export function propose(
  base: CityPack,
  changes: readonly CityChange[],
  wanted: Pick<CityChange, 'kind' | 'key' | 'value'> & { effectiveFrom: number | null },
  now: number,
): Proposal {
  const value = wanted.value === null ? null : readValue(wanted);
  const effectiveFrom = Math.max(wanted.effectiveFrom ?? now, now);
  const change: CityChange = { ...wanted, value, effectiveFrom, enteredAt: now, id: NEWEST };
  const before = cityInForce(base, changes, effectiveFrom).pack;
  const next = applyChange(base, before, change);
  if (!next) return { change, before, after: before, faults: [unknownPart(change)], moments: () => [] };
  const faults = faultsFrom(base, changes, change);
  const after = faults.length > 0 ? before : cityInForce(base, [...changes, change], effectiveFrom).pack;
  const moments = () =>
    faults.length > 0
      ? []
      : momentsOf(changes, change).map((at) => ({
          before: cityInForce(base, changes, at).pack,
          after: cityInForce(base, [...changes, change], at).pack,
        }));
  return { change, before, after, faults, moments };
}

function readValue({ kind, value }: Pick<CityChange, 'kind' | 'value'>): unknown {
  const result = CHANGE_VALUES[kind].safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({
    field: ['value', ...path].join('.'),
    message,
  }));
  throw new AppError('invalid', { detail: errors.map((e) => `${e.field}: ${e.message}`).join('; '), errors });
}

function unknownPart({ kind, key, value }: CityChange): Fault {
  const message =
    value === null
      ? `the ${kind} ${key} was made here and cannot be taken away`
      : `the city has no ${kind} ${key}`;
  return { field: 'key', message };
}

/** The moment a change comes into force, and every later one at which something else does. */
function momentsOf(changes: readonly CityChange[], { effectiveFrom }: CityChange): number[] {
  return [effectiveFrom, ...turningPoints(changes, effectiveFrom)];
}

function faultsFrom(base: CityPack, changes: readonly CityChange[], change: CityChange): Fault[] {
  const all = [...changes, change];
  for (const at of momentsOf(changes, change)) {
    const before = cityInForce(base, changes, at);
    const after = cityInForce(base, all, at);
    if (after.refused.length <= before.refused.length) continue;
    const broken = applyChange(base, before.pack, change) ?? before.pack;
    const sentences = findPackFaults(broken);
    return (sentences.length > 0 ? sentences : ['does not go with a change that was entered before']).map(
      (message) => ({ field: fieldOf(message), message }),
    );
  }
  return [];
}

/** The field that a sentence of `findPackFaults` is about, as far as there is one. */
function fieldOf(message: string): string {
  if (/department .* (is closed|does not exist)/.test(message)) return 'value.departmentCode';
  if (message.includes('calendar "')) return 'value.calendarCode';
  return 'value';
}
