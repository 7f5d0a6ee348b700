import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from './delivery.ts';
import type { Timed } from './traffic.ts';

export type RunOptions = {
  traffic: AsyncIterable<Timed>;
  /** Hands one delivery over; runs beside others. */
  deliver: (delivery: Delivery) => Promise<unknown>;
  /** Ends early; what is under way is still awaited. */
  signal?: AbortSignal | undefined;
  /** How fast time runs; 0 sends all at once, in order. */
  pace?: number;
  /** Deliveries under way at once; beyond it the next one waits. */
  mostAtOnce?: number;
};

/** Sends traffic at its times and resolves when the last delivery has been answered or given up. */
export async function runTraffic(options: RunOptions): Promise<void> {
  const { traffic, deliver, signal, pace = 1, mostAtOnce = 256 } = options;
  const startedAt = Date.now();
  const underWay = new Set<Promise<unknown>>();
  for await (const { atMs, delivery } of traffic) {
    if (pace > 0) await until(startedAt + atMs / pace, signal);
    if (signal?.aborted === true) break;
    const sending = deliver(delivery).finally(() => underWay.delete(sending));
    underWay.add(sending);
    if (underWay.size >= mostAtOnce) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

async function until(at: number, signal: AbortSignal | undefined): Promise<void> {
  const restMs = at - Date.now();
  if (restMs <= 0) return;
  await wait(restMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}
