import type { CityPack } from '../../shared/city/city-pack.ts';
import type { LatLng } from '../../shared/report/report.ts';
import type { Random } from './random.ts';

/** A point in the city and how people there would name it. */
export type Place = LatLng & { name: string };

const METRES_PER_DEGREE = 111_320;

/** Where things happen: mostly near landmarks, else somewhere in a kelurahan. */
export function createPlaces(
  pack: CityPack,
  random: Random,
): { any(): Place; near(centre: Place, radiusM: number): Place } {
  const kelurahan = pack.kelurahan.map(({ name, lat, lng }) => ({ name: `Kelurahan ${name}`, lat, lng }));
  const areaOf = new Map(pack.kelurahan.map(({ code, name }) => [code, name]));
  const landmarks = pack.landmarks.map(({ name, lat, lng, kelurahanCode }) => {
    const area = areaOf.get(kelurahanCode);
    return { name: area === undefined || name.includes(area) ? name : `${name}, ${area}`, lat, lng };
  });
  const near = (centre: Place, radiusM: number): Place => ({
    name: centre.name,
    ...moved(centre, random.gaussian() * radiusM * 0.5, random.gaussian() * radiusM * 0.5),
  });
  const any = () => {
    const atLandmark = landmarks.length > 0 && random.chance(0.65);
    return near(random.pick(atLandmark ? landmarks : kelurahan), atLandmark ? 120 : 350);
  };
  return { any, near };
}

/** A point so many metres to the north and to the east, to the sixth decimal (about a decimetre). */
export function moved({ lat, lng }: LatLng, northM: number, eastM: number): LatLng {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return { lat: rounded(lat + northM / METRES_PER_DEGREE), lng: rounded(lng + eastM / perDegreeEast) };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
