import type { CityPack, FloodRule } from '../../../shared/city/city-pack.ts';
import { judgeFlood, NO_FLOOD } from '../../../shared/room/flood-rule.ts';
import type { SettingEffects } from '../../../shared/wire/settings.ts';
import type { Database } from '../../database/connect.ts';
import { isAlarm, judgeReading, type SensorState } from '../../pipeline/steps/sensor-rule.ts';

const MINUTE_MS = 60_000;
const LOOKED_BACK_MS = 30 * 24 * 60 * MINUTE_MS;
/** As fine as levels and crowds change; the rule itself looks more often. */
const STEP_MS = 5 * MINUTE_MS;
const MOST_ROWS = 200_000;

/** When a post said something, and whether it was in alarm then. */
type Said = { at: number; alarm: boolean };

/** Runs the rule over the last 30 days' reports and readings, with the present limits and with the new ones. */
export async function countFloods(
  db: Database,
  before: CityPack,
  after: CityPack,
  now: number,
): Promise<NonNullable<SettingEffects['floods']>> {
  const since = now - LOOKED_BACK_MS;
  const reports = await readReports(db, before.flood?.categories ?? [], since);
  const posts = await readPosts(db, before, since);
  const count = ({ flood }: CityPack) => (flood ? countTurns(flood, { reports, posts, since, now }) : 0);
  return { before: count(before), after: count(after) };
}

/** When people reported flooding, in order. */
async function readReports(db: Database, categories: readonly string[], since: number): Promise<number[]> {
  if (categories.length === 0) return [];
  const rows = await db
    .selectFrom('report')
    .innerJoin('ticket', 'ticket.id', 'report.ticket_id')
    .select('report.received_at')
    .where('ticket.category', 'in', categories)
    .where('report.channel', '<>', 'sensor')
    .where('report.received_at', '>=', new Date(since))
    .orderBy('report.received_at')
    .limit(MOST_ROWS)
    .execute();
  return rows.map(({ received_at }) => received_at.getTime());
}

/** What each post has said, in order, by its own limits. */
async function readPosts(db: Database, { sensors }: CityPack, since: number): Promise<Said[][]> {
  const rows = await db
    .selectFrom('sensor_reading')
    .select(['post_id', 'at', 'value'])
    .where('at', '>=', new Date(since))
    .orderBy('at')
    .limit(MOST_ROWS)
    .execute();
  return sensors.map(({ id, rule }) => {
    let state: SensorState | null = null;
    return rows.flatMap(({ post_id, at, value }) => {
      if (post_id !== id) return [];
      const reading = { at: at.getTime(), value };
      state = { ...reading, alarm: isAlarm(state, judgeReading(rule, state, reading, null)) };
      return [{ at: reading.at, alarm: state.alarm }];
    });
  });
}

type History = { reports: readonly number[]; posts: readonly Said[][]; since: number; now: number };

function countTurns(rule: FloodRule, { reports, posts, since, now }: History): number {
  const spanMs = rule.withinMin * MINUTE_MS;
  const cursors = posts.map(() => 0);
  let [from, to, turns, verdict] = [0, 0, 0, NO_FLOOD];
  for (let at = since; at <= now; at += STEP_MS) {
    while ((reports[to] ?? Number.POSITIVE_INFINITY) <= at) to += 1;
    while (from < to && (reports[from] ?? 0) <= at - spanMs) from += 1;
    const inAlarm = posts.filter((said, n) => {
      while ((said[cursors[n] ?? 0]?.at ?? Number.POSITIVE_INFINITY) <= at)
        cursors[n] = (cursors[n] ?? 0) + 1;
      const last = said[(cursors[n] ?? 0) - 1];
      return last?.alarm === true && last.at > at - spanMs;
    });
    const next = judgeFlood(rule, verdict, { posts: inAlarm.length, reports: to - from }, at);
    if (next.onSince !== null && verdict.onSince === null) turns += 1;
    verdict = next;
  }
  return turns;
}
