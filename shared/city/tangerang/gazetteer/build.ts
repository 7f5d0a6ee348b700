import type { Kelurahan, Landmark, Line } from '../../city-pack.ts';
import type { GazetteerPlace, PlaceKind } from '../../gazetteer.ts';
import { distanceM } from '../../geometry.ts';
import { landmarkVariants } from './landmark-names.ts';
import { lineNames } from './line-names.ts';
import type { At, PlacesByKelurahan } from './places.ts';
import type { StreetsByKelurahan } from './streets.ts';

const BY_HAND = 'set by hand';
const PUBLISHED = 'published lists of bus stops and hospitals, read second hand';
const IN_ITS_KELURAHAN = 'known by name only, put at its kelurahan';
const SUPPOSED = 'supposed: a road that people call after its kelurahan or kampung, put at the kelurahan';
const FROM_LINE = "the map's lines, estimated by hand";

const EXACT_RADIUS_M = 100;
const STREET_RADIUS_M = 400;
const PLACE_RADIUS_M = 250;
const WIDE_RADIUS_M = 500;
/** Of what is wide in itself. */
const WIDE: readonly PlaceKind[] = ['housing', 'airport', 'lake', 'river', 'industry'];

type Areas = { byName: ReadonlyMap<string, Kelurahan>; radiusOf(code: string): number };

/** Streets as the gazetteer has them: with `Jalan`, or `Gang` where they are called so. */
export function placeStreets(streets: StreetsByKelurahan, areas: Areas): GazetteerPlace[] {
  return inKelurahan(streets, areas, (street, area) => {
    const [name, lat, lng, ...variants] = typeof street === 'string' ? [street] : street;
    const at: At | undefined = lat === undefined || lng === undefined ? undefined : [lat, lng];
    const full = name.startsWith('Gang ') ? name : `Jalan ${name}`;
    const known = { ...placed('street', at, area, areas), name: full, variants };
    return at === undefined && isSupposed(name, area) ? { ...known, source: SUPPOSED } : known;
  });
}

/** Places of each kind, by the kelurahan they lie in. */
export function placeAll(byKind: PlacesByKelurahan, areas: Areas): GazetteerPlace[] {
  return Object.entries(byKind).flatMap(([kind, places]) =>
    inKelurahan(places, areas, (place, area) => {
      const [name, ...rest] = typeof place === 'string' ? [place] : place;
      const at = rest.find((part): part is At => typeof part !== 'string');
      const variants = rest.filter((part) => typeof part === 'string');
      return { ...placed(kind as PlaceKind, at, area, areas), name, variants };
    }),
  );
}

/** Nobody has seen such a road on a list, but people say `Jalan Gondrong Raya` for the main road there. */
function isSupposed(name: string, area: Kelurahan): boolean {
  return name.startsWith('Kampung ') || plainName(name) === area.name.toLowerCase();
}

/** A name without what people leave out or put elsewhere: `Jalan Raya X`, `Jalan X Raya` and `X` are one. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== 'jalan' && word !== 'raya')
    .join(' ');
}

/** What of a street's name says in which kelurahan that part of it is: `Jalan Merdeka Cimone`. */
function withoutArea(name: string, area: Kelurahan): string | null {
  const words = [area.name, area.name.split(' ')[0] ?? ''];
  const said = words.find((word) => name.endsWith(` ${word}`));
  const rest = said === undefined ? null : name.slice(0, -said.length - 1);
  return rest === null || rest === 'Jalan' || rest === 'Jalan Raya' ? null : rest;
}

/** The landmarks; those without a position of their own stand at their kelurahan's point. */
export function placeLandmarks(
  landmarks: readonly Landmark[],
  areas: Areas,
  hasPosition: (landmark: Landmark) => boolean,
  known: readonly GazetteerPlace[],
): GazetteerPlace[] {
  const courses = new Set(
    known.flatMap(({ name, along, variants = [] }) => (along ? [name, ...variants].map(plainName) : [])),
  );
  const byCode = new Map([...areas.byName.values()].map((area) => [area.code, area]));
  return landmarks.flatMap((landmark) => {
    const area = byCode.get(landmark.kelurahanCode);
    if (!area) return [];
    const at: At | undefined = hasPosition(landmark) ? [landmark.lat, landmark.lng] : undefined;
    const { name, kind } = landmark;
    const road = kind === 'street' ? withoutArea(name, area) : null;
    // A part of a road whose course is known is found along it.
    if (courses.has(plainName(road ?? name))) return [];
    const variants = [...(landmarkVariants[name] ?? []), ...(road === null ? [] : [road])];
    return [{ ...placed(kind as PlaceKind, at, area, areas), name, variants }];
  });
}

/** Rivers and main roads, told by their middle and known along their course. */
export function placeLines(lines: readonly (Line & { variants?: string[] })[]): GazetteerPlace[] {
  return lines.flatMap(({ name, kind, points, variants }) => {
    const middle = points[Math.floor(points.length / 2)];
    const [first, last] = [points[0], points.at(-1)];
    if (!middle || !first || !last) return [];
    const known = lineNames[name];
    const lengthM = distanceM({ lat: first[0], lng: first[1] }, { lat: last[0], lng: last[1] });
    return {
      name: known?.name ?? name,
      kind:
        kind === 'river'
          ? ('river' as const)
          : name.startsWith('Tol')
            ? ('toll' as const)
            : ('street' as const),
      lat: middle[0],
      lng: middle[1],
      // Two thirds of a line lie within a third of its length of its middle.
      radiusM: Math.round(lengthM / 300) * 100,
      variants: known?.variants ?? variants ?? [],
      source: FROM_LINE,
      precision: 'approximate' as const,
      along: points,
      ...(known?.posts && { posts: known.posts }),
    };
  });
}

function inKelurahan<Item>(
  items: Record<string, Item[]>,
  { byName }: Areas,
  place: (item: Item, area: Kelurahan) => GazetteerPlace,
): GazetteerPlace[] {
  return Object.entries(items).flatMap(([name, list]) => {
    const area = byName.get(name);
    if (!area) throw new Error(`the gazetteer has places in "${name}", which is no kelurahan`);
    return list.map((item) => place(item, area));
  });
}

function placed(
  kind: PlaceKind,
  at: At | undefined,
  area: Kelurahan,
  { radiusOf }: Areas,
): Omit<GazetteerPlace, 'name' | 'variants'> {
  const kelurahanCode = area.code;
  if (!at) {
    const radiusM = radiusOf(area.code);
    const { lat, lng } = area;
    return { kind, kelurahanCode, lat, lng, radiusM, source: IN_ITS_KELURAHAN, precision: 'area' };
  }
  const [lat, lng, exact] = at;
  const widthM = kind === 'street' ? STREET_RADIUS_M : WIDE.includes(kind) ? WIDE_RADIUS_M : PLACE_RADIUS_M;
  if (exact && !WIDE.includes(kind))
    return { kind, kelurahanCode, lat, lng, radiusM: EXACT_RADIUS_M, source: PUBLISHED, precision: 'exact' };
  return { kind, kelurahanCode, lat, lng, radiusM: widthM, source: BY_HAND, precision: 'approximate' };
}
