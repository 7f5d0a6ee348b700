import type { SensorPost } from '../../../shared/city/city-pack.ts';
import type { Measurement } from '../../../shared/report/report.ts';
import type { Priority } from '../../../shared/ticket/ticket.ts';

/** What a post last said; `alarm`: an episode is under way. `at` in ms since the epoch. */
export type SensorState = { value: number; at: number; alarm: boolean };

/** The level the post's ticket was last told. */
export type Noted = { value: number } | null;

/**
 * What a reading means: nothing; too old to change anything; the start of an episode; a level worth telling the
 * ticket; or its end.
 */
export type SensorVerdict =
  | { kind: 'quiet' }
  | { kind: 'late' }
  | { kind: 'raised'; priority: Priority | undefined }
  | { kind: 'same' }
  | { kind: 'changed'; priority: Priority | undefined }
  | { kind: 'fell' };

/**
 * The rule of a post, a threshold with hysteresis: an episode starts at `raiseAt` and ends at `clearAt`, so a
 * level that plays around one of them does not start another. During an episode the ticket hears of a level that
 * has changed by the hysteresis gap, or has become critical.
 */
export function judgeReading(
  rule: SensorPost['rule'],
  before: SensorState | null,
  reading: { value: number; at: number },
  noted: Noted,
): SensorVerdict {
  if (before && reading.at <= before.at) return { kind: 'late' };
  const { value } = reading;
  const priority = value >= rule.criticalAt ? 'critical' : undefined;
  if (!before?.alarm) return value >= rule.raiseAt ? { kind: 'raised', priority } : { kind: 'quiet' };
  if (value <= rule.clearAt) return { kind: 'fell' };
  if (priority && before.value < rule.criticalAt) return { kind: 'changed', priority };
  const gap = rule.raiseAt - rule.clearAt;
  const changed = !noted || Math.abs(value - noted.value) >= gap;
  return changed ? { kind: 'changed', priority } : { kind: 'same' };
}

/** Is the episode under way after this verdict? */
export function isAlarm(before: SensorState | null, verdict: SensorVerdict): boolean {
  if (verdict.kind === 'raised') return true;
  if (verdict.kind === 'fell') return false;
  return before?.alarm ?? false;
}

const METRES: Record<string, number> = { m: 1, cm: 0.01, mm: 0.001 };
/** So many times the critical level is what a broken sensor says (9999, 65535), not water. */
const MOST_TIMES_CRITICAL = 100;

/** The level in the post's unit; without a unit of its own it is taken to be in that. Or why it is not believed. */
export function readLevel(
  { unit, value }: Measurement,
  { unit: own, rule }: Pick<SensorPost, 'unit' | 'rule'>,
): number | 'other-unit' | 'implausible' {
  const factor = unit === '' || unit === own ? 1 : (METRES[unit] ?? Number.NaN) / (METRES[own] ?? Number.NaN);
  if (Number.isNaN(factor)) return 'other-unit';
  const level = value * factor;
  const most = Math.max(1, Math.abs(rule.criticalAt)) * MOST_TIMES_CRITICAL;
  return Math.abs(level) > most ? 'implausible' : level;
}
