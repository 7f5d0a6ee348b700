import type { Role } from '../../shared/access/actor.ts';

/** Where a person's work is. */
export function homeOf(role: Role): string {
  if (role === 'wall') return '/wall';
  if (role === 'responder') return '/responder';
  if (role === 'executive') return '/executive';
  return '/desk';
}
