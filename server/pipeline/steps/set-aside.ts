import type { CityPack } from '../../../shared/city/city-pack.ts';
import { normaliseText } from './normalise-text.ts';
import type { Report } from './report.ts';

/** Why the pipeline makes no ticket of a report. Channels have reasons of their own (`echo`), given at the door. */
export const SET_ASIDE_REASONS = ['empty', 'unknown-sensor'] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/**
 * Why this report carries nothing to act on, or null. Nothing with a place, a picture or a caller is ever empty;
 * a sender's last word is left to people.
 */
export function createSetAside(pack: CityPack): (report: Report) => SetAsideReason | null {
  const empty = new Set(pack.emptyTexts.map(normaliseText));
  empty.add('');
  const sensors = new Set(pack.sensors.map(({ senmlName }) => senmlName));

  return (report) => {
    if (report.channel === 'sensor') {
      return report.measurement && sensors.has(report.measurement.name) ? null : 'unknown-sensor';
    }
    if (report.channel === '112' || report.location || report.hasPictures) return null;
    return empty.has(normaliseText(report.text)) ? 'empty' : null;
  };
}
