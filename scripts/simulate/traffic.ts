import type { Delivery } from './delivery.ts';
import { hourIn, hourWeight } from './rhythm.ts';
import { senmlPack } from './sensors.ts';
import {
  prankByCall,
  prankByWhatsapp,
  type Step,
  type Story,
  statusByWhatsapp,
  tellByCall,
  tellByLaksa,
  tellByWhatsapp,
} from './stories.ts';
import type { Incident, World } from './world.ts';

export const SCENARIOS = ['normal', 'flood', 'prank'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** A delivery and when it is to be sent, ms after the traffic's start. */
export type Timed = { atMs: number; delivery: Delivery };

export type TrafficOptions = {
  scenario: Scenario;
  /** When it begins, ms since the epoch; the times inside the payloads count from here. */
  startAt: number;
  durationMs: number;
  /** Reports of people per second at the start; over hours it follows the day. The posts' readings come on top. */
  rate: number;
  /** The hour of the day it begins in; the city's own by default. */
  hour?: number | undefined;
  /** How often the posts measure, ms; null for never. */
  readingsEveryMs?: number | null;
};

const HOUR_MS = 3_600_000;

/**
 * What a city sends, in the order of time. Stories that are not over at the end are told to their end at once,
 * so that no call is left ringing.
 */
export async function* createTraffic(world: World, options: TrafficOptions): AsyncGenerator<Timed> {
  const { startAt, durationMs, readingsEveryMs = 10_000 } = options;
  const startHour = options.hour ?? hourIn(world.pack.timeZone, startAt);
  if (options.scenario === 'flood') world.water.surge({ from: startAt, until: startAt + durationMs });
  const waiting = createAgenda();
  let nextStoryMs = 0;
  let nextReadingMs = readingsEveryMs === null ? Number.POSITIVE_INFINITY : 0;
  const nextMs = () => Math.min(nextStoryMs, nextReadingMs, waiting.nextMs());
  for (let now = nextMs(); now <= durationMs; now = nextMs()) {
    if (waiting.nextMs() === now) {
      yield await told(waiting.take(), startAt, durationMs);
    } else if (nextReadingMs === now) {
      yield { atMs: now, delivery: senmlPack(world.water.readAll(startAt + now)) };
      nextReadingMs += readingsEveryMs ?? Number.POSITIVE_INFINITY;
    } else {
      const hour = Math.floor((startHour + now / HOUR_MS) % 24);
      const stories = nextStories(world, options.scenario, startAt + now, hour);
      for (const [index, story] of stories.entries()) {
        const delayMs = index === 0 ? 0 : world.random.int(0, 3000);
        for (const step of story.steps) waiting.add(now + delayMs + step.afterMs, step);
      }
      const reports = stories.reduce((sum, story) => sum + story.reports, 0);
      const busy = hourWeight(hour) / hourWeight(startHour);
      const gapMs = (-Math.log(1 - world.random.next()) * reports * 1000) / (options.rate * busy);
      nextStoryMs += Math.round(gapMs);
    }
  }
  while (waiting.nextMs() < Number.POSITIVE_INFINITY) yield await told(waiting.take(), startAt, durationMs);
}

async function told({ atMs, step }: Due, startAt: number, durationMs: number): Promise<Timed> {
  const sentMs = Math.min(atMs, durationMs);
  return { atMs: sentMs, delivery: await step.build(startAt + sentMs) };
}

/** What happens next: one story, or several at once where water rises. */
function nextStories(world: World, scenario: Scenario, at: number, hour: number): Story[] {
  const { random } = world;
  if (scenario === 'flood' && random.chance(0.75)) {
    const posts = world.water.flooded();
    const post = random.pick(posts.length > 0 ? posts : world.pack.sensors);
    return Array.from({ length: random.int(2, 5) }, () => tell(world, world.flood(at, post), 0.2));
  }
  if (scenario === 'prank' && random.chance(0.85)) {
    return [random.chance(0.8) ? prankByCall(world) : prankByWhatsapp(world)];
  }
  const kind = random.next();
  if (kind < 0.04) return [prankByWhatsapp(world)];
  if (kind < 0.1) return [prankByCall(world)];
  if (kind < 0.2) return [tellByCall(world, world.emergency(at))];
  const stories = [tell(world, world.incident(at, hour), 0)];
  if (random.chance(0.08)) stories.push(statusByWhatsapp(world));
  return stories;
}

function tell(world: World, incident: Incident, callShare: number): Story {
  if (world.random.chance(callShare)) return tellByCall(world, incident);
  return world.random.chance(0.55) ? tellByWhatsapp(world, incident) : tellByLaksa(world, incident);
}

type Due = { atMs: number; step: Step };

/** Steps to come, earliest first; equal times in the order they were added. */
function createAgenda() {
  const due: Due[] = [];
  return {
    nextMs: () => due[0]?.atMs ?? Number.POSITIVE_INFINITY,
    add: (atMs: number, step: Step) => {
      let index = due.length;
      while (index > 0 && (due[index - 1]?.atMs ?? 0) > atMs) index -= 1;
      due.splice(index, 0, { atMs, step });
    },
    take: (): Due => {
      const first = due.shift();
      if (first === undefined) throw new RangeError('Nothing is due');
      return first;
    },
  };
}
