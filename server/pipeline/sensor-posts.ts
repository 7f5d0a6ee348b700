import type { Actor } from '../../shared/access/actor.ts';
import type { CityPack } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import type { Transaction } from '../database/connect.ts';
import type { TicketCommands } from '../tickets/ticket-commands.ts';
import type { Outcome } from './inbox.ts';
import { keepStates, lockPosts, NOTHING_YET, type PostState, type Reading } from './sensor-states.ts';
import { createLikenessNow, type LikenessNow } from './sightings.ts';
import { type Judgement, judgeAll } from './steps/judge.ts';
import type { Candidate, Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';
import { isAlarm, judgeReading, readLevel, type SensorVerdict } from './steps/sensor-rule.ts';

/** Applies each post's rule to its readings, in the order of their time. */
export function createSensorPosts(pack: CityPack, commands: TicketCommands, actor: Actor) {
  const likenessNow = createLikenessNow(pack);
  const postsByName = perVersion(
    pack,
    ({ sensors }) => new Map(sensors.map((post) => [post.senmlName, post])),
  );

  return {
    /** Understands readings. `sightings`: of those that may be about what people report around the post. */
    read(reports: readonly Report[]) {
      const readings = reports.flatMap((report) => readingOf(report) ?? []).sort((a, b) => a.at - b.at);
      const likeness = likenessNow();
      const sightings = readings.flatMap((reading) => sightingOf(reading, likeness) ?? []);
      return {
        sightings,
        prepare: (trx: Transaction, around: readonly Candidate[]) => prepare(trx, readings, around),
      };
    },
  };

  /** Locks the posts. Their tickets, and those they may join (`ticketIds`), are then to be locked; `carryOut` writes. */
  async function prepare(trx: Transaction, readings: readonly Reading[], around: readonly Candidate[]) {
    const posts = await lockPosts(trx, readings);
    const own = [...posts.values()].flatMap(({ ticketId }) => ticketId ?? []);
    const joined = readings.flatMap((reading) => ticketAround(reading, around)?.candidate.ticketId ?? []);
    return {
      ticketIds: [...own, ...joined],
      async carryOut(open: ReadonlySet<string>, near: readonly Candidate[]): Promise<Outcome[]> {
        if (readings.length === 0) return [];
        for (const post of posts.values()) post.isOpen = post.ticketId !== null && open.has(post.ticketId);
        const outcomes: Outcome[] = [];
        for (const reading of readings) outcomes.push(await apply(trx, reading, posts, near));
        await keepStates(trx, readings, posts);
        return outcomes;
      },
    };
  }

  /** What people report around a post that raises an alarm. */
  function ticketAround(reading: Reading, around: readonly Candidate[]): Judgement | null {
    const likeness = likenessNow();
    const sighting = sightingOf(reading, likeness);
    if (!sighting) return null;
    // Another post's alarm is an episode of its own.
    const told = around.filter(({ channel }) => channel !== 'sensor');
    return judgeAll(sighting, told, likeness.kin).join;
  }

  /** Below its threshold a post tells of nothing that anybody would report. */
  function sightingOf({ post, value, at }: Reading, { categoryOf, kinOf }: LikenessNow): Sighting | null {
    const category = categoryOf(post.rule.categoryCode);
    if (!category?.match || value < post.rule.raiseAt) return null;
    return { lat: post.lat, lng: post.lng, accuracyM: 0, category, at, joinsKin: kinOf(category.code) };
  }

  function readingOf(report: Report): Reading | null {
    const post = report.measurement && postsByName().get(report.measurement.name);
    if (!post || !report.measurement) return null;
    const value = readLevel(report.measurement, post);
    if (typeof value === 'string') return null;
    return { report, post, value, at: Date.parse(report.measurement.at) };
  }

  async function apply(
    trx: Transaction,
    reading: Reading,
    posts: Map<string, PostState>,
    near: readonly Candidate[],
  ): Promise<Outcome> {
    const { report, post, value, at } = reading;
    const before = posts.get(post.id) ?? NOTHING_YET;
    const noted = before.noted === null ? null : { value: before.noted };
    const verdict = judgeReading(post.rule, before.state, reading, noted);
    const after = await carryOut(trx, reading, before, verdict, near);
    if (verdict.kind !== 'late') {
      posts.set(post.id, { ...after, state: { value, at, alarm: isAlarm(before.state, verdict) } });
    }
    const isQuiet = verdict.kind === 'quiet' || verdict.kind === 'late';
    const reason = isQuiet ? REASONS[verdict.kind] : null;
    return {
      reportId: report.id,
      state: 'processed',
      reason,
      ticketId: isQuiet ? null : after.ticketId,
      ...(isQuiet ? {} : { homeId: after.homeId }),
    };
  }

  async function carryOut(
    trx: Transaction,
    { report, post, value, at }: Reading,
    before: PostState,
    verdict: SensorVerdict,
    near: readonly Candidate[],
  ): Promise<PostState> {
    const level = { value, unit: post.unit, post: post.name };
    if (verdict.kind === 'raised' || (verdict.kind === 'changed' && risesUnseen(value, before))) {
      const told = ticketAround({ report, post, value, at }, near);
      if (told) {
        const { ticketId } = told.candidate;
        const category = post.rule.categoryCode;
        const joined = { reportId: report.id, category, priority: verdict.priority, facts: { level } };
        await commands.join(trx, ticketId, { ...joined, because: told.because }, actor);
        return { ...before, ticketId, homeId: null, noted: value, isOpen: true };
      }
      const ticket = await commands.open(
        trx,
        {
          reportId: report.id,
          channel: 'sensor',
          category: post.rule.categoryCode,
          priority: verdict.priority,
          facts: { level },
          location: { lat: post.lat, lng: post.lng, accuracyM: 0, source: 'sensor' },
          because: [`${value} ≥ ${post.rule.raiseAt} ${post.unit}`],
        },
        actor,
      );
      return { ...before, ticketId: ticket.id, homeId: null, noted: value, isOpen: true };
    }
    if (!before.ticketId || !before.isOpen || (verdict.kind !== 'changed' && verdict.kind !== 'fell'))
      return before;
    const fell = verdict.kind === 'fell';
    const priority = fell ? undefined : verdict.priority;
    const homeId = before.homeId ?? undefined;
    await commands.measure(trx, before.ticketId, { level, fell, priority, homeId }, actor);
    return { ...before, noted: value };
  }
}

/** What somebody has ended nobody looks at any more: when the water goes on rising there must be a ticket again. */
function risesUnseen(value: number, { isOpen, noted }: PostState): boolean {
  return !isOpen && (noted === null || value > noted);
}

const REASONS = { quiet: 'below threshold', late: 'out of order' };
