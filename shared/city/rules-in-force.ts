import type { ChangeValue } from './change.ts';
import type { CityPack } from './city-pack.ts';
import type { NoiseRules, NoiseSign } from './noise.ts';
import { readPatterns, writePatterns } from './patterns.ts';
import type { UrgencyRule, UrgencyRules } from './urgency.ts';

/** The rules that tell emergencies and pranks, as screens change them and as packs hold them. */

/** What a city without rules begins with when the first is made on a screen. */
export const NO_URGENCY: UrgencyRules = { rules: [], hedges: '', past: '' };
export const NO_NOISE: NoiseRules = { signs: [], texts: [], followUps: [], rudeButReal: [] };

export function urgencyValueOf(rule: UrgencyRule): ChangeValue<'urgency'> {
  const { name, priority, active = true, says, unless = '', category = null } = rule;
  return { name, priority, active, says: readPatterns(says), unless: readPatterns(unless), category };
}

export function urgencyRuleOf(value: ChangeValue<'urgency'>): Omit<UrgencyRule, 'code'> {
  const { name, priority, active, says, unless, category } = value;
  return {
    ...{ name, priority, active, says: writePatterns(says) },
    ...(unless.length > 0 && { unless: writePatterns(unless) }),
    ...(category !== null && { category }),
  };
}

export function hedgesValueOf({ urgency = NO_URGENCY }: CityPack): ChangeValue<'hedges'> {
  return { hedges: readPatterns(urgency.hedges), past: readPatterns(urgency.past) };
}

/** The pack with these words that weaken a sign; null: with its own. */
export function withHedges(base: CityPack, pack: CityPack, value: ChangeValue<'hedges'> | null): CityPack {
  const { hedges, past } = value
    ? { hedges: writePatterns(value.hedges), past: writePatterns(value.past) }
    : (base.urgency ?? NO_URGENCY);
  return { ...pack, urgency: { ...(pack.urgency ?? NO_URGENCY), hedges, past } };
}

export function noiseValueOf({ name, active = true, weight = 1, says }: NoiseSign): ChangeValue<'noise'> {
  return { name, active, weight, says: readPatterns(says) };
}

export function noiseSignOf({ name, active, weight, says }: ChangeValue<'noise'>): Omit<NoiseSign, 'code'> {
  return { name, active, weight, says: writePatterns(says) };
}
