import { describe, expect, it } from 'vitest';
import { createAreaIndex } from '../../../shared/city/areas.ts';
import type { GazetteerPlace } from '../../../shared/city/gazetteer.ts';
import { distanceM } from '../../../shared/city/geometry.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';

const places = tangerang.gazetteer ?? [];
const areas = createAreaIndex(tangerang);
const kelurahan = new Map(tangerang.kelurahan.map((area) => [area.code, area]));
const count = (kind: GazetteerPlace['kind']) => places.filter((place) => place.kind === kind).length;

/** Cells are grown from points and name the wrong kelurahan for every fourth place: so much farther may its own be. */
const BESIDE_M = 650;

describe('the gazetteer of Tangerang', () => {
  it('has every kelurahan and kecamatan, streets and what people name', () => {
    expect(count('kelurahan')).toBe(104);
    expect(count('kecamatan')).toBe(13);
    const streets = places.filter(({ kind, source }) => kind === 'street' && !source.startsWith('supposed'));
    expect(streets.length).toBeGreaterThanOrEqual(250);
    const others = [
      'station',
      'market',
      'school',
      'hospital',
      'mosque',
      'mall',
      'bridge',
      'housing',
      'river',
    ] as const;
    for (const kind of [...others, 'toll', 'park'] as const) expect(count(kind), kind).toBeGreaterThan(4);
  });

  it('says of each place where its point comes from and how far off it may be', () => {
    for (const { name, source, precision, radiusM } of places) {
      expect(source, name).not.toBe('');
      expect(radiusM, name).toBeGreaterThanOrEqual(precision === 'exact' ? 50 : 200);
    }
  });

  it('puts each place into the city, in or beside its kelurahan', () => {
    const { south, west, north, east } = tangerang.bounds;
    const stray = places.filter(({ lat, lng }) => lat < south || lat > north || lng < west || lng > east);
    expect(stray.map(({ name }) => name)).toEqual([]);
    const far = places.filter((place) => {
      const own = kelurahan.get(place.kelurahanCode ?? '');
      if (!own) return place.kelurahanCode !== undefined;
      const nearest = areas.locate(place)?.kelurahan;
      return !nearest || distanceM(place, own) - distanceM(place, nearest) > BESIDE_M;
    });
    expect(far.map(({ name }) => name)).toEqual([]);
  });

  it('has no place twice', () => {
    const keys = places.map(
      ({ kind, name, kelurahanCode = '' }) => `${kind} ${name.toLowerCase()} ${kelurahanCode}`,
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});
