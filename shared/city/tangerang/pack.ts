import type { CityPack } from '../city-pack.ts';
import { categories } from './categories.ts';
import { departments } from './departments.ts';
import { depth } from './depth.ts';
import { emptyTexts } from './empty-texts.ts';
import { exampleTexts } from './example-texts.ts';
import firstModel from './first-model.json' with { type: 'json' };
import { flood } from './flood.ts';
import { kecamatan, kelurahan } from './kelurahan.ts';
import { landmarks } from './landmarks.ts';
import { burst, likeness } from './likeness.ts';
import { lines } from './lines.ts';
import { noise } from './noise.ts';
import { sensors } from './sensors.ts';
import { spelling } from './spelling.ts';
import { trainingTexts } from './training/texts.ts';
import { urgency } from './urgency.ts';
import { wordStatistics } from './word-statistics.ts';

/** Kota Tangerang: 13 kecamatan, 104 kelurahan, about 1.9 million people west of Jakarta. */
export const tangerang: CityPack = {
  id: 'tangerang',
  name: 'Kota Tangerang',
  roomName: 'Tangerang Live Room',
  timeZone: 'Asia/Jakarta',
  timeZoneLabel: 'WIB',
  locale: 'id-ID',
  callingCode: '62',
  ticketPrefix: 'TLR',
  centre: { lat: -6.1783, lng: 106.6403 },
  bounds: { south: -6.26, west: 106.545, north: -6.095, east: 106.755 },
  /** Farther would add more of the neighbours' land than of the city's: 99.6 % of it lies within 1,800 m. */
  reachM: 1800,
  departments,
  categories,
  fallbackCategory: 'other',
  callCategory: 'call-112',
  kecamatan,
  kelurahan,
  sensors,
  landmarks,
  lines,
  emptyTexts,
  examples: exampleTexts,
  spelling,
  departmentGroups: { WILAYAH: ['KELURAHAN', 'KECAMATAN'] },
  wordStatistics,
  urgency,
  noise,
  learnt: firstModel,
  training: trainingTexts,
  depth,
  flood,
  burst,
  likeness,
};
