import type { PlaceKind } from '../../gazetteer.ts';

/** A place in its kelurahan; with a position, and other names people use, where there are any. */
export type Place = string | [name: string, ...rest: (string | At)[]];
/** Set by hand, or, with `exact`, as published (bus stops of the city's lines, hospital lists), read second hand. */
export type At = readonly [lat: number, lng: number, exact?: 'exact'];

export type PlacesByKelurahan = Partial<Record<PlaceKind, Record<string, Place[]>>>;

/** Schools, health, faith: places of one kind by kelurahan. What `landmarks.ts` has is not said again. */
export const services: PlacesByKelurahan = {
  school: {
    Sukarasa: [['SMPN 1 Tangerang', 'smp negeri 1']],
    Sukaasih: [['SMAN 6 Tangerang', 'sma negeri 6']],
    Babakan: [
      ['SMAN 7 Tangerang', 'sma negeri 7'],
      ['UNIS Tangerang', [-6.1895, 106.634], 'universitas islam syekh yusuf', 'unis'],
      ['Universitas Raharja', 'kampus raharja', 'stmik raharja'],
      ['SMK Yuppentek 1', 'yuppentek'],
      ['SDN Sukasari 6', [-6.18965, 106.64195, 'exact'], 'sdn sukasari enam'],
    ],
    Sukasari: ['SDN Sukasari 7'],
    'Pasar Baru': [
      ['SMAN 3 Tangerang', 'sma negeri 3'],
      ['SMPN 29 Tangerang', [-6.1666, 106.63052, 'exact'], 'smp negeri 29'],
    ],
    'Koang Jaya': [['SMKN 7 Tangerang', [-6.16, 106.62046, 'exact'], 'smk negeri 7']],
    'Karawaci Baru': [['SMAN 5 Tangerang', 'sma negeri 5']],
    Karawaci: [['Universitas Buddhi Dharma', [-6.1868, 106.6235], 'kampus buddhi']],
    'Marga Sari': [['Universitas Yatsi Madani', [-6.1775, 106.6135], 'stikes yatsi']],
    'Pasir Jaya': [['SMKN 6 Tangerang', 'smk negeri 6']],
    'Panunggangan Timur': [
      ['Universitas Bina Nusantara Alam Sutera', [-6.2233, 106.6492], 'binus alam sutera', 'binus'],
    ],
    Padurenan: [['SDN Pondok Bahar 4', [-6.22195, 106.69907, 'exact']]],
    Neglasari: [['SDN Neglasari 2', [-6.15432, 106.63235, 'exact']]],
    'Kedaung Wetan': [['SMK YPML Tangerang', 'ypml']],
    Cipondoh: [['SDN Cipondoh 2', 'sdn cipondoh 02']],
  },
  hospital: {
    Sukarasa: [
      ['RS Daan Mogot', [-6.17218, 106.63168, 'exact'], 'rs tentara daan mogot', 'rumkit daan mogot'],
    ],
    Cikokol: [['RS Primaya Tangerang', [-6.2025, 106.638], 'primaya']],
    'Pasar Baru': [['RS Hermina Tangerang', [-6.1655, 106.6242], 'hermina tangerang']],
    'Periuk Jaya': [
      [
        'RS Hermina Periuk',
        [-6.15005, 106.59435, 'exact'],
        'rs hermina cadas',
        'hermina periuk',
        'rs hermina kutabumi',
      ],
    ],
    'Sudimara Timur': [['RS Hermina Ciledug', [-6.2345, 106.7155], 'hermina ciledug']],
    'Sudimara Barat': [['RS Sari Asih Ciledug', [-6.2285, 106.7065], 'sari asih ciledug']],
    Cipondoh: [['RS Sari Asih Cipondoh', [-6.1895, 106.6795], 'sari asih cipondoh']],
    'Sangiang Jaya': [['RS Sari Asih Sangiang', [-6.1795, 106.5965], 'sari asih sangiang']],
    Bugel: [['RS Sari Asih Ar Rahmah', [-6.1795, 106.608], 'sari asih ar rahmah', 'rs ar rahmah']],
    Pabuaran: [['RS Melati', [-6.1795, 106.6195]]],
    'Poris Plawad Utara': [['RS Usada Insani', [-6.1865, 106.6675], 'usada insani']],
    Cibodas: [['RS An-Nisa', [-6.1952, 106.6045], 'rs annisa', 'rs an nisa cibodas']],
    'Nusa Jaya': [['RS Tiara', [-6.2025, 106.6175], 'rsia tiara']],
    'Kunciran Indah': [
      ['RS Brawijaya Tangerang', [-6.22697, 106.68353, 'exact'], 'brawijaya hospital', 'rs brawijaya'],
    ],
    'Sudimara Pinang': [['RS Mulya', [-6.22227, 106.68867, 'exact'], 'mulya hospital']],
    'Karang Timur': [['RS Medika Lestari', [-6.22483, 106.71128, 'exact'], 'medika lestari']],
    'Karang Tengah': [
      ['RS Karang Tengah Medika', [-6.21001, 106.71506, 'exact'], 'karang tengah medika'],
      ['RS Bhakti Asih', [-6.21987, 106.70867, 'exact'], 'rs bakti asih', 'rsu bhakti asih'],
    ],
    'Parung Jaya': [['RS Mandaya Puri', [-6.19868, 106.7044, 'exact'], 'mandaya', 'mandaya royal hospital']],
    'Parung Serab': [['RS Aqidah', [-6.24926, 106.70228, 'exact']]],
  },
  health: {
    Sukasari: ['Puskesmas Sukasari'],
    'Tanah Tinggi': ['Puskesmas Tanah Tinggi'],
    Cikokol: ['Puskesmas Cikokol'],
    Batuceper: ['Puskesmas Batuceper'],
    'Poris Gaga': [['Puskesmas Poris Gaga Lama', 'puskesmas poris gaga']],
    Benda: ['Puskesmas Benda'],
    Neglasari: ['Puskesmas Neglasari'],
    'Kedaung Wetan': ['Puskesmas Kedaung Wetan'],
    Cipondoh: ['Puskesmas Cipondoh'],
    'Poris Plawad': ['Puskesmas Poris Plawad'],
    Ketapang: ['Puskesmas Ketapang'],
    Gondrong: ['Puskesmas Gondrong'],
    Petir: ['Puskesmas Petir'],
    Pinang: ['Puskesmas Pinang'],
    'Kunciran Indah': ['Puskesmas Kunciran Baru'],
    Panunggangan: ['Puskesmas Panunggangan'],
    'Panunggangan Barat': ['Puskesmas Panunggangan Barat'],
    'Sudimara Barat': ['Puskesmas Ciledug'],
    Paninggilan: ['Puskesmas Paninggilan'],
    Tajur: ['Puskesmas Tajur'],
    'Karang Tengah': ['Puskesmas Karang Tengah'],
    'Pondok Bahar': ['Puskesmas Pondok Bahar'],
    Padurenan: [['Puskesmas Padurenan', 'puskesmas pedurenan']],
    'Karang Mulya': ['Puskesmas Karang Mulya'],
    'Larangan Utara': ['Puskesmas Larangan Utara'],
    'Cipadu Jaya': ['Puskesmas Cipadu'],
    'Karawaci Baru': ['Puskesmas Karawaci Baru'],
    Bugel: ['Puskesmas Bugel'],
    'Pabuaran Tumpeng': ['Puskesmas Pabuaran Tumpeng'],
    'Pasar Baru': ['Puskesmas Pasar Baru'],
    'Cibodas Sari': [['Puskesmas Cibodasari', 'puskesmas cibodas sari']],
    'Uwung Jaya': ['Puskesmas Uwung Jaya'],
    Jatiuwung: ['Puskesmas Jatiuwung'],
    'Manis Jaya': ['Puskesmas Manis Jaya'],
    'Sangiang Jaya': ['Puskesmas Sangiang'],
    Gembor: ['Puskesmas Gembor'],
    'Periuk Jaya': ['Puskesmas Periuk Jaya'],
    'Gebang Raya': ['Puskesmas Gebang Raya'],
  },
  mosque: {
    'Bojong Jaya': [
      [
        'Masjid Baiturrahman',
        [-6.20896, 106.61929, 'exact'],
        'masjid baiturrahman bojong',
        'masjid baiturahman',
      ],
    ],
    Sukasari: [['Masjid Jami Kali Pasir', [-6.1797, 106.6293], 'masjid kali pasir', 'masjid kalipasir']],
    'Periuk Jaya': [
      ['Masjid Pintu Seribu', [-6.1565, 106.6125], 'masjid seribu pintu', 'masjid nurul yaqin'],
    ],
    Babakan: [['Masjid An-Nur Tangcity', 'masjid annur tangcity']],
  },
  temple: {
    'Pasar Baru': [
      [
        'Vihara Nimmala Boen San Bio',
        [-6.1665, 106.6248],
        'boen san bio',
        'bun san bio',
        'kelenteng pasar baru',
      ],
    ],
    'Mekar Sari': ['Vihara Sad-Saddha'],
  },
  church: {
    Sukarasa: [['Gereja Santa Maria', [-6.1722, 106.6345], 'gereja hati santa perawan maria']],
    Karawaci: [['Gereja Pantekosta', [-6.19695, 106.62587, 'exact']]],
    'Cibodas Baru': [['Gereja Santo Agustinus', 'gereja st agustinus']],
  },
};

/** Where people shop, travel, play and go to offices. */
export const town: PlacesByKelurahan = {
  market: {
    'Karawaci Baru': [['Pasar Bandeng', [-6.2022, 106.6138], 'pasar perumnas', 'pasar perumnas 1']],
    Jatake: [['Pasar Jatiuwung', [-6.2015, 106.579]]],
    'Cipondoh Indah': [['Pasar Sipon', [-6.1868, 106.6865]]],
    Kunciran: ['Pasar Bengkok'],
    'Sudimara Barat': [['Pasar Lembang', 'pasar lembang ciledug']],
    Pabuaran: [['Pasar Ramadhani', 'pasar ramadani']],
    'Pondok Bahar': ['Pasar Saraswati'],
    'Poris Gaga': ['Pasar Poris'],
    'Kelapa Indah': [['Pasar Modernland', 'pasar modern modernland', 'fresh market modernland']],
  },
  mall: {
    'Buaran Indah': [['Mal Balekota', [-6.1811, 106.64342, 'exact'], 'bale kota', 'balekota']],
    'Panunggangan Timur': [
      ['Mal Alam Sutera', [-6.22262, 106.65385, 'exact'], 'mall alam sutra', 'mal alam sutra'],
    ],
    Kunciran: [['IKEA Alam Sutera', [-6.2205, 106.6635], 'ikea']],
    Cimone: [['Ramayana Cimone', [-6.1915, 106.6085]]],
    Cikokol: [['Transmart Cikokol', [-6.2065, 106.6345], 'carrefour cikokol']],
    'Sudimara Barat': [['Borobudur Ciledug', 'mal ciledug', 'ramayana ciledug', 'ciledug mas']],
    'Nusa Jaya': [['Plaza Shinta', [-6.2012, 106.6162], 'plaza sinta']],
  },
  terminal: { Cimone: [['Terminal Cimone', [-6.191, 106.6075]]] },
  airport: {
    Pajang: [
      ['Bandara Soekarno-Hatta Terminal 1', [-6.1285, 106.654], 'terminal 1 bandara', 'terminal 1 soetta'],
      [
        'Bandara Soekarno-Hatta',
        [-6.1256, 106.6558],
        'bandara',
        'bandara soetta',
        'bandara soeta',
        'soetta',
        'bandara cengkareng',
        'bandara suta',
      ],
    ],
  },
  junction: {
    'Periuk Jaya': [['Simpang Cadas', [-6.14811, 106.59213, 'exact'], 'pertigaan cadas', 'perempatan cadas']],
    'Pasar Baru': [['Pintu Sepuluh', [-6.16042, 106.62804, 'exact'], 'pintu 10', 'perempatan pintu sepuluh']],
    'Karang Sari': [['Pertigaan Dongkal', [-6.15583, 106.63232, 'exact'], 'dongkal']],
    Cikokol: [
      [
        'Pertigaan Cikokol',
        [-6.2012, 106.6365],
        'perempatan cikokol',
        'lampu merah cikokol',
        'simpang cikokol',
      ],
    ],
    Babakan: [
      ['Tugu Adipura', [-6.1885, 106.6405], 'perempatan adipura', 'simpang adipura', 'bundaran adipura'],
    ],
    'Panunggangan Utara': [
      ['Simpang Kebon Nanas', [-6.2165, 106.6412], 'kebon nanas', 'perempatan kebon nanas'],
    ],
    'Sudimara Barat': [
      [
        'Perempatan Ciledug',
        [-6.2305, 106.7075],
        'simpang ciledug',
        'pertigaan ciledug',
        'lampu merah ciledug',
      ],
    ],
    Gondrong: [
      [
        'Perempatan Gondrong',
        [-6.1965, 106.692],
        'lampu merah gondrong',
        'pertigaan gondrong',
        'simpang gondrong',
      ],
    ],
    Gaga: [['Simpang Puri Beta', [-6.2362, 106.7262], 'perempatan puri beta', 'halte puri beta']],
    'Nusa Jaya': [['Perempatan Shinta', [-6.201, 106.6165], 'simpang shinta', 'lampu merah shinta']],
    'Tanah Tinggi': [['Simpang Pengayoman', [-6.1752, 106.648, 'exact'], 'lampu merah pengayoman']],
  },
  bridge: {
    'Uwung Jaya': [
      [
        'Flyover Cibodas',
        [-6.1958, 106.6015],
        'fly over cibodas',
        'jembatan layang cibodas',
        'underpass cibodas',
      ],
    ],
    'Periuk Jaya': [['Jembatan Alamanda', [-6.162, 106.602]]],
    Sukarasa: [['Jembatan Satria Sudirman', [-6.1672, 106.6325]]],
    Gerendeng: [['Jembatan Kaca', [-6.1718, 106.6282], 'jembatan kaca berendeng', 'jembatan brendeng']],
  },
  toll: {
    Kunciran: [['Gerbang Tol Kunciran', 'gt kunciran', 'tol kunciran', 'pintu tol kunciran']],
    'Panunggangan Utara': [
      [
        'Gerbang Tol Tangerang',
        [-6.2208, 106.6385],
        'gt tangerang',
        'tol cikokol',
        'pintu tol tangerang',
        'tol kebon nanas',
        'pintu tol kebon nanas',
      ],
    ],
    'Panunggangan Barat': [
      ['Gerbang Tol Karawaci', [-6.2235, 106.6155], 'gt karawaci', 'tol karawaci', 'pintu tol karawaci'],
    ],
    'Parung Jaya': [
      [
        'Gerbang Tol Karang Tengah',
        [-6.1975, 106.7065],
        'gt karang tengah',
        'tol karang tengah',
        'pintu tol karang tengah',
      ],
    ],
    'Buaran Indah': [['Gerbang Tol Buaran Indah', 'gt buaran indah', 'tol buaran indah']],
    'Tanah Tinggi': [['Gerbang Tol Tanah Tinggi', 'gt tanah tinggi', 'tol tanah tinggi']],
    Jurumudi: [['Gerbang Tol Husein Sastranegara', 'gt husein sastranegara', 'tol husein']],
    Benda: [['Gerbang Tol Benda', 'gt benda', 'tol benda', 'pintu tol benda']],
    'Panunggangan Timur': [
      [
        'Gerbang Tol Alam Sutera',
        [-6.2215, 106.6535],
        'gt alam sutera',
        'tol alam sutera',
        'pintu tol alam sutera',
      ],
    ],
  },
  park: {
    Sukaasih: [['Taman Elektrik', [-6.17, 106.6395], 'taman elektric']],
    Cikokol: [
      ['Taman Potret', [-6.202, 106.631]],
      ['Taman Pramuka', 'taman gajah'],
    ],
    'Nusa Jaya': [['Taman Pisang', [-6.21054, 106.61486, 'exact']]],
    Babakan: [['Taman Bambu', [-6.1885, 106.63]]],
    Sukasari: [['Taman Prestasi', 'flying deck', 'taman bantaran cisadane']],
    'Koang Jaya': [['Taman Skateboard', 'taman kita', 'taman bendungan pintu sepuluh']],
  },
  lake: {
    'Kelapa Indah': [['Situ Gede', [-6.2, 106.6445], 'situ modernland']],
    'Periuk Jaya': [['Situ Cangkring', [-6.1605, 106.604], 'situ cangkring periuk']],
    'Sudimara Pinang': ['Situ Bojong'],
    Kunciran: ['Situ Kunciran'],
  },
  river: {
    'Kreo Selatan': [['Kali Pesanggrahan', [-6.2415, 106.7475]]],
    'Pasir Jaya': [['Kali Cirarab', [-6.192, 106.5605]]],
    Ketapang: [['Kali Sipon', [-6.1825, 106.695]]],
    Petir: ['Kali Cantiga'],
    Paninggilan: ['Kali Wetan'],
  },
  sport: {
    Sukasari: [
      ['Stadion Benteng', [-6.1768, 106.6372], 'stadion benteng reborn'],
      ['GOR Dimyati', 'gor dimyati tangerang'],
    ],
    Gondrong: ['GOR Gondrong'],
    'Larangan Utara': ['GOR Larangan'],
  },
  office: {
    Sukaasih: [
      ['Polres Metro Tangerang Kota', [-6.1719, 106.6365], 'polres tangerang', 'polres metro tangerang'],
      ['Pengadilan Negeri Tangerang', 'pn tangerang'],
    ],
    'Karang Sari': [['Dishub Kota Tangerang', [-6.16171, 106.63333, 'exact'], 'kantor dishub']],
    Neglasari: [['Polsek Neglasari', [-6.14155, 106.63271, 'exact']]],
    Sukarasa: [['Asrama Polisi', [-6.1671, 106.63149, 'exact']]],
    Cikokol: [['Samsat Cikokol', [-6.2042, 106.6358], 'samsat tangerang']],
    Babakan: [
      [
        'Perumda Tirta Benteng',
        [-6.19583, 106.62934, 'exact'],
        'kantor pdam',
        'pdam tirta benteng',
        'kantor pam',
      ],
    ],
    Cipondoh: ['Polsek Cipondoh'],
    'Sudimara Barat': ['Polsek Ciledug'],
    Sukajadi: ['Polsek Karawaci'],
    Jatake: ['Polsek Jatiuwung'],
    Batuceper: ['Polsek Batuceper'],
    Benda: ['Polsek Benda'],
    Neroktog: ['Polsek Pinang'],
  },
};

/** Housing estates and neighbourhoods with a name of their own. */
export const housing: PlacesByKelurahan = {
  housing: {
    Gembor: [
      ['Villa Regensi 2', 'villa regency 2', 'vila regensi 2', 'regensi 2'],
      ['Wisma Harapan', 'wisma harapan gembor'],
    ],
    'Uwung Jaya': [['Taman Cibodas', 'perum taman cibodas']],
    'Periuk Jaya': [['Periuk Jaya Permai', 'pjp'], 'Kampung Bayur'],
    Bugel: ['Bugel Mas Indah'],
    'Cipondoh Makmur': ['Taman Cipondoh'],
    'Cipondoh Indah': [['Poris Indah', [-6.1765, 106.686]]],
    'Jurumudi Baru': [['Duta Garden', 'perum duta garden']],
    Jurumudi: [['Aeroland Residence', 'aeroland']],
    'Karang Anyar': [['Bandara Mas', 'perum bandara mas']],
    Neglasari: [['Aeropolis', [-6.14388, 106.63257, 'exact'], 'apartemen aeropolis']],
    Pinang: [['Pinang Griya Permai', 'pinang griya']],
    Neroktog: ['Kavling DPR'],
    Kunciran: [['Graha Raya', 'graha raya bintaro']],
    'Parung Jaya': [['Metland Puri', 'metland cyber city', 'metland cyber puri']],
    Paninggilan: [['Komplek Japos', 'perumahan japos']],
    'Cipadu Jaya': [['Komplek Deplu', 'deplu']],
    'Pondok Bahar': [['Palem Ganda Asri', 'pga']],
    'Karang Mulya': ['Bumi Permata Indah'],
    'Pondok Pucung': [['DDN Karang Tengah', 'komplek ddn', 'ddn']],
    'Mekar Sari': [['Komplek PU Prosida', 'pu prosida', 'prosida']],
    Cimone: [['Cimone Mas Permai', 'cimone mas']],
    'Panunggangan Barat': [
      ['Lippo Karawaci', [-6.2225, 106.617], 'lippo village', 'lipo karawaci'],
      ['Karawaci Office Park', [-6.2195, 106.6185], 'trocadero'],
    ],
    'Larangan Indah': ['Mahkota Simprug'],
    Sukaasih: [['Komplek Kehakiman', [-6.1757, 106.6446]]],
    'Tanah Tinggi': ['Komplek Pengayoman'],
    'Panunggangan Timur': [['Alam Sutera', [-6.2235, 106.6545], 'alam sutra', 'alsut']],
    'Kelapa Indah': [
      ['Modernland', [-6.1995, 106.6435], 'kota modern', 'perumahan modernland', 'modern land'],
    ],
    'Karawaci Baru': [
      ['Perumnas 1', [-6.2025, 106.614], 'perumnas i', 'perum 1', 'perumnas satu', 'perumnas karawaci'],
    ],
    'Cibodas Baru': [['Perumnas 2', [-6.2078, 106.606], 'perumnas ii', 'perum 2', 'perumnas dua']],
    'Nusa Jaya': [['Perumnas 4', 'perumnas iv', 'perum 4']],
  },
};
