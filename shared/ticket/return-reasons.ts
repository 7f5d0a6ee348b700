/** Why departments give tickets back; the screens have words for each, and `other` is in the person's own. */
export const RETURN_REASONS = [
  'not-ours',
  'not-found',
  'nothing-there',
  'done-already',
  'needs-others',
  'not-safe',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
