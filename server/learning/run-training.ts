import { Worker } from 'node:worker_threads';
import type { Learned, ToLearn } from './learn.ts';

/** Long beyond what twenty thousand texts take. */
const MOST_MS = 15 * 60_000;

/** Learns in a thread of its own. Rejects with what went wrong there, and when `signal` says to stop. */
export function runTraining(toLearn: ToLearn, signal: AbortSignal): Promise<Learned> {
  const stop = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: toLearn });
    const end = () => {
      void worker.terminate();
      reject(stop.reason);
    };
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted) end();
    worker.once('message', (learned: Learned) => resolve(learned));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      stop.removeEventListener('abort', end);
      // After an answer this changes nothing.
      reject(new Error(`the training ended with ${code} and no answer`));
    });
  });
}
