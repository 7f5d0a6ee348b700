import type { Category } from '../../city-pack.ts';
import { days, defineCategory } from '../../define-category.ts';

/** Roads, water in the streets, lights and traffic. All within the SOP's 7 x 24 hours unless said otherwise. */
export const streets: Category[] = [
  defineCategory('pothole', 'DPUPR', ['Jalan rusak atau berlubang', 'Pothole or damaged road'], {
    match: [40, days(30)],
    words: {
      6: 'jalan berlubang, jalan rusak, jalan bolong, jalan ambles, jalan amblas, jalan ambrol, aspal mengelupas, perbaikan jalan, jln rusak, jln berlubang, jln bolong, jalanan rusak, jalannya rusak, jalan bergelombang, jalanan berlubang, pengaspalan',
      4: 'mengelupas, berlubang, bolong, lubang, lobang, berlobang, ambles, amblas, aspal, bergelombang, diaspal, tambal, betonisasi, dicor',
      2: 'rusak parah, tidak rata, jalan, jln, ambrol, jalanan, rusak',
      1: 'jl, parah, motor jatuh, pengendara, licin',
    },
  }),
  defineCategory('sidewalk', 'DPUPR', ['Trotoar dan paving', 'Sidewalk and paving'], {
    match: [40, days(30)],
    words: {
      6: 'trotoar rusak, trotoar berlubang, paving rusak, pavingisasi, guiding block, paving ambles, paving blok, paving block, conblock, konblok',
      4: 'trotoar, paving, pedestrian, kanstin',
      1: 'pejalan kaki, rusak',
    },
  }),
  defineCategory('drain', 'DPUPR', ['Saluran air tersumbat', 'Blocked drain'], {
    match: [60, days(14)],
    words: {
      6: 'saluran mampet, got mampet, selokan mampet, saluran tersumbat, gorong gorong, got tersumbat, drainase mampet, tutup got, tutup saluran, saluran air, box culvert, u ditch, pengerukan, normalisasi kali, drainase, saluran buntu, gorong2, selokan tersumbat',
      4: 'saluran, selokan, got, gotnya, selokannya, comberan, manhole, sedimen, endapan lumpur, dikeruk, tersumbat, saluranya, salurannya',
      3: 'mampet, lumpur, pendangkalan',
      1: 'air, hujan, penutup',
    },
  }),
  defineCategory(
    'embankment',
    'DPUPR',
    ['Tanggul, turap dan jembatan', 'Embankment, retaining wall or bridge'],
    {
      priority: 'high',
      sla: [240, days(7)],
      match: [80, days(7)],
      words: {
        6: 'turap, tanggul retak, turap longsor, jembatan rusak, jembatan retak, jembatan ambrol, jembatan bolong, bantaran longsor, tanggul bocor, turap roboh, tebing kali longsor, besi jembatan',
        4: 'tanggul, jpo, bantaran, tebing',
        3: 'jembatan',
        1: 'kali, sungai, retak, longsor',
      },
    },
  ),
  defineCategory(
    'external-road',
    'EXTERNAL',
    ['Jalan nasional, provinsi atau tol', 'National, provincial or toll road'],
    {
      match: [80, days(30)],
      words: {
        6: 'jalan nasional, jalan provinsi, jalan tol, pintu tol, gerbang tol, bbws, sungai cisadane longsor, jalan negara',
        4: 'tol, jasa marga, flyover',
      },
    },
  ),
  defineCategory('alley', 'KELURAHAN', ['Jalan lingkungan', 'Neighbourhood lane'], {
    match: [40, days(30)],
    words: {
      6: 'jalan lingkungan, jalan gang, gang rusak, jalan setapak, jalan kampung, jalan gang rusak, jalan depan gang, paving gang, portal jalan, portal komplek',
      3: 'portal, jalan komplek, gapura',
      1: 'gang, gg',
    },
  }),
  defineCategory('street-light', 'DISHUB', ['Lampu jalan padam', 'Street light out'], {
    match: [50, days(14)],
    words: {
      6: 'pju, lampu pju, pju mati, lampu jalan, lampu jalan mati, lampu penerangan jalan, penerangan jalan, penerangan jalan umum, lampu jln, tiang pju, lampu taman mati, lampu penerangan',
      3: 'lampu, lampunya, gelap gulita, penerangan, gelap, lampu mati, padam, nyala, menyala',
      1: 'mati, malam, kedip, tiang, rawan kejahatan, rawan begal',
    },
  }),
  defineCategory('traffic-light', 'DISHUB', ['Lampu lalu lintas rusak', 'Broken traffic light'], {
    priority: 'high',
    sla: [120, days(1)],
    match: [80, days(1)],
    words: {
      6: 'lampu lalu lintas, lampu merah mati, lampu merah rusak, traffic light, trafic light, lampu merah error, apill, lampu merahnya mati, lampu hijau mati, lampu stopan mati, lampu merah padam',
      4: 'lampu merah, lampu setopan, lampu stopan, lampu merahnya, warning light',
      1: 'perempatan, pertigaan, simpang',
    },
  }),
  defineCategory('road-sign', 'DISHUB', ['Rambu, marka dan lalu lintas', 'Signs, markings and traffic'], {
    match: [50, days(14)],
    words: {
      6: 'rambu, rambu lalu lintas, marka jalan, zebra cross, zebra kros, polisi tidur, speed bump, cermin cembung, rambu dilarang, rekayasa lalu lintas, palang kereta, pita kejut, penyebrangan jalan, water barrier',
      4: 'marka, lawan arah, lawan arus, macet, kemacetan, macet parah, u turn, putaran balik, semrawut, truk tanah, truk melintas, dishub, perhubungan',
      1: 'lalu lintas, truk, penyebrangan, contraflow',
    },
  }),
  defineCategory('parking', 'DISHUB', ['Parkir', 'Parking'], {
    match: [60, days(2)],
    words: {
      6: 'parkir liar, jukir, jukir liar, juru parkir, tukang parkir, karcis parkir, parkir sembarangan, dilarang parkir, parkiran liar, tarif parkir, retribusi parkir, uang parkir, parkir di trotoar, parkir di bahu jalan, getok parkir, kang parkir, parkir mobil',
      4: 'parkir, parkiran, karcis, di parkir, diparkir, derek, gembok',
      1: 'mobil, rompi, indomaret, alfamart, bahu jalan, sembarangan, minimarket',
    },
  }),
  defineCategory('public-transport', 'DISHUB', ['Angkutan umum', 'Public transport'], {
    words: {
      6: 'angkot ngetem, angkutan umum, sopir angkot, ngetem sembarangan, trayek, uji kir, angkot',
      3: 'ngetem, sopir, ojol',
      2: 'terminal, halte',
    },
  }),
  defineCategory('city-bus', 'PT_TNG', ['Bus Tayo dan Si Benteng', 'City bus'], {
    words: {
      6: 'bus tayo, tayo, si benteng, brt, bus rapid transit, bis tayo, bus kota tangerang, feeder',
      2: 'bus, bis, halte, koridor',
    },
  }),
];
