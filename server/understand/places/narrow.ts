import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { GazetteerPlace } from '../../../shared/city/gazetteer.ts';
import { createPlane, distanceM, type PlanePoint } from '../../../shared/city/geometry.ts';
import type { LatLng } from '../../../shared/report/report.ts';

/** A place as far as a text tells it: the whole of it, or the part that lies somewhere. */
export type Spot = LatLng & { place: GazetteerPlace; radiusM: number };

/** How near a street must come to a kelurahan's circle to be taken to run through it. */
const BESIDE_M = 900;
const LEAST_PART_M = 300;
/** Two streets that do not come as near as this do not meet. */
const MEETING_M = 2500;
const CORNER_RADIUS_M = 250;
const KM_POST_RADIUS_M = 500;

/** What of a place lies where: parts of streets in an area, at a kilometre post, at a corner. */
export function createNarrowing(pack: Pick<CityPack, 'centre'>) {
  const plane = createPlane(pack.centre);

  /** The part of the place in the area; null when it does not lie there. */
  function within(place: GazetteerPlace, area: GazetteerPlace): Spot | null {
    if (place.along) {
      const nearest = nearestOn(place.along, area);
      if (distanceM(nearest, area) > area.radiusM + BESIDE_M) return null;
      return { place, ...nearest, radiusM: Math.max(LEAST_PART_M, Math.min(place.radiusM, area.radiusM)) };
    }
    const lies = area.kecamatanCode
      ? place.kelurahanCode?.startsWith(area.kecamatanCode)
      : place.kelurahanCode === area.kelurahanCode;
    if (lies) return whole(place);
    // People tell the next kelurahan's name for what lies at its edge; what is only known by its kelurahan does not.
    const isNear = place.precision !== 'area' && distanceM(place, area) <= area.radiusM + place.radiusM;
    return isNear ? whole(place) : null;
  }

  /** The place at its kilometre post; null where it has no such post. */
  function atPost(place: GazetteerPlace, km: number): Spot | null {
    const posts = place.posts ?? [];
    const next = posts.findIndex(([post]) => post >= km);
    const [before, after] = [posts[next - 1] ?? posts[next], posts[next]];
    if (!before || !after) return null;
    if (before === after && Math.abs(before[0] - km) > 1) return null;
    const share = before === after ? 0 : (km - before[0]) / (after[0] - before[0]);
    const at = { lat: between(before[1], after[1], share), lng: between(before[2], after[2], share) };
    return { place, ...at, radiusM: KM_POST_RADIUS_M };
  }

  /** Where two streets meet, as well as can be told; null when they are too far apart. */
  function corner(one: Spot, other: Spot): LatLng & { radiusM: number } {
    const [lines, points] = [one, other].every(({ place }) => place.along)
      ? [true, meeting(one.place, other.place)]
      : [false, one.place.along || other.place.along ? alongAndPoint(one, other) : [one, other]];
    const [a = one, b = other] = points;
    const apartM = distanceM(a, b);
    const middle = { lat: between(a.lat, b.lat, 0.5), lng: between(a.lng, b.lng, 0.5) };
    const least = lines ? 0 : Math.min(one.radiusM, other.radiusM) / 2;
    return { ...middle, radiusM: Math.round(Math.max(CORNER_RADIUS_M, apartM / 2, least)) };
  }

  function meets(one: Spot, other: Spot): boolean {
    const [a, b] = one.place.along || other.place.along ? alongAndPoint(one, other) : [one, other];
    return distanceM(a, b) <= MEETING_M;
  }

  function alongAndPoint(one: Spot, other: Spot): [LatLng, LatLng] {
    if (one.place.along && other.place.along) return meeting(one.place, other.place);
    if (one.place.along) return [nearestOn(one.place.along, other), other];
    return [one, nearestOn(other.place.along ?? [], one)];
  }

  /** The points of two lines that are nearest to each other. */
  function meeting(one: GazetteerPlace, other: GazetteerPlace): [LatLng, LatLng] {
    let best: [LatLng, LatLng] = [one, other];
    let least = Number.POSITIVE_INFINITY;
    const consider = (a: LatLng, b: LatLng) => {
      const apart = distanceM(a, b);
      if (apart < least) [least, best] = [apart, [a, b]];
    };
    for (const [lat, lng] of one.along ?? [])
      consider({ lat, lng }, nearestOn(other.along ?? [], { lat, lng }));
    for (const [lat, lng] of other.along ?? [])
      consider(nearestOn(one.along ?? [], { lat, lng }), { lat, lng });
    return best;
  }

  function nearestOn(line: NonNullable<GazetteerPlace['along']>, point: LatLng): LatLng {
    const target = plane.toPlane(point);
    let nearest: PlanePoint | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 1; at < line.length; at += 1) {
      const [from, to] = [line[at - 1], line[at]];
      if (!from || !to) continue;
      const foot = footOf(
        target,
        plane.toPlane({ lat: from[0], lng: from[1] }),
        plane.toPlane({ lat: to[0], lng: to[1] }),
      );
      const apart = Math.hypot(foot[0] - target[0], foot[1] - target[1]);
      if (apart < least) [least, nearest] = [apart, foot];
    }
    if (!nearest) return point;
    const [lng, lat] = plane.toPosition(nearest);
    return { lat, lng };
  }

  return { within, atPost, corner, meets };
}

/** All of a place. */
export function whole(place: GazetteerPlace): Spot {
  const { lat, lng, radiusM } = place;
  return { place, lat, lng, radiusM };
}

function between(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** The point of a stretch that is nearest to the target. */
function footOf(target: PlanePoint, from: PlanePoint, to: PlanePoint): PlanePoint {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((target[0] - from[0]) * dx + (target[1] - from[1]) * dy) / length;
  const kept = Math.min(1, Math.max(0, share));
  return [from[0] + kept * dx, from[1] + kept * dy];
}
