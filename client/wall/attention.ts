/** Older than this at the first picture, a call is nothing new: whoever opens a wall is not met by an alarm. */
export const FRESH_MS = 120_000;
/** Each is shown so long before the next one. */
export const SHOW_AT_LEAST_MS = 12_000;
/** Nobody acknowledges it: the map goes back to the city, the pulse stays. */
export const SHOW_AT_MOST_MS = 45_000;
const REMEMBERED = 500;

/** A critical ticket that nobody has acknowledged; `createdAt` in server time, ms. */
export type Call = { id: string; createdAt: number };

/** Which critical tickets this screen has announced, which wait to be shown, and which one is. */
export type Attention = {
  /** Null before the first picture. */
  announced: readonly string[] | null;
  waiting: readonly string[];
  showing: { id: string; since: number } | null;
};

export const NOTHING_SEEN: Attention = { announced: null, waiting: [], showing: null };

/** `sounded`: announced by this step, each once per screen. The same `state` when nothing changed. */
export type AttentionStep = { state: Attention; sounded: string[] };

/** The next state of a screen's attention. To be called whenever the calls change, and each second. */
export function stepAttention(before: Attention, calls: readonly Call[], now: number): AttentionStep {
  const calling = new Set(calls.map(({ id }) => id));
  const known = new Set(before.announced ?? []);
  const unknown = calls.filter(({ id }) => !known.has(id)).sort((a, b) => a.createdAt - b.createdAt);
  const isFirst = before.announced === null;
  const fresh = unknown.filter(({ createdAt }) => !isFirst || now - createdAt < FRESH_MS);
  const sounded = fresh.map(({ id }) => id);
  const waiting = [...before.waiting, ...sounded].filter((id) => calling.has(id));
  const showing = stillShown(before.showing, calling, waiting.length > 0, now);
  const [next, ...rest] = waiting;
  const state: Attention = {
    announced: remember(before.announced, unknown),
    waiting: showing === null ? rest : waiting,
    showing: showing ?? (next === undefined ? null : { id: next, since: now }),
  };
  return { state: isSame(before, state) ? before : state, sounded };
}

function stillShown(
  showing: Attention['showing'],
  calling: ReadonlySet<string>,
  othersWait: boolean,
  now: number,
): Attention['showing'] {
  if (showing === null || !calling.has(showing.id)) return null;
  const most = othersWait ? SHOW_AT_LEAST_MS : SHOW_AT_MOST_MS;
  return now - showing.since < most ? showing : null;
}

function remember(announced: Attention['announced'], unknown: readonly Call[]): readonly string[] {
  if (announced !== null && unknown.length === 0) return announced;
  return [...(announced ?? []), ...unknown.map(({ id }) => id)].slice(-REMEMBERED);
}

function isSame(a: Attention, b: Attention): boolean {
  return (
    a.announced === b.announced &&
    a.showing === b.showing &&
    a.waiting.length === b.waiting.length &&
    a.waiting.every((id, index) => id === b.waiting[index])
  );
}
