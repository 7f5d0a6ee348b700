import type { SensorPost } from '../../shared/city/city-pack.ts';
import type { Random } from './random.ts';
import type { Reading } from './sensors.ts';

/** A rise and fall of the water: begins, peaks and is over, ms since the epoch. */
export type Surge = { from: number; until: number };

/** The water at a city's posts as a function of time. */
export type WaterLevels = {
  /** The posts' readings at `at`, ms since the epoch (rounded down to the second: posts measure on the second). */
  readAll(at: number): Reading[];
  /** Lets the water rise at most posts: some over their critical mark, some over the first only. Replaces an earlier surge. */
  surge(surge: Surge): void;
  /** The posts the surge rises over their mark. */
  flooded(): SensorPost[];
};

/** Quiet water with ripples, until a surge. */
export function createWaterLevels(posts: readonly SensorPost[], random: Random): WaterLevels {
  const states = posts.map((post) => ({
    post,
    quiet: post.rule.clearAt * random.between(0.4, 0.75),
    phase: random.between(0, Math.PI * 2),
    peak: 0,
    delay: 0,
  }));
  let current: Surge | null = null;
  const valueAt = (state: (typeof states)[number], at: number): number => {
    const ripple = 0.02 * Math.sin(at / 60_000 + state.phase) + random.between(-0.01, 0.01);
    if (current === null) return state.quiet + ripple;
    const share = (at - current.from) / (current.until - current.from) - state.delay;
    return state.quiet + ripple + (state.peak - state.quiet) * swell(share);
  };
  return {
    readAll: (at) => {
      const second = Math.floor(at / 1000) * 1000;
      return states.map((state) => ({
        senmlName: state.post.senmlName,
        unit: state.post.unit,
        value: Math.max(0, valueAt(state, second)),
        at: second,
      }));
    },
    surge: (surge) => {
      current = surge;
      for (const [index, state] of states.entries()) {
        const { raiseAt, criticalAt } = state.post.rule;
        const height =
          index % 3 === 0 ? criticalAt * 1.08 : index % 3 === 1 ? (raiseAt + criticalAt) / 2 : raiseAt * 0.9;
        state.peak = height;
        state.delay = random.between(0, 0.15);
      }
    },
    flooded: () =>
      current === null
        ? []
        : states.filter(({ post, peak }) => peak >= post.rule.raiseAt).map(({ post }) => post),
  };
}

/** 0 before and after, 1 on top: up within a third of the time, down by the end. */
function swell(share: number): number {
  if (share <= 0 || share >= 0.85) return 0;
  if (share < 0.35) return Math.sin(((share / 0.35) * Math.PI) / 2) ** 2;
  return Math.cos((((share - 0.35) / 0.5) * Math.PI) / 2) ** 2;
}
