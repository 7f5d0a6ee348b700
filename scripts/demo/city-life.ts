import type { CityPack } from '../../shared/city/city-pack.ts';
import type { Account } from '../simulate/api-client.ts';
import { runDepartments } from '../simulate/departments.ts';
import type { SentMessage, StoredPhoto } from '../simulate/graph-server.ts';
import { createRandom } from '../simulate/random.ts';
import { createRecipients } from '../simulate/recipients.ts';
import { hourIn, hourWeight } from '../simulate/rhythm.ts';
import { runTraffic } from '../simulate/run-traffic.ts';
import { createSender } from '../simulate/sender.ts';
import { createTraffic, type Scenario } from '../simulate/traffic.ts';
import { type CallSubject, createWorld } from '../simulate/world.ts';
import type { DemoSecrets } from './secrets.ts';

export type CityLifeOptions = {
  url: string;
  pack: CityPack;
  secrets: DemoSecrets;
  addPhoto: (seed: number) => Promise<StoredPhoto>;
  /** Calls back with each message that the city sends by WhatsApp. */
  onMessage: (listener: (message: SentMessage) => void) => void;
  operator: Account;
  responders: Account[];
  signal: AbortSignal;
  onTrouble: (reason: string) => void;
};

type Scene = { scenario: Scenario; seconds: number; rate: number; readingsEveryMs: number; pace?: number };

/** A few dozen reports in the first seconds, so that nobody looks at an empty wall. */
const OPENING: Scene = { scenario: 'normal', seconds: 24, rate: 2.5, readingsEveryMs: 10_000, pace: 4 };
/** Then again and again: quiet, water, quiet, a prankster's half hour in a minute. Rates are those of an average hour. */
const SCENES: Scene[] = [
  { scenario: 'normal', seconds: 180, rate: 0.35, readingsEveryMs: 30_000 },
  { scenario: 'flood', seconds: 300, rate: 0.7, readingsEveryMs: 10_000 },
  { scenario: 'normal', seconds: 600, rate: 0.3, readingsEveryMs: 30_000 },
  { scenario: 'prank', seconds: 60, rate: 0.4, readingsEveryMs: 30_000 },
  { scenario: 'normal', seconds: 900, rate: 0.3, readingsEveryMs: 30_000 },
];
const REMEMBERED_CALLS = 500;

/** Lets a city live at a running server until the signal: citizens report, the water rises and falls, people work. */
export async function liveCity(options: CityLifeOptions): Promise<void> {
  const { url, pack, secrets, signal } = options;
  const random = createRandom(Date.now());
  const calls = new Map<string, CallSubject>();
  const world = createWorld({
    pack,
    random,
    addPhoto: options.addPhoto,
    onCall: (callId, subject) => {
      calls.set(callId, subject);
      for (const oldest of calls.keys()) {
        if (calls.size <= REMEMBERED_CALLS) break;
        calls.delete(oldest);
      }
    },
  });
  const sender = createSender({
    url,
    channelToken: secrets.channelToken,
    whatsappSecret: secrets.whatsappAppSecret,
    signal,
  });
  const recipients = createRecipients({
    world,
    random: createRandom(Date.now() + 2),
    deliver: (delivery) => sender.send(delivery),
    signal,
  });
  options.onMessage((message) => void recipients.take(message));
  const play = async ({ scenario, seconds, rate, readingsEveryMs, pace = 1 }: Scene): Promise<void> => {
    // Played faster it begins earlier, so that it ends now.
    const startAt = Date.now() - seconds * 1000 * (1 - 1 / pace);
    const busy = scenario === 'normal' && pace === 1 ? hourWeight(hourIn(pack.timeZone, startAt)) : 1;
    const traffic = createTraffic(world, {
      scenario,
      startAt,
      durationMs: seconds * 1000,
      rate: rate * busy,
      readingsEveryMs,
    });
    await runTraffic({ traffic, deliver: (delivery) => sender.send(delivery), signal, pace, mostAtOnce: 32 });
  };
  const departments = runDepartments({
    url,
    pack,
    random: createRandom(Date.now() + 1),
    operator: options.operator,
    responders: options.responders,
    subjectOf: (callId) => calls.get(callId),
    signal,
    onTrouble: options.onTrouble,
  });
  await play(OPENING);
  for (let index = 0; !signal.aborted; index = (index + 1) % SCENES.length) {
    const scene = SCENES[index];
    if (scene !== undefined) await play(scene);
  }
  await departments;
}
