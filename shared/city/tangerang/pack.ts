import type { CityPack } from '../city-pack.ts';
import { categories } from './categories.ts';
import { departments } from './departments.ts';
import { depth } from './depth.ts';
import { emptyTexts } from './empty-texts.ts';
import { exampleTexts } from './example-texts.ts';
import firstModel from './first-model.json' with { type: 'json' };
import { flood } from './flood.ts';
import { commonNames } from './gazetteer/common-names.ts';
import { gazetteer } from './gazetteer/gazetteer.ts';
import { neighbours } from './gazetteer/neighbours.ts';
import { kecamatan, kelurahan } from './kelurahan.ts';
import { landmarks } from './landmarks.ts';
import { burst, likeness } from './likeness.ts';
import { lines } from './lines.ts';
import { noise } from './noise.ts';
import { sensors } from './sensors.ts';
import { spelling } from './spelling.ts';
import { trainingTexts } from './training/texts.ts';
import { urgency } from './urgency.ts';
import { CENTRE, REACH_M } from './where.ts';
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
  centre: CENTRE,
  bounds: { south: -6.26, west: 106.545, north: -6.095, east: 106.755 },
  reachM: REACH_M,
  departments,
  categories,
  fallbackCategory: 'other',
  callCategory: 'call-112',
  kecamatan,
  kelurahan,
  sensors,
  landmarks,
  lines,
  gazetteer,
  neighbours,
  commonNames,
  emptyTexts,
  pinRequest: {
    id: 'Terima kasih atas laporannya. Mohon kirim pin lokasi kejadian supaya petugas Kota Tangerang dapat menemukan tempatnya.',
    en: 'Thank you for your report. Please send a location pin, so that the crew of Kota Tangerang can find the place.',
  },
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
