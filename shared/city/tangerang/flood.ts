import type { FloodRule } from '../city-pack.ts';

/**
 * Three of the nine water posts, or ten reports in an hour, are more than one blocked drain. An administrator of
 * BPBD sets the real numbers.
 */
export const flood: FloodRule = {
  posts: 3,
  reports: 10,
  withinMin: 60,
  calmMin: 30,
  categories: ['flood', 'high-water'],
};
