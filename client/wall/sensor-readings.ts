import { useMemo } from 'react';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { CityView, SensorLevel } from '../../shared/wire/api.ts';
import { useSensorLevels } from '../api/account.ts';
import { useCity } from '../session/city-words.ts';

/** A measuring post of the city. */
export type Post = CityView['sensors'][number];
/** What a post says now; `fill` is of its critical level, `severity` past one of its thresholds. */
export type Reading = {
  post: Post;
  level: SensorLevel | undefined;
  fill: number;
  severity: Priority | undefined;
};

/** A reading this old says nothing of now, ms. */
export const READING_OLD_MS = 60 * 60_000;

/** The posts with their levels, the nearest to their critical level first. */
export function readingsOf(sensors: readonly Post[], levels: ReadonlyMap<string, SensorLevel>): Reading[] {
  return sensors
    .map((post): Reading => {
      const level = levels.get(post.id);
      const fill = level === undefined ? 0 : Math.max(0, level.value / post.criticalAt);
      return { post, level, fill, severity: level && severityOf(post, level.value) };
    })
    .sort((a, b) => b.fill - a.fill);
}

/** How many posts are past a threshold. */
export function alarmCount(readings: readonly Reading[]): number {
  return readings.filter(({ severity }) => severity !== undefined).length;
}

const NO_LEVELS: ReadonlyMap<string, SensorLevel> = new Map();

export function useReadings(): Reading[] {
  const { sensors } = useCity();
  const { data } = useSensorLevels();
  return useMemo(() => readingsOf(sensors, data ?? NO_LEVELS), [sensors, data]);
}

function severityOf(post: Post, value: number): Priority | undefined {
  if (value >= post.criticalAt) return 'critical';
  return value >= post.raiseAt ? 'high' : undefined;
}
