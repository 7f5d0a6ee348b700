import { sql } from 'kysely';
import { CHANNELS, type Channel } from '../../shared/report/channel.ts';
import { createUsual, hourOf, USUAL_WEEKS } from '../../shared/room/usual-hour.ts';
import type { ChannelPulse } from '../../shared/wire/room.ts';
import type { Database } from '../database/connect.ts';

const HOUR_MS = 3_600_000;
const KEPT_MS = USUAL_WEEKS * 7 * 24 * HOUR_MS;
/** Hours counted again when the next one is over: a report may be committed a moment after its time. */
const AGAIN_MS = HOUR_MS;

/** Counts each channel's last hour, finds what is usual for it, and writes both down for all nodes. */
export async function takePulse(db: Database, timeZone: string, nowMs: number): Promise<void> {
  await rollUpHours(db, nowMs);
  const [lastHour, history] = await Promise.all([countLastHour(db, nowMs), readHistory(db, nowMs)]);
  const usual = createUsual(nowMs, history.from ?? nowMs, timeZone);
  const channels = CHANNELS.flatMap((channel): ChannelPulse[] => {
    const counts = history.counts.get(channel);
    const count = lastHour.get(channel) ?? 0;
    // Channels that have been silent for weeks are not there.
    if (!counts && count === 0) return [];
    return [{ channel, lastHour: count, usual: usual && toTenths(usual((hour) => counts?.get(hour) ?? 0)) }];
  });
  await db
    .updateTable('room')
    .set({ channels: JSON.stringify(channels), channels_at: new Date(nowMs) })
    .execute();
}

/** Counts the hours that are over and not counted yet; after the first time that is one an hour. */
async function rollUpHours(db: Database, nowMs: number): Promise<void> {
  const end = new Date(hourOf(nowMs));
  const { latest } = await db
    .selectFrom('report_hour')
    .select(({ fn }) => fn.max('hour').as('latest'))
    .executeTakeFirstOrThrow();
  const counted = latest === null ? Number.NEGATIVE_INFINITY : latest.getTime() + HOUR_MS;
  if (counted >= end.getTime()) return;
  const from = new Date(Math.max(counted - AGAIN_MS, end.getTime() - KEPT_MS));
  await sql`
    insert into report_hour (hour, channel, count)
    select date_trunc('hour', received_at, 'UTC'), channel, count(*) from report
    where received_at >= ${from} and received_at < ${end} group by 1, 2
    on conflict (hour, channel) do update set count = excluded.count`.execute(db);
}

async function countLastHour(db: Database, nowMs: number): Promise<Map<Channel, number>> {
  const rows = await db
    .selectFrom('report')
    .select(({ fn }) => ['channel', fn.countAll<number>().as('count')])
    .where('received_at', '>', new Date(nowMs - HOUR_MS))
    .where('received_at', '<=', new Date(nowMs))
    .groupBy('channel')
    .execute();
  return new Map(rows.map(({ channel, count }) => [channel as Channel, count]));
}

type History = { from: number | null; counts: Map<Channel, Map<number, number>> };

/** What the hours of the last weeks had, by channel and start; and when there was the first of all. */
async function readHistory(db: Database, nowMs: number): Promise<History> {
  const [{ first }, rows] = await Promise.all([
    db
      .selectFrom('report_hour')
      .select(({ fn }) => fn.min('hour').as('first'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('report_hour')
      .selectAll()
      .where('hour', '>=', new Date(hourOf(nowMs) - KEPT_MS - HOUR_MS))
      .execute(),
  ]);
  const counts: History['counts'] = new Map();
  for (const { channel, hour, count } of rows) {
    const byHour = counts.get(channel as Channel) ?? new Map<number, number>();
    counts.set(channel as Channel, byHour.set(hour.getTime(), count));
  }
  return { from: first?.getTime() ?? null, counts };
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10;
}
