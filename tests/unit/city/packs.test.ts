import { describe, expect, it } from 'vitest';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { GazetteerPlace } from '../../../shared/city/gazetteer.ts';
import { loadCityPack } from '../../../shared/city/packs.ts';
import { tangerang } from '../../../shared/city/tangerang/pack.ts';
import { findPackFaults } from '../../../shared/city/validate-pack.ts';
import { smallCity } from '../../support/small-city.ts';

describe('city packs', () => {
  it('are loaded by id, and an unknown id names the known ones', () => {
    expect(loadCityPack('tangerang')).toBe(tangerang);
    expect(() => loadCityPack('atlantis')).toThrow('unknown city "atlantis"; known: tangerang');
  });

  it.each([tangerang, smallCity])('$name has no faults', (pack) => {
    expect(findPackFaults(pack)).toEqual([]);
  });

  it('of Tangerang covers its 13 kecamatan, 104 kelurahan and nine water posts', () => {
    expect(tangerang.kecamatan).toHaveLength(13);
    expect(tangerang.kelurahan).toHaveLength(104);
    expect(tangerang.sensors).toHaveLength(9);
    expect(tangerang.landmarks.length).toBeGreaterThanOrEqual(80);
    expect(new Set(tangerang.kelurahan.map(({ name }) => name)).size).toBe(104);
    const used = new Set(tangerang.categories.map(({ departmentCode }) => departmentCode));
    expect(tangerang.departments.filter(({ code }) => !used.has(code))).toEqual([]);
  });

  it('give complaints the 7 x 24 hours of the SOP, and emergencies minutes', () => {
    const sla = (code: string) => tangerang.categories.find((category) => category.code === code)?.sla;
    expect(sla('pothole')).toEqual({ acknowledgeMin: 24 * 60, resolveMin: 7 * 24 * 60 });
    expect(sla('fire')).toEqual({ acknowledgeMin: 2, resolveMin: 120 });
    for (const category of tangerang.categories.filter(({ priority }) => priority === 'critical')) {
      expect(category.sla.acknowledgeMin, category.code).toBeLessThanOrEqual(5);
    }
  });
});

describe('findPackFaults', () => {
  const [category] = smallCity.categories;
  const [sensor] = smallCity.sensors;
  const [kelurahan] = smallCity.kelurahan;
  if (!category || !sensor || !kelurahan) throw new Error('the small city lost its parts');

  const nowhere: GazetteerPlace = {
    ...{ name: 'Nowhere', kind: 'market', ...smallCity.centre, radiusM: 100 },
    ...{ source: 'a test', precision: 'exact' },
  };

  const broken: [fault: string, pack: Partial<CityPack>][] = [
    ['fallbackCategory "nope" is not a category', { fallbackCategory: 'nope' }],
    ['callCategory "nope" is not a category', { callCategory: 'nope' }],
    ['ticketPrefix "tlr-1" is not', { ticketPrefix: 'tlr-1' }],
    ['timeZone "Mars/Base" is unknown', { timeZone: 'Mars/Base' }],
    ['reachM is not above zero', { reachM: 0 }],
    ['centre lies outside bounds', { centre: { lat: 0, lng: 0 } }],
    ['department "NONE" does not exist', { categories: [{ ...category, departmentCode: 'NONE' }] }],
    ['category "blaze" is given twice', { categories: [...smallCity.categories, category] }],
    ['word "Api" is not trimmed lower case', { categories: [{ ...category, words: { Api: 3 } }] }],
    [
      '0 < acknowledgeMin <= resolveMin',
      { categories: [{ ...category, sla: { acknowledgeMin: 9, resolveMin: 3 } }] },
    ],
    ['needs clearAt < raiseAt', { sensors: [{ ...sensor, rule: { ...sensor.rule, clearAt: 3 } }] }],
    ['sensor jembatan lies outside bounds', { sensors: [{ ...sensor, lat: 5 }] }],
    ['kecamatan "x" does not exist', { kelurahan: [{ ...kelurahan, kecamatanCode: 'x' }] }],
    ['point of kelurahan', { kelurahan: [kelurahan, { ...kelurahan, code: 'other' }] }],
    ['landmark Pasar Satu: kelurahan', { kelurahan: smallCity.kelurahan.slice(1) }],
    ['place Nowhere: kelurahan "x" does not exist', { gazetteer: [{ ...nowhere, kelurahanCode: 'x' }] }],
    ['place Nowhere: lies outside bounds', { gazetteer: [{ ...nowhere, lat: 5 }] }],
    ['place Nowhere: radiusM is not', { gazetteer: [{ ...nowhere, radiusM: 0 }] }],
    ['empty text "Halo" is not', { emptyTexts: ['Halo'] }],
  ];

  it.each(broken)('says: %s', (fault, change) => {
    expect(findPackFaults({ ...smallCity, ...change }).join('\n')).toContain(fault);
  });
});
