import { useEffect, useState } from 'react';
import type { Reading } from './sensor-readings.ts';

/** A level at a time, ms. */
export type Sample = { at: number; value: number };
/** By post id, the oldest first. */
export type LevelHistory = ReadonlyMap<string, readonly Sample[]>;

export const HISTORY_MS = 60 * 60_000;

/** The history with what the posts say now; what is older than an hour is let go. The same object when nothing is new. */
export function addReadings(history: LevelHistory, readings: readonly Reading[]): LevelHistory {
  const next = new Map(history);
  let isNew = false;
  for (const { post, level } of readings) {
    if (level === undefined) continue;
    const samples = history.get(post.id) ?? [];
    const at = Date.parse(level.at);
    if ((samples.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= at) continue;
    next.set(post.id, [...samples.filter((one) => one.at > at - HISTORY_MS), { at, value: level.value }]);
    isNew = true;
  }
  return isNew ? next : history;
}

/** How the levels went while this screen has been watching, at most for an hour. */
export function useLevelHistory(readings: readonly Reading[]): LevelHistory {
  const [history, setHistory] = useState<LevelHistory>(new Map());
  useEffect(() => setHistory((before) => addReadings(before, readings)), [readings]);
  return history;
}
