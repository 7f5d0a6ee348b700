import type { SensorPost } from '../../../shared/city/city-pack.ts';
import type { SettingEffects } from '../../../shared/wire/settings.ts';
import type { Database } from '../../database/connect.ts';
import { isAlarm, judgeReading, type SensorState } from '../../pipeline/steps/sensor-rule.ts';

const LOOKED_BACK_MS = 30 * 24 * 3600_000;
/** A post that measures every minute for 30 days. */
const MOST_READINGS = 45_000;

/** Runs the post's rule over the readings of the last 30 days, with the present limits and with the new ones. */
export async function countAlarms(
  db: Database,
  postId: string,
  ruleNow: SensorPost['rule'],
  ruleThen: SensorPost['rule'],
  now: number,
): Promise<SettingEffects['alarms']> {
  const rows = await db
    .selectFrom('sensor_reading')
    .select(['at', 'value'])
    .where('post_id', '=', postId)
    .where('at', '>=', new Date(now - LOOKED_BACK_MS))
    .orderBy('at')
    .limit(MOST_READINGS)
    .execute();
  const readings = rows.map(({ at, value }) => ({ at: at.getTime(), value }));
  return {
    readings: readings.length,
    before: countEpisodes(ruleNow, readings),
    after: countEpisodes(ruleThen, readings),
  };
}

function countEpisodes(rule: SensorPost['rule'], readings: readonly { at: number; value: number }[]): number {
  let state: SensorState | null = null;
  let episodes = 0;
  for (const reading of readings) {
    const verdict = judgeReading(rule, state, reading, null);
    if (verdict.kind === 'raised') episodes += 1;
    state = { ...reading, alarm: isAlarm(state, verdict) };
  }
  return episodes;
}
