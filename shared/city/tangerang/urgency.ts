import type { UrgencyRule, UrgencyRules } from '../urgency.ts';

/**
 * What cannot wait, as people of the city say it. Words are those that remain after `spelling`. A missed emergency costs
 * more than a false one: when in doubt a phrase stands here.
 */
const rules: UrgencyRule[] = [
  critical('fire', 'fire', ['Api atau ledakan', 'Fire or explosion'], {
    says: `kebakar*, terbakar, kebakaran, dilalap, jago merah, kobaran, ada api, keluar api, percikan api,
      api … besar/membesar/membumbung/menyala/merembet/menjalar/nyamber/menyambar/atap/plafon/lantai/kasur/dapur/rumah/gudang/warung/kontrakan/mobil/motor/kabel/tiang,
      apinya, asap … tebal/hitam/pekat/mengepul/ngebul/banyak, ngebul, kebul, hangus, kompor/tabung/trafo/travo/gardu/ban/mercon/petasan/bom … meledak/meleduk,
      meledak/meleduk/ledakan, korslet*/konslet* … api/asap/listrik/rumah, damkar … segera/cepat/tolong/sekarang, tolong … damkar/pemadam, dibakar … orang/rumah/massa,
      fire, on fire`,
    unless: `free fire, kereta api … jadwal/tiket, kembang api, asap … pembakaran sampah, asap … bakar sampah,
      hidran, hydrant, apar, simulasi, pelatihan, penyuluhan, sosialisasi, surat keterangan kebakaran, proteksi kebakaran, asuransi, santunan, luka bakar … obat/kontrol`,
  }),
  critical('trapped', 'rescue', ['Orang terjebak atau di air', 'Someone trapped or in the water'], {
    says: `tenggelam, hanyut, terseret, kecebur/tercebur/nyebur/kejebur/nyemplung/kecemplung/tercemplung, terjebak, terjepit/kejepit/kegencet/tergencet,
      terkunci/kekunci/kekonci, masuk sumur, jatuh … sumur/kali/sungai/selokan/got/septic/septiktank, tidak bisa keluar … api/rumah/mobil/lift/kamar/banjir, lift … macet/mati/jatuh,
      tertimpa/ketimpa/ketiban/kejatuhan, tertimbun/ketimbun, menimpa … orang/warga/anak/pengendara/rumah/motor/mobil/ibu/bapak, tertindih, terperosok … anak/orang/ibu/bapak/motor/mobil,
      di atap … tolong/banjir/evakuasi, naik … atap/genteng … banjir/air, teriak* … tolong, minta tolong … dari dalam/teriak, mobil/motor/angkot … masuk/terjun/jatuh … kali/sungai/irigasi/cisadane/got/jurang,
      orang/anak/warga/nelayan/bocah/pemancing … hilang … kali/sungai/cisadane/danau/situ/setu, anak/balita/bocah/bayi/lansia/nenek/kakek … hilang, evakuasi … segera/cepat/tolong/warga/lansia/bayi, belum … dievakuasi, perahu karet, tim sar,
      drowning, trapped, help me, mayday, sos`,
    unless: `terjebak macet, terjebak kemacetan, terjebak hutang, terjebak pinjol, terjebak pinjaman, terjebak calo, dokumen … hilang, ktp … hilang, tertimpa musibah, kartu … hilang, akta … hilang, anak … hilang … akta/kartu/ktp/kia`,
  }),
  critical('unconscious', 'medical', ['Nyawa terancam', 'Life in danger'], {
    says: `pingsan, tidak sadar*, hilang kesadaran, kehilangan kesadaran, tidak … bernapas/bernafas/napas/nafas, napas/nafas … berhenti/sesak/tersengal/putus/megap/senin,
      sesak napas/nafas/nafasnya/napasnya, sesek napas/nafas, sesak … dada, susah/sulit/kesulitan/sukar … napas/nafas/bernapas/bernafas, megap*, kejang*, pendarahan/perdarahan, darah … banyak/ngucur/mengucur/deras/terus/mengalir/berhenti/bercucuran, bercucuran darah,
      berdarah … kepala/hidung/parah/banyak/leher/perut, berlumuran, muntah darah, batuk darah, serangan jantung, henti jantung, jantung … berhenti/kumat/kambuh, nyeri/sakit/sesak dada, dada … sakit/nyeri/sesak/nyesek,
      stroke, mau/akan/hendak melahirkan, mau lahiran, melahirkan … jalan/mobil/rumah/tolong/ambulans/sekarang/mules, ketuban, bayi … keluar, keracunan, overdosis, minum … racun/baygon/pemutih/sabun, minum obat … banyak, gantung diri, bunuh diri, mengakhiri hidup,
      mau/loncat/lompat/terjun … jembatan/gedung/sungai/rel/lantai/fly/menara/tower/atap, tidak … bergerak/gerak/respon/bangun/merespon, tidak bangun bangun, kaku, membiru, biru … bibir/muka/badan, tergeletak/terkapar, sekarat, kritis, nadi, detak jantung,
      butuh/minta/perlu/kirim/panggil/kirimkan/pesan/mintakan … ambulans, ambulans … segera/cepat/darurat/sekarang/tolong, tolong … ambulans, gawat darurat, darurat … medis/pasien/tolong, luka … parah/serius/berat/bakar/tusuk/bacok/dalam, patah … tulang/kaki/tangan/leher, tersedak/keselek,
      digigit … ular/anjing/monyet, dipatuk, disengat … tawon/lebah/ular, jatuh … lantai/tangga/atap/pohon/motor/genteng/tiang/kamar mandi/gerak/sadar, ditemukan … meninggal/mayat, mayat, jenazah … ditemukan/kali/sungai, meninggal … tempat/lokasi/mendadak, demam … kejang, lemas … sadar/dingin, dingin … badannya/keringat,
      unconscious, not breathing, heart attack, bleeding, overdose, seizure, giving birth`,
    unless: `riwayat stroke, pasca stroke, penderita stroke, obat … stroke, pasien stroke … rujukan/kontrol, ambulans … gratis … bagaimana/syarat/prosedur, sopir ambulans, supir ambulans, biaya ambulans, tarif ambulans, akta kematian, akte kematian, surat kematian, ahli waris, ekonomi … kritis, biaya … lahiran/melahirkan, cuti melahirkan, bpjs … melahirkan, kartu`,
  }),
  critical('accident', 'accident', ['Kecelakaan dengan korban', 'Accident with casualties'], {
    says: `kecelakaan, tabrakan, tabrak lari, ditabrak/tertabrak/menabrak/nubruk/ketubruk, terlindas/kelindas/dilindas, terserempet/keserempet/diserempet, terguling/kebalik/terbalik … mobil/truk/motor/bus/angkot/tangki, mobil/truk/motor/bus/angkot/tangki … terguling/terbalik/kebalik/tabrak/menabrak,
      adu banteng, laka lantas, lakalantas, beruntun, terpental, korban … tergeletak/luka/terkapar/meninggal/jiwa/tewas/berdarah/jatuh, tewas, terjatuh … motor … luka/berdarah/sadar/parah/tergeletak,
      accident, car crash, hit by … car/truck/motorbike/bus`,
    unless: 'asuransi, jasa raharja, santunan, marka … kecelakaan, polisi tidur … kecelakaan',
  }),
  critical('weapon', 'crime', ['Senjata atau kekerasan', 'Weapon or violence'], {
    says: `pisau, golok, celurit/clurit/arit, parang, samurai, senjata tajam/api, sajam, pistol, airsoft, air keras, bacok*/dibacok/pembacokan, tusuk/ditusuk/nusuk/penusukan, ditembak/penembakan/tembakan/nembak, tawuran, rampok/dirampok/perampokan/ngerampok, begal/dibegal/pembegalan,
      dipukuli*/dipukulin/digebukin/digebuki/dikeroyok/pengeroyokan/keroyok/dianiaya/penganiayaan/disiksa/ditendang/dicekik/dihajar/disekap, dipukul … suami/bapak/ayah/ibu/orang/sampai/terus, suami … mukul*/pukul/memukul*/mukulin/hajar, kdrt, kekerasan … rumah/anak/perempuan/istri, diculik/penculikan/culik, diperkosa/perkosaan/pemerkosaan/memperkosa/dicabuli/pencabulan, pelecehan/dilecehkan,
      mengamuk/ngamuk, mengancam/ancam/ngancam/diancam … bunuh/pisau/golok/senjata/mati, mau dibunuh, dibunuh/pembunuhan/membunuh, maling/pencuri … masuk/ketangkap/tertangkap/dikejar/sekarang/lagi/dalam/dihajar/rumah, jambret/dijambret/penjambretan, berkelahi/perkelahian/berantem/gelut, bom, teror, sandera/disandera, bayi … dibuang, buang bayi, geng motor, dipalak,
      knife, gun, stabbed, shot, robbery, robbed, kidnapped, attacked, raped`,
    unless: 'rawan begal, senjata mainan, pisau dapur, sosialisasi, penyuluhan, pencegahan kekerasan',
  }),
  critical('electric', 'electric-shock', ['Tersengat listrik', 'Electric shock'], {
    says: `tersengat, sengatan, setrum/nyetrum/kestrum/kesetrom/tersetrum/setruman, kabel … putus/percikan/api/nyetrum/terbakar/genangan/menyala/meledak/kebakar/meletup, aliran listrik … bocor/genangan/tiang/air, tiang … nyetrum/api/percikan/roboh, listrik … bocor … air/tiang/pagar/orang,
      electrocuted`,
    unless:
      'kabel … wifi … putus, kabel … internet … putus, kabel … telepon … putus, kabel … optik … putus, putus … sambungan',
  }),
  critical('gas', 'gas-leak', ['Kebocoran gas atau bahan kimia', 'Gas or chemical leak'], {
    says: `bau gas, gas … bocor/mendesis/ngobos/menyengat/meledak/meleduk, bocor … gas, kebocoran gas, tabung … bocor/mendesis/ngobos, lpg/elpiji … bocor/mendesis/bau/meledak, regulator … bocor/lepas, amonia*/amoniak, klorin, kimia … tumpah/bocor/meledak, tumpahan … kimia/bahan, keracunan gas,
      gas leak, smell … gas`,
    unless: 'gas … langka, elpiji … langka, harga gas',
  }),
  critical('collapse', 'building-collapse', ['Bangunan roboh', 'Collapsed building'], {
    says: `rumah/bangunan/gedung/tembok/atap/plafon/jembatan/turap/kelas/ruko/pagar/dinding/perancah/crane/tower/menara … roboh/ambruk/runtuh/ambrol/rubuh/rubuh, longsor, ambruk, reruntuhan, runtuhan`,
    unless:
      'mau roboh, hampir roboh, hampir ambruk, nyaris roboh, takut roboh, tidak layak huni, bantuan bedah rumah, bedah rumah, program',
  }),
  critical('deep-water', 'flood', ['Banjir dalam atau deras', 'Deep or fast water'], {
    says: `banjir … sedada/seleher/sepinggang/seperut/sepusar/sebahu/seatap/atap/semeter/deras/bandang/dua meter/tenggelam/lansia/bayi/terjebak/lantai dua, air … sedada/seleher/sepinggang/seperut/sebahu/seatap, arus … deras/kencang/kuat, tanggul … jebol/ambrol/bobol/pecah/rembes/retak, jebol … tanggul, terjebak banjir, banjir … butuh … perahu/evakuasi, banjir bandang, air … naik … cepat/terus/tolong, banjir … tolong, tolong … banjir`,
    unless: 'korban banjir … bantuan … belum',
  }),
  critical(
    'tree-on-people',
    'fallen-tree',
    ['Pohon tumbang menghalangi atau menimpa', 'Fallen tree on road or people'],
    {
      says: `pohon/dahan/batang/baliho/reklame/tiang … tumbang/roboh/rubuh/ambruk/patah … menimpa/nimpa/nutup/menutup/menutupi/nutupin/melintang/menghalangi/tertimpa/jalan/rumah/mobil/motor/kabel/orang, tumbang … menimpa/nimpa/nutup*/menutup*/melintang, tertimpa/ketimpa/ketiban … pohon/dahan/tiang/baliho`,
      unless: 'takut … tumbang, khawatir … tumbang, mau tumbang, sebelum … tumbang, rawan tumbang',
    },
  ),
  critical('snake', 'animal-rescue', ['Hewan berbahaya di dekat orang', 'Dangerous animal near people'], {
    says: `ular … rumah/kamar/dapur/plafon/masuk/kamarnya/wc/mandi/teras/warung/kelas/halaman/motor/mobil/kolong, kobra/sanca/piton/king kobra, ular, buaya, anjing … gila/rabies/menyerang/gigit/menggigit/ngejar, digigit … ular/anjing, tawon/lebah … menyerang/nyengat/sengat/serang/ngamuk, monyet … masuk/menyerang/gigit/ngamuk`,
    unless: 'ular tangga',
  }),
  high('danger', ['Berbahaya', 'Dangerous'], {
    says: `bahaya*/membahayakan, berbahaya, banjir, kabel … menjuntai/melintang/rendah, hampir … roboh/ambruk/tumbang, mau … roboh/ambruk/tumbang, sudah … korban, makan korban, nyaris/hampir … celaka/kecelakaan/jatuh/tertabrak, jembatan … retak/rusak, lubang … dalam/menganga, darurat, secepatnya, bayi/balita/lansia/difabel/disabilitas/hamil … terlantar/sakit/lapar`,
  }),
  {
    code: 'no-hurry',
    name: { id: 'Pertanyaan atau saran', en: 'Question or suggestion' },
    priority: 'low',
    says: `mau tanya, mau bertanya, ingin bertanya, saran, usul, usulan, apakah … bisa, bagaimana cara*, cara … daftar/mengurus, syarat … apa, informasi … mengenai, minta info*, terima kasih … sudah diperbaiki`,
  },
];

export const urgency: UrgencyRules = {
  rules,
  hedges: `rawan, rawannya, rentan, takut, takutnya, ditakutkan, khawatir, dikhawatirkan, kuatir, sering, seringkali, kerap, selalu, bisa, dapat, berpotensi,
    potensi, resiko, risiko, mencegah, cegah, menghindari, hindari, antisipasi, mengantisipasi, hampir, nyaris, pernah, agar tidak, supaya tidak, jangan sampai,
    biar tidak, bekas, pasca, kalau, jika, apabila, bila, misal, seandainya, penyebab, menyebabkan, mengakibatkan, memicu, menimbulkan`,
  past: `tahun lalu, bulan lalu, minggu lalu, kemarin, dulu, tahun kemarin, bulan kemarin, yang lalu`,
};

type Said = Pick<UrgencyRule, 'says' | 'unless'>;

function critical(code: string, category: string, [id, en]: [string, string], said: Said): UrgencyRule {
  return { code, name: { id, en }, priority: 'critical', category, ...said };
}

function high(code: string, [id, en]: [string, string], said: Said): UrgencyRule {
  return { code, name: { id, en }, priority: 'high', ...said };
}
