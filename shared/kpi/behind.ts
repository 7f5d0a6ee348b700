import type { Figures } from './kpis.ts';

type Group = { code: string; current: Figures };

/** Groups that fall behind, the furthest first: by deadlines missed in the period, then by tickets past theirs now. */
export function furthestBehind<G extends Group>(groups: readonly G[]): G[] {
  const missed = ({ current }: G) => current.breached ?? 0;
  const over = ({ current }: G) => current.overdue ?? 0;
  return groups
    .filter((group) => missed(group) + over(group) > 0)
    .toSorted((a, b) => missed(b) - missed(a) || over(b) - over(a) || (a.code < b.code ? -1 : 1));
}
