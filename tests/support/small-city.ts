import type { CityPack } from '../../shared/city/city-pack.ts';
import { defineCategory } from '../../shared/city/define-category.ts';

/**
 * A small city far from Tangerang, in another time zone and with other codes: whatever works with it has
 * nothing of Tangerang built in.
 */
export const smallCity: CityPack = {
  id: 'small-city',
  name: 'Kota Kecil',
  roomName: 'Ruang Kendali Kota Kecil',
  timeZone: 'Asia/Makassar',
  timeZoneLabel: 'WITA',
  locale: 'id-ID',
  callingCode: '62',
  ticketPrefix: 'KKL',
  centre: { lat: -3.0, lng: 120.2 },
  bounds: { south: -3.05, west: 120.15, north: -2.95, east: 120.25 },
  reachM: 2500,
  departments: [
    { code: 'JALAN', name: 'Dinas Jalan', shortName: 'Jalan', icon: 'IconRoad', internal: true },
    { code: 'SIAGA', name: 'Dinas Siaga', shortName: 'Siaga', icon: 'IconFiretruck', internal: true },
    { code: 'LUAR', name: 'Instansi luar', shortName: 'Luar', icon: 'IconExternalLink', internal: false },
  ],
  categories: [
    defineCategory('blaze', 'SIAGA', ['Api', 'Blaze'], {
      priority: 'critical',
      sla: [3, 90],
      match: [250, 60],
      words: { 6: 'kebakaran', 3: 'api' },
    }),
    defineCategory('river-high', 'SIAGA', ['Sungai naik', 'High river'], {
      priority: 'high',
      sla: [10, 600],
      match: [100, 600],
      words: { 6: 'sungai naik', 3: 'banjir' },
    }),
    defineCategory('broken-road', 'JALAN', ['Jalan rusak', 'Broken road'], {
      match: [50, 1440],
      words: { 6: 'jalan rusak', 3: 'lubang' },
    }),
    defineCategory('dead-power', 'LUAR', ['Listrik mati', 'Power cut'], { words: { 6: 'listrik mati' } }),
    defineCategory('bare-call', 'SIAGA', ['Panggilan', 'Call'], {
      priority: 'high',
      sla: [2, 60],
      words: {},
    }),
    defineCategory('anything', 'JALAN', ['Lain-lain', 'Anything else'], { priority: 'low', words: {} }),
  ],
  fallbackCategory: 'anything',
  callCategory: 'bare-call',
  kecamatan: [
    { code: '99.01.01', name: 'Hulu' },
    { code: '99.01.02', name: 'Hilir' },
  ],
  kelurahan: [
    kelurahan('99.01.01.1001', 'Batu Satu', -2.98, 120.18),
    kelurahan('99.01.01.1002', 'Batu Dua', -2.98, 120.2),
    kelurahan('99.01.01.1003', 'Batu Tiga', -2.98, 120.22),
    kelurahan('99.01.02.1001', 'Pasir Satu', -3.02, 120.18),
    kelurahan('99.01.02.1002', 'Pasir Dua', -3.02, 120.2),
    kelurahan('99.01.02.1003', 'Pasir Tiga', -3.02, 120.22),
  ],
  sensors: [
    {
      id: 'jembatan',
      name: 'Jembatan Satu',
      lat: -3.0,
      lng: 120.19,
      senmlName: 'urn:dev:kkl:river:jembatan',
      unit: 'm',
      rule: { categoryCode: 'river-high', raiseAt: 3, criticalAt: 4, clearAt: 2.5 },
    },
  ],
  landmarks: [
    { name: 'Pasar Satu', kind: 'market', lat: -2.981, lng: 120.181, kelurahanCode: '99.01.01.1001' },
  ],
  lines: [
    {
      name: 'Sungai Kecil',
      kind: 'river',
      points: [
        [-3.0, 120.16],
        [-3.0, 120.24],
      ],
    },
  ],
  neighbours: [{ name: 'Kota Seberang', areas: [{ name: 'Ujung Kulon', lat: -3.2, lng: 120.2 }] }],
  emptyTexts: ['tes', 'halo'],
};

function kelurahan(code: string, name: string, lat: number, lng: number): CityPack['kelurahan'][number] {
  return { code, name, kecamatanCode: code.slice(0, 8), postalCode: '99111', lat, lng };
}
