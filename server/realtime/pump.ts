import type { Log } from '../platform/log.ts';

const RETRY_MS = 500;

export type Pump = { wake(): void; close(): Promise<void> };

/**
 * Runs `turn` whenever woken, one at a time and at most once every `spacingMs`; the first after a pause runs
 * at once. A turn that fails is tried again, and said once.
 */
export function createPump(options: { turn(): Promise<void>; spacingMs: number; log: Log }): Pump {
  const { turn, spacingMs, log } = options;
  let woken = false;
  let closed = false;
  let failing = false;
  let running: Promise<void> | null = null;
  let rest: AbortController | null = null;

  async function once(): Promise<void> {
    try {
      await turn();
      if (failing) log.info('live: the log can be read again');
      failing = false;
    } catch (err) {
      if (!failing && !closed) log.error({ err }, 'live: the log cannot be read, heartbeats stop');
      failing = true;
    }
  }

  async function run(): Promise<void> {
    while (!closed && (woken || failing)) {
      const startedAt = performance.now();
      woken = false;
      await once();
      const pauseMs = failing ? RETRY_MS : spacingMs - (performance.now() - startedAt);
      if (pauseMs > 0 && !closed) await pause(pauseMs);
    }
    running = null;
  }

  async function pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    rest = new AbortController();
    rest.signal.addEventListener('abort', () => resolve());
    await promise;
    clearTimeout(timer);
  }

  return {
    wake() {
      woken = true;
      if (!closed) running ??= run();
    },
    async close() {
      closed = true;
      rest?.abort();
      await running;
    },
  };
}
