import type { AskedKey } from '../../shared/text/id.ts';
import type { HistoryEntry } from '../../shared/wire/api.ts';

/** Grounds that are the system's own words; all others are what was read or measured, and stay as they are. */
const GROUNDS: Record<string, AskedKey> = {
  reply: 'because.reply',
  'same sender': 'because.same-sender',
  'kin category': 'because.kin-category',
  'rough place': 'because.rough-place',
};
/** Those that go on with what was found. */
const OPEN_GROUNDS: readonly (readonly [begins: string, key: AskedKey])[] = [
  ['same words: ', 'because.same-words'],
  ['same place: ', 'because.same-place'],
];
const REPORTERS = /^(\d+) reporters$/;

/** The grounds of a decision in the reader's language, e.g. `banjir +5, the same sender`. */
export function tellGrounds(
  because: readonly string[],
  text: (key: AskedKey, values?: Record<string, string>) => string,
): string {
  return because.map((ground) => tellGround(ground, text)).join(', ');
}

function tellGround(
  ground: string,
  text: (key: AskedKey, values?: Record<string, string>) => string,
): string {
  const key = GROUNDS[ground];
  if (key !== undefined) return text(key);
  const [, count] = REPORTERS.exec(ground) ?? [];
  if (count !== undefined) return text('because.reporters', { count });
  for (const [begins, open] of OPEN_GROUNDS)
    if (ground.startsWith(begins)) return text(open, { what: ground.slice(begins.length) });
  return ground;
}

/** Why the ticket is of its kind: the grounds it was opened on, until somebody said that it is of another. */
export function groundsOfKind(history: readonly HistoryEntry[]): readonly string[] {
  const decided = history.findLast(
    ({ type, details }) => type === 'ticket.opened' || details.category !== undefined,
  );
  return decided?.details.because ?? [];
}

/** Why a report became no ticket. A reason that is not here is shown as the server gave it. */
const REASONS: Record<string, AskedKey> = {
  empty: 'set-aside.empty',
  prank: 'set-aside.prank',
  echo: 'set-aside.echo',
  reaction: 'set-aside.reaction',
  'system message': 'set-aside.system-message',
  'unknown-sensor': 'set-aside.unknown-sensor',
  'other-unit': 'set-aside.other-unit',
  implausible: 'set-aside.implausible',
  'not a number': 'set-aside.not-a-number',
  'from the future': 'set-aside.from-the-future',
};

/** Why a report was set aside, in the reader's language. */
export function tellSetAside(reason: string, text: (key: AskedKey) => string): string {
  const key = REASONS[reason];
  return key === undefined ? reason : text(key);
}
