import type { LatLng } from '../report/report.ts';
import type { Priority } from '../ticket/ticket.ts';
import type { CommonNames, GazetteerPlace, Neighbour } from './gazetteer.ts';
import type { LearntModels } from './learnt-models.ts';
import type { NoiseRules } from './noise.ts';
import type { UrgencyRules } from './urgency.ts';
import type { WordStatistics } from './word-statistics.ts';

/** A department (OPD) or outside body that can take tickets. Icon: a name from the client's icon set. */
export type Department = {
  code: string;
  name: string;
  /** Short name for walls and lists. */
  shortName: string;
  icon: string;
  /** False for bodies outside the city (PLN, police): handed over and said so. */
  internal: boolean;
  /** False for one that was closed: nothing is routed there any more, its tickets stay. Left out: true. */
  active?: boolean;
};

/** Time allowed, in minutes; counted around the clock (7x24) unless the category has a calendar. */
export type SlaTargets = { acknowledgeMin: number; resolveMin: number };

/** Nothing, suggest a department, or route by itself where it is sure. */
export const ROUTING_POLICIES = ['off', 'suggest', 'auto'] as const;
export type RoutingPolicy = (typeof ROUTING_POLICIES)[number];

/** A kind of incident or complaint. */
export type Category = {
  code: string;
  /** Names by language; the wall's title starts with it. */
  name: { id: string; en: string };
  departmentCode: string;
  priority: Priority;
  sla: SlaTargets;
  /** Other targets for tickets of a priority; what is left out has `sla`. */
  slaByPriority?: { [P in Priority]?: SlaTargets | undefined };
  /**
   * Words and phrases (lower case, as people type them) that point to this category, with a weight:
   * 1 = weak hint, 3 = strong, 6 = decides by itself, 9 = an emergency's word that overrules complaints;
   * negative for look-alikes. A report's score is the sum over the phrases that occur in it as whole words.
   */
  words: Record<string, number>;
  /** How far and how long two reports of this category are the same incident; null = never joined by itself. */
  match: { radiusM: number; windowMin: number } | null;
  /** What the system may do when it knows whose such a ticket is; left out: suggest. */
  routing?: RoutingPolicy;
  /** The calendar by whose hours the clocks of tickets that are not critical run; none: around the clock. */
  calendarCode?: string | null;
  /** That calendar itself, filled in by `cityInForce`. */
  hours?: WorkingHours | null;
};

/**
 * When a calendar's clocks run, in the city's own time. `week` has seven days from Monday; each day's spans are minutes
 * of the day in order. On holidays (`YYYY-MM-DD`) nothing runs.
 */
export type WorkingHours = {
  timeZone: string;
  week: readonly (readonly (readonly [from: number, to: number])[])[];
  holidays: readonly string[];
};
export type Calendar = { code: string; name: string } & Pick<WorkingHours, 'week' | 'holidays'>;

/** A prepared sentence; `{…}` are places to fill in. `departmentCode` null: for everybody. */
export type QuickText = {
  id: string;
  title: string;
  body: string;
  departmentCode: string | null;
  uses: ('note' | 'return' | 'reply')[];
};

/** The two administrative levels; `code` is the Kemendagri code. */
export type Kecamatan = { code: string; name: string };
export type Kelurahan = LatLng & {
  code: string;
  name: string;
  kecamatanCode: string;
  postalCode: string;
};

/** A fixed measuring post and the rule that turns its readings into a ticket. */
export type SensorPost = LatLng & {
  id: string;
  name: string;
  /** The SenML name of its readings, `bn` + `n`. */
  senmlName: string;
  unit: string;
  rule: {
    categoryCode: string;
    /** A reading at or above opens a ticket … */
    raiseAt: number;
    /** … a reading at or above this makes it critical … */
    criticalAt: number;
    /** … and one at or below this ends the episode. Below `raiseAt`: the gap is the hysteresis. */
    clearAt: number;
  };
};

/** A place with a name that reports may come from: for simulation. The gazetteer takes them up. */
export type Landmark = LatLng & { name: string; kind: string; kelurahanCode: string };

/**
 * What a citizen might write about a category, for trying the city out (never for understanding reports).
 * `{place}` stands where the writer would name a place.
 */
export type ExampleText = { category: string; text: string };

/** What a citizen might write and what it is, written out in full: what the city's first model learns from. `urgent`: it is an emergency now, or not one. */
export type TrainingText = { category: string; text: string; urgent?: boolean };

/** A polyline drawn when no tiles can be reached: rivers, main roads. */
export type Line = { name: string; kind: 'river' | 'road'; points: [lat: number, lng: number][] };

/** How people say how deep the water is: words with centimetres, and the categories in which depth is a fact. */
export type DepthWords = { words: Record<string, number>; categories: string[] };

/**
 * When the walls go into flood mode by themselves: at least so many posts in alarm, or so many reports of the
 * categories, within the last `withinMin` minutes; and how long fewer than that must last before it ends.
 */
export type FloodRule = {
  posts: number;
  reports: number;
  withinMin: number;
  calmMin: number;
  categories: string[];
};

/**
 * How many different people must tell of one incident for its priority to rise a step, each number one step. To critical
 * only in the categories named: a hundred people at one pothole make no emergency.
 */
export type BurstRule = { reporters: readonly number[]; emergencies: readonly string[] };

/**
 * What helps to see that two reports tell of the same: categories that may be two looks at one incident (by code, each
 * way round), and words that everybody uses and that tell nothing apart.
 */
export type LikenessRule = { kin: Record<string, readonly string[]>; commonWords: readonly string[] };

/** All that a city brings with it. Nothing about a city lives outside its pack. */
export type CityPack = {
  id: string;
  /** Names of the control room and the city as shown on screens. */
  name: string;
  roomName: string;
  timeZone: string;
  timeZoneLabel: string;
  locale: string;
  /** Country calling code without `+`, for telephone numbers as people and exchanges write them. */
  callingCode: string;
  /** Ticket numbers are `<prefix>-<year>-<six digits>`. */
  ticketPrefix: string;
  centre: LatLng;
  bounds: { south: number; west: number; north: number; east: number };
  /** A coordinate farther than this from every kelurahan's point lies outside the city, metres. */
  reachM: number;
  departments: Department[];
  categories: Category[];
  /** Category for reports none of whose words are known. */
  fallbackCategory: string;
  /** Category of an emergency call of which nothing but the call is known yet. */
  callCategory: string;
  kecamatan: Kecamatan[];
  kelurahan: Kelurahan[];
  sensors: SensorPost[];
  landmarks: Landmark[];
  lines: Line[];
  /** The places that reports name. Left out: only the kelurahan and kecamatan are known by name. */
  gazetteer?: readonly GazetteerPlace[];
  neighbours?: readonly Neighbour[];
  commonNames?: CommonNames;
  /** Messages that carry nothing (greetings, thanks, tests), whole texts in lower case. */
  emptyTexts: string[];
  /** Left out: depths are not understood. */
  depth?: DepthWords;
  /** Left out: the number of reporters changes no priority. */
  burst?: BurstRule;
  /** Left out: only reports of one category are likened. */
  likeness?: LikenessRule;
  /** Left out: flood mode is a matter of people alone. */
  flood?: FloodRule;
  calendars?: Calendar[];
  quickTexts?: QuickText[];
  /** How reporters are asked for a pin, by language (`id`); its own among them. Left out: as any city does. */
  pinRequest?: Readonly<Record<string, string>>;
  /** Share of the time allowed after which a warning is due; left out: 0.8. */
  dueSoonShare?: number;
  /** Left out: simulated texts are made of the categories' strongest words. */
  examples?: ExampleText[];
  /** How people spell words in short messages: `yg` → `yang`. */
  spelling?: Record<string, string>;
  /** Names that mean several departments at once: `WILAYAH` → both neighbourhood offices. */
  departmentGroups?: Record<string, string[]>;
  /** What is known of the words by department before anybody has learnt here. */
  wordStatistics?: WordStatistics;
  /** Left out: a ticket is as urgent as its category. */
  urgency?: UrgencyRules;
  /** Left out: nothing is taken for a prank. */
  noise?: NoiseRules;
  /** Left out: categories are told by their words alone. */
  learnt?: LearntModels;
  /** Left out: nothing is learned before the city's own tickets teach it. */
  training?: TrainingText[];
};
