import type { ChangeKind } from '../city/change.ts';
import type { Action } from './policy.ts';

/** What one must be allowed to change a part of this kind. */
export const SETTING_ACTION: Record<ChangeKind, Action> = {
  department: 'settings.city',
  category: 'settings.city',
  calendar: 'settings.city',
  'quick-text': 'settings.quick-texts',
  sensor: 'settings.thresholds',
  flood: 'settings.thresholds',
  sla: 'settings.thresholds',
  urgency: 'settings.city',
  hedges: 'settings.city',
  noise: 'settings.city',
};
