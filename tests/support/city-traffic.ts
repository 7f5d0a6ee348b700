import type { Delivery } from '../../scripts/simulate/delivery.ts';
import { createRandom } from '../../scripts/simulate/random.ts';
import { createTraffic, type Scenario } from '../../scripts/simulate/traffic.ts';
import { type CallSubject, createWorld, type World } from '../../scripts/simulate/world.ts';
import { loadCityPack } from '../../shared/city/packs.ts';

export type TrafficWanted = {
  /** Distinct reports in all deliveries together. */
  reports: number;
  scenario?: Scenario;
  seed?: number;
  addPhoto?: World['addPhoto'];
};

export type CityTraffic = {
  deliveries: Delivery[];
  /** The platforms' ids of the reports inside. */
  ids: Set<string>;
  /** What each call is about. */
  calls: Map<string, CallSubject>;
};

/** How far apart the reports lie, of all people together; the posts measure on top of it. */
const RATE = 4;

/**
 * Deliveries through all doors, in the order of time, with exactly so many reports in them. They lie in the past,
 * the last one about now, so that they can be sent as fast as one likes.
 */
export async function gatherTraffic(wanted: TrafficWanted): Promise<CityTraffic> {
  const { reports, scenario = 'flood', seed = 112, addPhoto = null } = wanted;
  const calls = new Map<string, CallSubject>();
  const world = createWorld({
    pack: loadCityPack('tangerang'),
    random: createRandom(seed),
    addPhoto,
    onCall: (callId, subject) => calls.set(callId, subject),
  });
  const durationMs = (reports / RATE) * 1000;
  const traffic = createTraffic(world, {
    scenario,
    startAt: Date.now() - durationMs,
    durationMs,
    rate: RATE,
  });
  const ids = new Set<string>();
  const deliveries: Delivery[] = [];
  for await (const { delivery } of traffic) {
    const fresh = delivery.externalIds.filter((id) => !ids.has(id));
    if (ids.size + fresh.length > reports) continue;
    for (const id of fresh) ids.add(id);
    deliveries.push(delivery);
  }
  if (ids.size !== reports) throw new Error(`the traffic holds ${ids.size} reports, not ${reports}`);
  return { deliveries, ids, calls };
}
