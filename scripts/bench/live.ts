import type { BenchEnvironment } from './environment.ts';
import { measureLiveMemory } from './live-memory.ts';
import { measureLiveThroughput } from './live-throughput.ts';
import type { BenchRow } from './row.ts';

/** The rows about the live part: how much, how heavy. */
export async function measureLive(environment: BenchEnvironment): Promise<BenchRow[]> {
  return [await measureLiveThroughput(environment), await measureLiveMemory(environment)];
}
