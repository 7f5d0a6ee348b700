type Options = {
  act: () => void;
  /** Between two of them, at least. */
  restMs: number;
  now?: () => number;
  /** For tests. */
  after?: (ms: number, act: () => void) => () => void;
};

/** Acts at once when asked after a rest, and else once at the end of it, however often it was asked meanwhile. */
export function createSeldom({ act, restMs, now = Date.now, after = later }: Options) {
  let actedAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;

  function actNow(): void {
    cancel = null;
    actedAt = now();
    act();
  }

  return {
    ask(): void {
      if (cancel) return;
      const restLeftMs = actedAt + restMs - now();
      if (restLeftMs <= 0) actNow();
      else cancel = after(restLeftMs, actNow);
    },
    stop(): void {
      cancel?.();
      cancel = null;
    },
  };
}

function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
