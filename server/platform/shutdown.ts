import type { Log } from './log.ts';

/** Something to close, in the order it was registered last-in first-out. */
export type Closing = { name: string; close: () => Promise<void> };

/**
 * Collects what has to be closed and closes it in reverse order, each once, going on when one fails.
 * Register in the order of starting: what was started last (workers) closes first, the database last.
 */
export function createShutdown(log: Log) {
  const closings: Closing[] = [];
  let done: Promise<void> | null = null;

  async function closeAll(): Promise<void> {
    for (const { name, close } of closings.toReversed()) {
      try {
        await close();
      } catch (err) {
        log.error({ err, part: name }, 'could not be closed');
      }
    }
  }

  return {
    add(name: string, close: () => Promise<void>): void {
      closings.push({ name, close });
    },
    run(): Promise<void> {
      done ??= closeAll();
      return done;
    },
  };
}
export type Shutdown = ReturnType<typeof createShutdown>;
