import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import type { Channel } from '../../shared/report/channel.ts';
import { DUE_SOON_SHARE } from '../../shared/ticket/sla.ts';
import type { Command } from '../../shared/ticket/transitions.ts';
import { createPlaces, type Place } from '../simulate/places.ts';
import type { Random } from '../simulate/random.ts';
import { categoryWeight, hourIn, hourWeight } from '../simulate/rhythm.ts';
import { commonness, createWriter } from '../simulate/texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type PastTicket = { category: Category; place: Place | null; channel: Channel; text: string };
/** What happened at a moment, in ms since the epoch; `mark`: the SLA clock looks at the ticket. */
export type PastEvent = {
  at: number;
  ticket: PastTicket;
  act: 'open' | 'mark' | Command;
  words?: { reason?: string; note?: string };
};

type PlanOptions = { pack: CityPack; random: Random; from: number; until: number; perDay: number };

/** Everything that happened in a city in so many days, in the order in which it did. */
export function planPast({ pack, random, from, until, perDay }: PlanOptions): PastEvent[] {
  const writer = createWriter(pack, random);
  const places = createPlaces(pack, random);
  const common = commonness(pack);
  // Some departments are quicker than others, week after week.
  const slowness = new Map(pack.departments.map(({ code }) => [code, random.between(0.55, 1.7)]));
  const events: PastEvent[] = [];
  for (let hour = from; hour < until; hour += HOUR_MS) {
    const clock = hourIn(pack.timeZone, hour);
    const expected = (perDay / 24) * hourWeight(clock);
    const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
    for (let n = 0; n < count; n++) {
      const category = random.weighted(
        pack.categories,
        (one) => common(one) * categoryWeight(one.code, clock),
      );
      const place = random.chance(0.93) ? places.any() : null;
      const channel = channelOf(category, random);
      const text = writer.about(category.code, place?.name ?? 'dekat sini');
      const at = hour + Math.floor(random.next() * HOUR_MS);
      // It gets a little better as time goes on.
      const pace =
        (slowness.get(category.departmentCode) ?? 1) * (1.2 - (0.35 * (at - from)) / (until - from));
      events.push(...lifeOf({ category, place, channel, text }, at, pace, random));
    }
  }
  return events.filter(({ at }) => at < until).toSorted((a, b) => a.at - b.at);
}

function channelOf({ priority }: Category, random: Random): Channel {
  if (priority === 'critical') return random.chance(0.8) ? '112' : 'whatsapp';
  if (priority === 'high' && random.chance(0.4)) return '112';
  return random.weighted(['laksa', 'whatsapp'] as const, (channel) => (channel === 'laksa' ? 5 : 4));
}

/** One ticket from its opening to its end. Lengths of time are about log-normal, as they are in complaint desks. */
function lifeOf(ticket: PastTicket, at: number, pace: number, random: Random): PastEvent[] {
  const { sla } = ticket.category;
  const events: PastEvent[] = [{ at, ticket, act: 'open' }];
  let now = at;
  const then = (act: PastEvent['act'], afterMs: number, words?: PastEvent['words']) => {
    now += Math.max(1000, afterMs);
    events.push({ at: now, ticket, act, ...(words && { words }) });
  };
  const watch = (from: number) => {
    for (const minutes of [sla.acknowledgeMin, sla.resolveMin])
      for (const share of [DUE_SOON_SHARE, 1])
        events.push({ at: from + minutes * MINUTE_MS * share + 500, ticket, act: 'mark' });
  };
  const part = (minutes: number, middle: number) =>
    minutes * MINUTE_MS * pace * middle * Math.exp(random.gaussian() * 0.85);
  watch(at);
  then('verify', part(sla.acknowledgeMin, 0.08));
  if (random.chance(0.04)) {
    then('reject', part(sla.acknowledgeMin, 0.1), { reason: 'Laporan iseng.' });
    return events;
  }
  const work = () => {
    then('route', part(sla.acknowledgeMin, 0.03));
    then('acknowledge', part(sla.acknowledgeMin, 0.25));
    then('start', part(sla.resolveMin, 0.04));
    then('resolve', part(sla.resolveMin, 0.2), { note: 'Sudah ditangani di lokasi oleh petugas.' });
  };
  work();
  if (random.chance(0.05)) {
    then('reopen', part(sla.resolveMin, 0.1), { reason: 'Warga melapor lagi: belum selesai.' });
    watch(now);
    work();
  }
  then('close', DAY_MS * random.between(0.05, 0.4));
  return events;
}
