/** Batches wait this long before they are sent, and can be undone until then. */
export const HOLD_MS = 10_000;

export type Held<T> = { batch: T; until: number };

type Options<T> = {
  /** Sends a batch; `leaving`: the page is going away, there is no time for answers. */
  send(batch: T, leaving: boolean): void;
  holdMs?: number;
  now?: () => number;
  /** For tests. */
  after?: (ms: number, act: () => void) => () => void;
};

/**
 * Holds one batch back until its time is over, so that undoing it leaves no trace: each batch is sent once, or undone.
 * A second batch sends the first.
 */
export function createHeld<T>({ send, holdMs = HOLD_MS, now = Date.now, after = later }: Options<T>) {
  let held: Held<T> | null = null;
  let cancel = () => {};
  const listeners = new Set<() => void>();

  function take(): T | null {
    const batch = held?.batch ?? null;
    cancel();
    held = null;
    for (const listener of listeners) listener();
    return batch;
  }

  function flush(leaving = false): void {
    const batch = take();
    if (batch !== null) send(batch, leaving);
  }

  return {
    hold(batch: T): void {
      flush();
      held = { batch, until: now() + holdMs };
      cancel = after(holdMs, () => flush());
      for (const listener of listeners) listener();
    },
    /** Answers what will not be sent now. */
    undo: take,
    flush,
    getSnapshot: (): Held<T> | null => held,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
