import type { Category } from '../../city-pack.ts';
import { days, defineCategory, hours } from '../../define-category.ts';

/** Waste, trees, order in public space, housing and water supply. */
export const environment: Category[] = [
  defineCategory('waste', 'DLH', ['Sampah belum diangkut', 'Waste not collected'], {
    sla: [hours(24), days(3)],
    match: [60, days(5)],
    words: {
      6: 'sampah menumpuk, sampah numpuk, sampah belum diangkut, sampah tidak diangkut, sampah gak diangkut, sampah ga diangkut, tumpukan sampah, angkut sampah, pengangkutan sampah, sampah ga di angkut, sampah belum di angkut, tps penuh, tukang sampah, petugas kebersihan, bak sampah penuh, truk sampah, retribusi sampah, tempat sampah, sampah berserakan, sampah meluber, bentor sampah',
      4: 'sampah, smpah, belum diangkut, diangkut, di angkut, tps, sampahnya, tpa rawa kucing, pengangkutan',
      2: 'kotor, berserakan, bau busuk, lalat, menumpuk, numpuk, kebersihan, dlh, penyapuan',
      1: 'bau, belatung',
    },
  }),
  defineCategory('illegal-dump', 'DLH', ['Pembuangan sampah liar', 'Illegal dump'], {
    match: [60, days(14)],
    words: {
      6: 'buang sampah sembarangan, tps liar, sampah liar, pembuangan sampah liar, pembuangan liar, buang sampah di kali, buang sampah ke kali, buang puing, buang sampah, membuang sampah, pembuang sampah, buang limbah, puing bangunan',
      3: 'sembarangan, lahan kosong, tanah kosong, sampah, puing',
    },
  }),
  defineCategory('pollution', 'DLH', ['Pencemaran', 'Pollution'], {
    match: [300, days(7)],
    words: {
      6: 'limbah pabrik, pencemaran, limbah, polusi udara, air kali hitam, asap pabrik, polusi, bau limbah, ikan mati, air sungai berbusa, kali berbusa, tercemar, udara kotor, limbah b3, cerobong, debu pabrik, bau kimia, pencemaran udara',
      3: 'bau menyengat, berbusa, menghitam, debu',
      2: 'pabrik',
      1: 'asap, bau, hitam',
    },
  }),
  defineCategory('tree-pruning', 'DLH', ['Pemangkasan pohon', 'Tree pruning'], {
    match: [40, days(14)],
    words: {
      6: 'pangkas pohon, pemangkasan, perantingan, tebang pohon, penebangan, pohon rimbun, pemotongan pohon, pohon rindang, rawan tumbang, mau tumbang, takut tumbang, hampir tumbang, perampingan, pohon kering, pohon mati, pohon keropos, ranting pohon, pohon lapuk, pohon miring, dahan pohon, ditebang, di tebang, dipangkas, di pangkas, pohon terlalu tinggi, khawatir tumbang, pohon sudah tinggi, takut roboh, nyentuh kabel',
      4: 'pemotongan, doyong, mengganggu kabel, kena kabel, terlalu lebat, pohon, ranting, rimbun, dahan, rindang, phn, pohonnya, rantingnya, pangkas',
      3: 'mangga',
      2: 'lebat, daun, sudah tinggi, terlalu tinggi',
      1: 'kabel, kering, tinggi, keropos, miring',
    },
  }),
  defineCategory('park', 'DLH', ['Taman dan ruang terbuka', 'Parks and open space'], {
    match: [80, days(14)],
    words: {
      6: 'taman kota, mainan taman, ayunan rusak, permainan anak rusak, perosotan rusak, taman tidak terawat, rumput tinggi, taman rusak, rumput liar, toilet taman, bangku taman, taman elektrik, taman potret, taman prestasi',
      4: 'taman bermain, ayunan, rumput, perosotan',
      3: 'taman, alun alun',
      '-3': 'taman cipulir, taman royal, taman asri',
    },
  }),
  defineCategory('street-vendor', 'SATPOLPP', ['Pedagang kaki lima', 'Street vendors'], {
    match: [80, days(7)],
    words: {
      6: 'pedagang kaki lima, kaki lima, lapak liar, pedagang liar, jualan di trotoar, berjualan di trotoar, pkl liar, lapak pkl, gerobak jualan, tertibkan pkl, para pkl, pkl di, pkl yang, warung remang',
      3: 'pkl, pedagang, jualan, berjualan, lapak, warung, gerobak',
      1: 'trotoar, penertiban, ditertibkan, tertibkan',
    },
  }),
  defineCategory('noise', 'SATPOLPP', ['Kebisingan', 'Noise'], {
    sla: [hours(2), days(2)],
    match: [100, hours(12)],
    words: {
      6: 'berisik, kebisingan, bising, musik keras, sound horeg, suara musik, karaoke, brisik, berisik banget, dangdutan, petasan, suara bising, knalpot brong, orgen tunggal, suara mesin, hajatan sampai malam, suara keras',
      3: 'warkop, sound, musik, sound system, mengganggu istirahat, suara, speaker, toa, nongkrong, ga bisa tidur, gak bisa tidur, mengganggu tidur',
      2: 'sangat keras',
      1: 'malam, mengganggu, keras',
    },
  }),
  defineCategory('illegal-building', 'SATPOLPP', ['Bangunan liar', 'Illegal building'], {
    match: [60, days(30)],
    words: {
      6: 'bangunan liar, bangli, bangunan tanpa izin, bangunan tanpa ijin, bangunan di atas saluran, bangunan di bantaran, tidak punya imb, reklame liar, spanduk liar, bangunan ilegal, tanpa imb, bangunan tidak berizin, gubuk liar, bangun di atas got',
      3: 'imb, pbg, spanduk, tanpa izin, tanpa ijin, reklame',
      1: 'bangunan, liar',
    },
  }),
  defineCategory('burning-waste', 'SATPOLPP', ['Pembakaran sampah', 'Burning waste'], {
    sla: [hours(1), days(1)],
    match: [150, hours(6)],
    words: {
      6: 'bakar sampah, membakar sampah, pembakaran sampah, bakaran sampah, bakar2 sampah, bakar bakar, bakar ban, pembakaran limbah, pembakaran, bakar kabel, bakar plastik, bakarin sampah, asap sampah',
      3: 'bakar, membakar, sesak asap, sesek',
      1: 'asap, sampah',
    },
  }),
  defineCategory('public-order', 'SATPOLPP', ['Ketertiban umum', 'Public order'], {
    match: [80, days(2)],
    words: {
      6: 'pengamen, pengamen maksa, manusia silver, pak ogah, minuman keras, miras, warung miras, prostitusi, esek esek, mesum, kos bebas, pungli, pungutan liar, anak punk, badut jalanan, kosan mesum, open bo',
      3: 'meresahkan, satpol, satpol pp, ketertiban, razia, maksa, ormas, mabok, mabuk',
      1: 'mengganggu, ditertibkan',
    },
  }),
  defineCategory('housing-facility', 'DISPERKIMTAN', ['Fasilitas perumahan (PSU)', 'Housing facilities'], {
    match: [80, days(30)],
    words: {
      6: 'psu, fasos fasum, fasum, fasos, serah terima perumahan, developer, pengembang, fasilitas umum perumahan, fasilitas perumahan, mck umum, septic tank, jamban, sedot tinja, ipal komunal',
      1: 'perumahan, komplek',
      2: 'tanah wakaf, sertifikat tanah, lahan',
    },
  }),
  defineCategory(
    'public-flat',
    'DISPERKIMTAN',
    ['Rusunawa dan rumah tidak layak huni', 'Public flats and unfit houses'],
    {
      words: {
        6: 'rusunawa, rusun, rumah tidak layak huni, rutilahu, rtlh, bedah rumah, rumah tidak layak, tidak layak huni, rumah mau roboh, rumah hampir roboh',
        2: 'atap bocor, rumah bocor, layak huni, renovasi',
      },
    },
  ),
  defineCategory(
    'building-control',
    'DISPERKIMTAN',
    ['Tata bangunan, PBG dan menara', 'Building control and towers'],
    {
      words: {
        6: 'tower bts, menara bts, menara telekomunikasi, tower telekomunikasi, dampak pembangunan, skrk, site plan, tower seluler',
        5: 'bts',
        3: 'tower, pbg, imb, rumah saya retak',
        2: 'retribusi pbg, peruntukan tanah, tembok retak',
      },
    },
  ),
  defineCategory('cemetery', 'DISPERKIMTAN', ['Pemakaman', 'Cemetery'], {
    words: {
      4: 'tpu',
      6: 'pemakaman, makam, kuburan, liang lahat, lahan makam, mobil jenazah, ambulan jenazah, mobil jenasah, retribusi makam, pemakaman umum',
      2: 'jenazah, jenasah, dimakamkan',
    },
  }),
  defineCategory('water-outage', 'PERUMDA_TB', ['Air PDAM mati', 'No tap water'], {
    priority: 'high',
    sla: [hours(2), days(2)],
    match: [500, days(1)],
    words: {
      6: 'air mati, air pdam mati, air pam mati, pdam mati, air tidak mengalir, air gak ngalir, air ga ngalir, air tidak keluar, air gak keluar, air ga keluar, air kecil, air pdam kecil, air nggak keluar, air ngga keluar, air engga keluar, pam mati, airnya mati, air ledeng mati, aliran air mati, tekanan air, air pdam tidak, air ga jalan',
      4: 'pdam, pam, tirta benteng, ledeng, tidak mengalir, tidak keluar, ga ngalir, ngalir, gak ngalir, debit kecil',
      2: 'air, airnya, aliran, mati, mandi',
    },
  }),
  defineCategory('water-quality', 'PERUMDA_TB', ['Air PDAM keruh', 'Dirty tap water'], {
    priority: 'high',
    sla: [hours(4), days(2)],
    match: [500, days(2)],
    words: {
      6: 'air keruh, air pdam keruh, air bau, air pdam bau, air kotor, air pdam kotor, air hitam, air berwarna, air kuning, air coklat, air berlumpur, air pam keruh, air butek, airnya keruh, airnya bau, airnya kotor, bau kaporit, air pdam berwarna',
      4: 'keruh, butek, kaporit',
      3: 'pdam, pam, tirta benteng, ledeng',
      1: 'air, bau, airnya',
    },
  }),
  defineCategory('water-leak', 'PERUMDA_TB', ['Pipa air bocor', 'Leaking water pipe'], {
    sla: [hours(4), days(2)],
    match: [50, days(3)],
    words: {
      6: 'pipa bocor, pipa pdam bocor, kebocoran pipa, pipa pecah, pipa pam bocor, pipa pdam, kebocoran air, air pdam bocor, pipa air bocor, galian pdam, pipa air pecah, bekas galian pdam, bekas galian pipa',
      4: 'pipa, pipanya, kebocoran, bocor, muncrat',
      3: 'pdam, pam, tirta benteng',
      1: 'air, rembes, rembesan',
    },
  }),
  defineCategory('water-bill', 'PERUMDA_TB', ['Tagihan dan sambungan air', 'Water bill and connection'], {
    words: {
      6: 'tagihan air, tagihan pdam, meteran air, meteran pdam, pasang baru pdam, pasang baru, sambungan baru, tagihan pam, meteran pam, rekening air, bayar pdam, bayar air, pasang pdam, ganti meteran, stand meter',
      3: 'tagihan, meteran, pdam, pam, tirta benteng, pelanggan, tunggakan air',
      1: 'bayar, pasang, membengkak, naik',
    },
  }),
];
