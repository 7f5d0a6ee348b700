import type { CityPack } from './city-pack.ts';
import { type GazetteerPlace, PLACE_KINDS } from './gazetteer.ts';

const KELURAHAN_RADIUS_M = 1000;
const KECAMATAN_RADIUS_M = 2500;
const LANDMARK_RADIUS_M = 200;

/** The places of a pack: its gazetteer, or, where it has none, its areas and landmarks. */
export function placesOf(pack: CityPack): readonly GazetteerPlace[] {
  const { gazetteer, kecamatan, kelurahan, landmarks, centre } = pack;
  if (gazetteer) return gazetteer;
  const areas = kelurahan.map(
    ({ code, name, lat, lng }): GazetteerPlace => ({
      ...{ name, kind: 'kelurahan', kelurahanCode: code, lat, lng, radiusM: KELURAHAN_RADIUS_M },
      ...{ source: 'the pack', precision: 'area' },
    }),
  );
  const wider = kecamatan.map(({ code, name }): GazetteerPlace => {
    const parts = kelurahan.filter(({ kecamatanCode }) => kecamatanCode === code);
    const mean = (of: (part: { lat: number; lng: number }) => number) =>
      parts.reduce((sum, part) => sum + of(part), 0) / parts.length;
    const middle = parts.length === 0 ? centre : { lat: mean(({ lat }) => lat), lng: mean(({ lng }) => lng) };
    return {
      ...{ name, kind: 'kecamatan', kecamatanCode: code, ...middle, radiusM: KECAMATAN_RADIUS_M },
      ...{ source: 'the pack', precision: 'area' },
    };
  });
  const known = landmarks.flatMap(({ name, kind, lat, lng, kelurahanCode }): GazetteerPlace[] => {
    const placeKind = PLACE_KINDS.find((one) => one === kind);
    if (placeKind === undefined) return [];
    return [
      {
        ...{ name, kind: placeKind, kelurahanCode, lat, lng, radiusM: LANDMARK_RADIUS_M },
        ...{ source: 'the pack', precision: 'approximate' },
      },
    ];
  });
  return [...wider, ...areas, ...known];
}
