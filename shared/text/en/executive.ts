import type { executive as id } from '../id/executive.ts';

/** In English: the executive's screen. */
export const executive: Record<keyof typeof id, string> = {
  'executive.title': 'Overview',
  'executive.intro': 'How things are now, live from the control room.',
  'executive.by-department': 'Open tickets by department',
  'executive.by-kecamatan': 'Open tickets by kecamatan',
  'executive.department': 'Department',
  'executive.kecamatan': 'Kecamatan',
  'executive.all-well': 'No critical tickets and none past its SLA.',
  'executive.unknown-place': 'Place not known yet',
};
