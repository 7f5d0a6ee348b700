import type { wall as id } from '../id/wall.ts';

/** In English: the wall. */
export const wall: Record<keyof typeof id, string> = {
  'wall.title': 'Wall',
  'wall.open': 'open',
  'wall.critical': 'critical',
  'wall.breached': 'past SLA',
  'wall.done-today': 'done today',
  'wall.needs-hand': 'Needs a hand',
  'wall.more': 'and {{count}} more',
  'wall.newest': 'Newest reports',
  'wall.by-department': 'Load by department',
  'wall.over-count': '{{count}} over',
  'wall.levels': 'Water levels',
  'wall.level-limit': 'limit {{level}}',
  'wall.calm': 'No open tickets',
  'wall.calm-why': 'New reports appear here as they come in.',
  'wall.none-yet': 'No reports yet',
  'wall.approximate': 'Kelurahan outlines are approximate',
  'wall.no-tiles': 'Street map cannot be reached',
  'wall.held': 'Map held',
  'wall.token-missing': 'This screen is not connected yet',
  'wall.token-missing-why':
    'Open /wall?token=… once with a screen token, or sign in with an account that may see the wall.',
  'wall.token-refused': 'The token of this screen is no longer valid',
  'wall.token-refused-why': 'It was revoked or mistyped. Open /wall?token=… with a new one.',
};
