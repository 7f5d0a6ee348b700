import type { Category } from '../../city-pack.ts';
import { days, defineCategory, hours } from '../../define-category.ts';

/**
 * What 112 exists for. Life at stake: taken over within 2 minutes (the fire brigade's standard of 15 minutes
 * on the road leaves no more); danger without a life at stake: within 10 to 15. `resolve` is when the place
 * is usually safe again, and a breach of it asks a supervisor to look, no more. Words also in the spellings
 * of hurried people; they are strong because a missed emergency costs more than a false one.
 */
export const emergencies: Category[] = [
  defineCategory('fire', 'BPBD', ['Kebakaran', 'Fire'], {
    priority: 'critical',
    sla: [2, hours(2)],
    match: [300, hours(2)],
    words: {
      9: 'kebakaran, kebakar, kebakran, kbakaran, kebakarn, terbakar, kobaran api, api besar, si jago merah, kompor meledak, korsleting, konsleting, rumah kebakaran, ada api, api membesar, dilalap api, pemadam kebakaran, damkar',
      4: 'asap tebal, asap hitam, meledak, ledakan, keluar asap, percikan api, hangus, kebul, ngebul',
      3: 'api, apinya, pemadam',
      1: 'asap, merembet, gudang, pabrik',
      '-3': 'kereta api, stasiun kereta api, kembang api',
    },
  }),
  defineCategory('rescue', 'BPBD', ['Penyelamatan', 'Rescue'], {
    priority: 'critical',
    sla: [2, hours(3)],
    match: [200, hours(2)],
    words: {
      '-9': 'terjebak macet, kejebak macet',
      5: 'kejebak, terjebak',
      9: 'tenggelam, hanyut, terseret arus, kelelep, terkunci di dalam, terjepit, kejepit, masuk sumur, jatuh ke sumur, kecebur, tercebur, nyemplung, mau bunuh diri, mau lompat, percobaan bunuh diri, orang hilang di kali, cincin nyangkut, cincin tidak bisa lepas, lepas cincin, cincin macet, terjebak di lift, lift macet',
      3: 'cincin, terperosok, nyangkut, penyelamatan, rescue, tim sar, sumur, dievakuasi, kekunci, evakuasi warga, perahu karet',
      1: 'evakuasi, selamatkan, tolong cepat',
    },
  }),
  defineCategory('medical', 'DINKES', ['Gawat darurat medis', 'Medical emergency'], {
    priority: 'critical',
    sla: [2, hours(1)],
    match: [100, hours(1)],
    words: {
      6: 'stroke',
      9: 'tidak sadar, tidak sadarkan diri, gak sadar, ga sadar, tdk sadar, nggak sadar, ngga sadar, pingsan, sesak nafas, sesak napas, serangan jantung, kejang, kejang kejang, pendarahan, perdarahan, mau melahirkan, keracunan, tidak bernafas, tidak bernapas, gak napas, henti jantung, overdosis, ketuban pecah, butuh ambulan, butuh ambulans, butuh ambulance, minta ambulan, minta ambulans, minta ambulance',
      5: 'lahiran, melahirkan, ambulan, ambulans, ambulance, ambulannya, gawat darurat, muntah darah, sakit keras',
      3: 'darurat, sekarat, kritis, nyeri dada, sakit parah, luka bakar, luka parah, lemas sekali',
      1: 'jatuh, berdarah, sakit, lemas',
    },
  }),
  defineCategory('accident', 'DINKES', ['Kecelakaan lalu lintas', 'Traffic accident'], {
    priority: 'critical',
    sla: [2, hours(2)],
    match: [150, hours(1)],
    words: {
      6: 'senggolan, nabrak, menabrak, ditabrak',
      9: 'kecelakaan, kecelakan, kclakaan, kecelakaan motor, laka lantas, tabrakan, tabrak lari, ketabrak, tertabrak, keserempet, terserempet, terlindas, kelindas, terguling, lakalantas, adu banteng',
      3: 'laka, korban, kecelakaan beruntun, terpental',
      1: 'motor, truk, berdarah',
      '-9': 'sering kecelakaan, rawan kecelakaan, bikin kecelakaan, menyebabkan kecelakaan, terjadinya kecelakaan, sering terjadi kecelakaan, banyak kecelakaan, takut ada kecelakaan, takut kecelakaan, bisa kecelakaan, rawan tabrakan, sering tabrakan',
    },
  }),
  defineCategory('gas-leak', 'BPBD', ['Kebocoran gas', 'Gas leak'], {
    priority: 'critical',
    sla: [2, hours(2)],
    match: [200, hours(2)],
    words: {
      9: 'bocor gas, gas bocor, kebocoran gas, bau gas, tabung gas bocor, gas elpiji bocor, lpg bocor, pipa gas bocor, regulator bocor, bau gas menyengat',
      3: 'elpiji, lpg, tabung gas, pipa gas, amoniak, kimia bocor',
      1: 'gas, menyengat, bocor',
    },
  }),
  defineCategory('electric-shock', 'BPBD', ['Tersengat listrik', 'Electric shock'], {
    priority: 'critical',
    sla: [2, hours(2)],
    match: [100, hours(1)],
    words: {
      9: 'tersengat, tersengat listrik, kesetrum, kesetrom, tersetrum, kesengat listrik, tiang nyetrum, nyetrum, ada setrum',
      3: 'setrum, sengatan listrik, aliran listrik',
    },
  }),
  defineCategory('building-collapse', 'BPBD', ['Bangunan roboh', 'Collapsed building'], {
    priority: 'critical',
    sla: [2, hours(6)],
    match: [150, hours(6)],
    words: {
      5: 'longsor',
      9: 'rumah roboh, rumah ambruk, bangunan roboh, bangunan ambruk, atap ambruk, atap roboh, tembok roboh, tertimbun, tembok ambruk, atap sekolah ambruk, tertimpa bangunan, rumah ambrol, plafon ambruk, tanah longsor',
      4: 'ambruk, reruntuhan',
      3: 'roboh, runtuh',
      2: 'tembok',
    },
  }),
  defineCategory('storm-damage', 'BPBD', ['Kerusakan angin kencang', 'Storm damage'], {
    priority: 'high',
    sla: [15, hours(12)],
    match: [300, hours(6)],
    words: {
      6: 'puting beliung, angin puting beliung, genteng beterbangan, atap terbang, genteng terbang, baliho roboh, reklame roboh, atap kebawa angin',
      2: 'angin kencang, badai, genteng, baliho, reklame',
      1: 'angin, hujan deras',
    },
  }),
  defineCategory('flood', 'BPBD', ['Banjir', 'Flood'], {
    priority: 'high',
    sla: [15, hours(12)],
    match: [400, hours(6)],
    words: {
      6: 'kebanjiran, banjir bandang, terendam banjir, rumah terendam, air masuk rumah, air masuk ke rumah, banjir sepinggang, banjir selutut, banjir sedada, terjebak banjir, tanggul jebol, air sudah masuk, air naik',
      5: 'banjir, bnjir, bajir, banjirr, banjirnya, sepinggang, sedada, selutut, sepaha, sebetis, seleher, semata kaki',
      3: 'terendam, tergenang, genangan, genangan air, air meluap, kali meluap, meluap, luapan, air makin tinggi, surut, ngungsi, mengungsi, pengungsian, menggenang',
      1: 'hujan, evakuasi, perahu karet, kali, ketinggian air',
    },
  }),
  defineCategory('high-water', 'DPUPR', ['Tinggi muka air', 'High water level'], {
    priority: 'high',
    sla: [10, hours(24)],
    match: [50, hours(24)],
    words: {
      6: 'rumah pompa, pompa air, tinggi muka air, pintu air, siaga 1, siaga satu, siaga 2, tma',
      1: 'debit air, bendungan, bendung',
    },
  }),
  defineCategory('fallen-tree', 'BPBD', ['Pohon tumbang', 'Fallen tree'], {
    priority: 'high',
    sla: [15, hours(4)],
    match: [60, hours(6)],
    words: {
      6: 'pohon tumbang, pohon roboh, pohon ambruk, pohon jatuh, phn tumbang, pohon tumbng, dahan jatuh, tertimpa pohon, ketimpa pohon, kejatuhan pohon, pohon patah, pohon besar tumbang',
      4: 'tumbang, tumbng',
      5: 'dahan patah, pohon besar roboh',
      3: 'roboh',
      2: 'pohon, menimpa, menutup jalan, nutup jalan, nutupin jalan, melintang',
    },
  }),
  defineCategory('animal-rescue', 'BPBD', ['Ular dan hewan liar', 'Snake or wild animal'], {
    priority: 'high',
    sla: [15, hours(4)],
    match: [50, hours(3)],
    words: {
      6: 'ular, ular kobra, sanca, kobra, piton, buaya, biawak, monyet lepas, monyet, anjing gila, anjing galak, kucing kecebur, kucing terjebak, kucing kejebak, musang, hewan liar, gigitan ular, digigit ular, digigit anjing, evakuasi hewan, anjing rabies, sapi lepas',
      3: 'kucing, anjing, hewan, sapi, binatang',
    },
  }),
  defineCategory('wasp-nest', 'BPBD', ['Sarang tawon', 'Wasp nest'], {
    sla: [hours(2), days(2)],
    match: [40, days(2)],
    words: {
      6: 'sarang tawon, tawon, tawon vespa, lebah, sarang lebah, disengat tawon, tawon ndas, sarang tawon vespa',
      2: 'sarang, sengat, disengat',
    },
  }),
  defineCategory(
    'violence',
    'DP3AP2KB',
    ['Kekerasan perempuan dan anak', 'Violence against women or children'],
    {
      priority: 'critical',
      sla: [5, hours(24)],
      words: {
        9: 'kdrt, kekerasan anak, kekerasan perempuan, kekerasan terhadap anak, kekerasan dalam rumah tangga, pelecehan, pelecehan seksual, dilecehkan, pencabulan, dicabuli, perkosaan, diperkosa, pemerkosaan, anak dipukuli, dipukuli suami, dipukul suami, penganiayaan anak, anak dianiaya, disiksa, penelantaran anak, kekerasan seksual, eksploitasi anak, perdagangan orang',
        6: 'dipukuli, dipukulin, dianiaya, dipukulin suami',
        4: 'kekerasan, bayi dibuang, bullying, perundungan, anak hilang',
        1: 'suami, istri, anak, perempuan',
      },
    },
  ),
  defineCategory('crime', 'POLRI', ['Tindak kejahatan', 'Crime'], {
    priority: 'critical',
    sla: [2, hours(24)],
    match: [200, hours(1)],
    words: {
      6: 'tawuran, perampokan, rampok, dirampok, pencurian, kecurian, kemalingan, maling, begal, dibegal, pembegalan, pembunuhan, dibacok, bacok, curanmor, penjambretan, jambret, dijambret, copet, narkoba, penusukan, ditusuk, pemalakan, dipalak, penculikan, diculik, penipuan, orang berkelahi, perkelahian, celurit, geng motor, keroyok, dikeroyok, pengeroyokan, senjata tajam, judi, perjudian, mayat, temuan mayat',
      3: 'sajam, berkelahi, berantem, preman, premanisme, polisi, sabu, mabuk mabukan, balap liar, balapan liar',
      1: 'kejahatan, kriminal, hilang',
      '-3': 'rawan begal, rawan kejahatan, rawan maling, polisi tidur, tipu',
    },
  }),
  defineCategory('power-line', 'PLN', ['Kabel atau tiang listrik bahaya', 'Dangerous power line'], {
    priority: 'high',
    sla: [15, hours(12)],
    match: [60, hours(12)],
    words: {
      6: 'kabel putus, kabel listrik putus, kabel menjuntai, kabel listrik menjuntai, tiang listrik roboh, tiang listrik miring, tiang listrik, gardu meledak, trafo meledak, travo meledak, gardu listrik, sutet',
      3: 'trafo, gardu, travo, kabel semrawut, kabel listrik, kabel pln, menjuntai',
      2: 'kabel',
      1: 'pln, tiang',
    },
  }),
  defineCategory('call-112', 'DISKOMINFO', ['Keadaan darurat', 'Emergency'], {
    priority: 'high',
    sla: [2, hours(1)],
    words: {},
  }),
];
