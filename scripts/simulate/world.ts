import type { Category, CityPack, SensorPost } from '../../shared/city/city-pack.ts';
import type { StoredPhoto } from './graph-server.ts';
import { createWaterLevels, type WaterLevels } from './levels.ts';
import { type Citizen, createCitizens } from './people.ts';
import { createPlaces, type Place } from './places.ts';
import type { Random } from './random.ts';
import { categoryWeight } from './rhythm.ts';
import { commonness, createWriter, isUrgent, type Writer } from './texts.ts';
import type { WhatsappContact } from './whatsapp.ts';

/** Something that happened, which one or several citizens report; `at` in ms since the epoch. */
export type Incident = { category: Category; place: Place; at: number };

/** What a call is about, for those who play the call-taker; null for a prank or a silent call. */
export type CallSubject = { categoryCode: string; lat: number; lng: number; text: string } | null;

/** The simulated city: its people, its places, what goes on in it, and the water. */
export type World = {
  pack: CityPack;
  random: Random;
  citizens: Citizen[];
  /** Few people who call often and say nothing. */
  pranksters: Citizen[];
  writer: Writer;
  water: WaterLevels;
  /** Null when no stand-in for the platform's photo store runs: then nobody sends photos by WhatsApp. */
  addPhoto: ((seed: number) => Promise<StoredPhoto>) | null;
  /** False leaves photos out of LAKSA posts (they are slow to make). */
  photos: boolean;
  amlKey: string | undefined;
  onCall: (callId: string, subject: CallSubject) => void;
  /** Where those who wrote by WhatsApp last reported from, by number or business-scoped id. */
  whereabouts: Map<string, { contact: WhatsappContact; place: Place }>;
  /** Something new, or something others have reported already, as it comes at this hour. */
  incident(at: number, hour: number): Incident;
  /** An emergency somebody would call 112 for. */
  emergency(at: number): Incident;
  /** Water in the streets around a post. */
  flood(at: number, post: SensorPost): Incident;
};

export type WorldOptions = {
  pack: CityPack;
  random: Random;
  addPhoto?: World['addPhoto'];
  photos?: boolean;
  amlKey?: string | undefined;
  onCall?: World['onCall'];
};

const REMEMBERED = 40;
const AGAIN = 0.3;

/** A city from its pack; the same pack and seed give the same city. */
export function createWorld(options: WorldOptions): World {
  const { pack, random } = options;
  const places = createPlaces(pack, random);
  const common = commonness(pack);
  const recent: Incident[] = [];
  const remember = (incident: Incident): Incident => {
    recent.push(incident);
    if (recent.length > REMEMBERED) recent.shift();
    return incident;
  };
  const again = (at: number): Incident | null => {
    const open = recent.filter(({ category, at: since }) => {
      return category.match !== null && at - since < category.match.windowMin * 60_000;
    });
    if (open.length === 0) return null;
    const { category, place } = random.pick(open);
    return { category, place: places.near(place, (category.match?.radiusM ?? 50) * 0.4), at };
  };
  const urgent = pack.categories.filter((category) => common(category) > 0 && isUrgent(category));
  const floodCategory = findFlood(pack);

  return {
    pack,
    random,
    citizens: createCitizens(random, 400),
    pranksters: createCitizens(random, 6),
    writer: createWriter(pack, random),
    water: createWaterLevels(pack.sensors, random),
    addPhoto: options.addPhoto ?? null,
    photos: options.photos ?? true,
    amlKey: options.amlKey,
    onCall: options.onCall ?? (() => undefined),
    whereabouts: new Map(),
    incident: (at, hour) => {
      const repeated = random.chance(AGAIN) ? again(at) : null;
      if (repeated !== null) return repeated;
      const category = random.weighted(
        pack.categories,
        (one) => common(one) * categoryWeight(one.code, hour),
      );
      return remember({ category, place: places.any(), at });
    },
    emergency: (at) => remember({ category: random.weighted(urgent, common), place: places.any(), at }),
    flood: (at, post) => {
      const place = places.near({ name: post.name, lat: post.lat, lng: post.lng }, 500);
      return remember({ category: floodCategory, place, at });
    },
  };
}

/** The category of water in the streets; where the pack has none, the one its posts report. */
function findFlood(pack: CityPack): Category {
  const codes = ['flood', ...pack.sensors.map(({ rule }) => rule.categoryCode), pack.fallbackCategory];
  const found = codes.map((code) => pack.categories.find((one) => one.code === code)).find(Boolean);
  if (found === undefined) throw new RangeError(`The pack ${pack.id} has no category for floods`);
  return found;
}
