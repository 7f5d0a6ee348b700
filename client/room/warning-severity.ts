import type { Priority } from '../../shared/ticket/ticket.ts';
import type { WarningSeverity } from '../../shared/wire/room.ts';

/** The mark of a warning is that of a ticket as bad. */
export const PRIORITY_OF: Record<WarningSeverity, Priority> = {
  Extreme: 'critical',
  Severe: 'high',
  Moderate: 'normal',
  Minor: 'low',
};
