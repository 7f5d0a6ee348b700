import type { ExampleText } from '../city-pack.ts';

/**
 * What people might write, in their own words and spelling, by category. Invented, every one. The more
 * often a category is reported in such cities, the more texts it has here.
 */
const TEXTS: Record<string, string[]> = {
  fire: [
    'KEBAKARAN pak di {place} api sudah besar tolong cepat',
    'tolong ada kebakaran rumah di {place}, merembet ke sebelah',
    'asap tebal dari gudang deket {place}, kayaknya kebakaran',
    'warung kebakar di {place} kompor meledak min cepet kirim damkar',
    'korsleting listrik di kontrakan {place} sudah keluar api',
  ],
  rescue: [
    'anak tenggelam di kali dekat {place} tolong tim sar',
    'min cincin saya nyangkut ga bisa lepas jari udah bengkak, saya di {place}',
    'ada orang mau bunuh diri di jembatan {place} cepat kesini',
  ],
  medical: [
    'tolong ambulan bapak saya pingsan tidak sadar di {place}',
    'butuh ambulance segera, ibu sesak nafas, alamat {place}',
    'istri mau melahirkan ketuban pecah posisi di {place} tolong ambulans',
    'ada orang kejang kejang di depan minimarket {place}',
    'kakek saya jatuh di kamar mandi gak sadar, {place}',
  ],
  accident: [
    'kecelakaan motor sama truk di {place} korban luka parah',
    'ada tabrakan beruntun di {place} macet total',
    'tabrak lari barusan di {place}, korbannya ibu ibu masih tergeletak',
    'anak sekolah keserempet angkot di {place}',
  ],
  'gas-leak': [
    'bau gas menyengat banget di {place} takut meledak',
    'tabung gas bocor di rumah kontrakan {place} tolong',
  ],
  'electric-shock': [
    'orang kesetrum pas pasang antena di {place}',
    'anak kecil tersengat listrik tiang di {place} tolong cepat',
  ],
  'building-collapse': [
    'rumah ambruk di {place} ada yang tertimbun',
    'tembok pabrik roboh menimpa rumah warga di {place}',
  ],
  'storm-damage': [
    'angin puting beliung di {place} genteng rumah pada terbang',
    'baliho roboh kena angin kencang di {place}',
  ],
  flood: [
    'banjir sepinggang di {place} butuh perahu karet',
    'min {place} banjir lagi, udah selutut air masuk rumah',
    'air kali meluap di {place}, rumah warga terendam',
    '{place} kebanjiran dari subuh blm ada bantuan',
    'banjir di {place} makin tinggi lansia belum dievakuasi',
    'tanggul jebol {place} banjir masuk perumahan!!',
    'genangan air semata kaki di {place} motor pada mogok',
  ],
  'high-water': [
    'pintu air di {place} tinggi muka air sudah siaga 2 pak',
    'rumah pompa {place} pompa air mati padahal debit air naik',
  ],
  'fallen-tree': [
    'pohon tumbang di {place} nutup jalan',
    'ada pohon besar roboh menimpa mobil di {place} habis ujan angin',
    'dahan patah melintang di jalan {place} bahaya',
    'min phn tumbang di depan {place} nimpa kabel',
  ],
  'animal-rescue': [
    'ada ular masuk rumah di {place} tolong evakuasi',
    'ular sanca besar di got depan rumah {place}',
    'min ada biawak di plafon rumah saya {place}',
    'kucing kejebak di atap tetangga 2 hari, {place}',
    'monyet lepas ganggu warga di {place}',
  ],
  'wasp-nest': [
    'ada sarang tawon besar di pohon depan rumah {place}',
    'tolong evakuasi sarang tawon vespa di {place} udah nyengat anak',
  ],
  violence: [
    'tetangga saya dipukuli suaminya tiap malam di {place}',
    'mau lapor kdrt di {place} korbannya istri dan anak',
    'ada anak dianiaya ibu tirinya di {place} tolong',
  ],
  crime: [
    'tawuran pelajar di {place} bawa celurit',
    'motor saya dibegal barusan di {place}',
    'maling ketangkep warga di {place} takut dihakimi massa',
  ],
  'power-line': [
    'kabel listrik menjuntai rendah di {place} bahaya kena anak anak',
    'tiang listrik miring mau roboh di {place}',
    'trafo meledak di {place}',
  ],
  pothole: [
    'jalan berlubang di {place} sudah banyak motor jatuh',
    'min jln rusak parah di {place} kapan dibenerin',
    'mohon perbaikan jalan di {place} lobangnya dalem banget',
    'aspal mengelupas depan {place} bahaya kalo malam',
    'jalan ambles di {place} dekat galian',
    'lubang gede di tengah jalan {place} kemaren ada yg jatoh',
    'jalanan bolong bolong {place} kalau ujan ga keliatan',
    'tolong diaspal jalan {place} udah bertahun2 hancur',
  ],
  sidewalk: [
    'trotoar rusak di {place} pejalan kaki harus turun ke jalan',
    'paving blok depan {place} pada lepas',
  ],
  drain: [
    'got mampet di {place} baunya kemana mana',
    'saluran air di {place} tersumbat sampah bikin air meluap ke jalan',
    'gorong gorong {place} penuh lumpur mohon dikeruk',
    'selokan depan rumah gak jalan airnya, {place}',
    'tutup got hilang di {place} bahaya buat anak sekolah',
  ],
  embankment: ['turap kali di {place} longsor', 'jembatan di {place} besinya keropos dan retak'],
  'external-road': [
    'jalan provinsi di {place} rusak berat tolong diteruskan',
    'lampu dan aspal di pintu tol {place} parah',
  ],
  alley: [
    'mohon perbaikan jalan gang di {place} becek kalau hujan',
    'jalan lingkungan RT kami di {place} belum pernah di cor',
  ],
  'street-light': [
    'min lampu pju di {place} mati udah 3 hari',
    'lampu jalan {place} padam gelap banget rawan begal',
    'pju mati sepanjang {place} tolong diperbaiki',
    'mohon pemasangan lampu penerangan jalan di {place} gelap gulita',
    'lampu jalan kedip2 terus di {place}',
    'sudah seminggu pju {place} ga nyala',
    'lampu jln depan mushola {place} mati',
    'PJU nyala siang hari di {place} kok boros',
  ],
  'traffic-light': [
    'lampu merah mati di perempatan {place} semrawut',
    'traffic light {place} error ijo semua',
  ],
  'road-sign': [
    'minta dibuatkan polisi tidur di {place} motor ngebut semua',
    'rambu dilarang masuk di {place} ketutup pohon',
    'macet parah tiap sore di {place} ga ada petugas dishub',
    'zebra cross depan sekolah {place} udah pudar',
  ],
  parking: [
    'parkir liar di {place} bikin macet',
    'tukang parkir di minimarket {place} maksa minta 5rb',
    'mobil parkir sembarangan di bahu jalan {place}',
    'jukir liar {place} ga ngasih karcis',
  ],
  'public-transport': ['angkot ngetem sembarangan di {place}', 'sopir angkot ugal ugalan lewat {place}'],
  'city-bus': [
    'bus tayo ga lewat lewat di halte {place} udah nunggu sejam',
    'si benteng jurusan {place} sopirnya ngebut',
  ],
  waste: [
    'sampah di {place} belum diangkut udah seminggu bau',
    'tumpukan sampah di {place} udah meluber ke jalan',
    'min kapan truk sampah ke {place}? numpuk nih',
    'petugas kebersihan ga pernah angkut sampah di {place}',
    'tps {place} penuh lalat masuk rumah warga',
    'bak sampah {place} penuh, udah bayar retribusi sampah loh',
  ],
  'illegal-dump': [
    'banyak yg buang sampah sembarangan di lahan kosong {place}',
    'ada tps liar di pinggir kali {place}',
    'truk buang puing malem2 di {place}',
  ],
  pollution: [
    'limbah pabrik dibuang ke kali di {place} airnya hitam berbusa',
    'asap pabrik di {place} bikin sesak tiap malam',
    'bau limbah kimia di {place} menyengat',
  ],
  'tree-pruning': [
    'mohon pemangkasan pohon di {place} sudah terlalu rimbun',
    'pohon depan rumah {place} miring takut tumbang',
    'ranting pohon kena kabel listrik di {place} minta dipangkas',
    'pohon kering rawan tumbang dekat sekolah di {place}',
    'tolong tebang pohon tua di {place}, keropos',
  ],
  park: ['ayunan di taman {place} rusak bahaya buat anak', 'taman kota {place} kotor rumput tinggi'],
  'street-vendor': [
    'pedagang kaki lima di trotoar {place} makan badan jalan',
    'PKL di {place} tolong ditertibkan ganggu lalu lintas',
  ],
  noise: [
    'karaoke di {place} berisik sampe jam 2 pagi',
    'sound horeg di {place} tolong dibubarin bayi ga bisa tidur',
    'tetangga nyetel musik keras tiap malam {place}',
  ],
  'illegal-building': ['bangunan liar di atas saluran {place}', 'ada yang bangun ruko tanpa imb di {place}'],
  'burning-waste': [
    'warga bakar sampah tiap sore di {place} asapnya masuk rumah',
    'ada yg bakar kabel di lahan kosong {place} bau banget',
  ],
  'public-order': [
    'warung miras dekat sekolah di {place}',
    'pengamen maksa di lampu merah {place}',
    'pungli di {place} sopir dimintain 20rb',
  ],
  'housing-facility': [
    'fasum perumahan {place} belum diserahkan developer',
    'minta mck umum di {place} warga masih bab di kali',
  ],
  'public-flat': [
    'cara daftar rusunawa di {place} gimana ya',
    'rumah nenek saya di {place} tidak layak huni mau ajukan bedah rumah',
  ],
  'building-control': [
    'ada menara bts baru di {place} warga ga dimintai persetujuan',
    'rumah retak kena dampak pembangunan apartemen di {place}',
  ],
  cemetery: [
    'biaya pemakaman di TPU dekat {place} berapa ya kok dimintai 3 juta',
    'makam di tpu {place} terendam',
  ],
  'water-outage': [
    'air pdam mati di {place} dari kemarin',
    'pam ga keluar sama sekali di {place} udah 2 hari min',
    'air kecil banget di {place} ga bisa mandi',
    'min air ga ngalir di {place} ada perbaikan apa?',
  ],
  'water-quality': [
    'air pdam di {place} keruh dan bau',
    'air pam {place} warnanya coklat kayak kopi susu, butek',
  ],
  'water-leak': [
    'pipa pdam bocor di {place} air muncrat ke jalan',
    'kebocoran pipa di depan {place} sudah seminggu dibiarkan',
  ],
  'water-bill': [
    'tagihan air saya di {place} naik 3x lipat padahal rumah kosong',
    'mau pasang baru pdam di {place} syaratnya apa',
    'meteran air saya di {place} rusak ga muter',
  ],
  dengue: [
    'minta fogging di {place} udah 4 orang kena dbd',
    'nyamuk banyak banget di {place} tetangga demam berdarah',
  ],
  'health-centre': [
    'antri di puskesmas {place} dari jam 6 baru dipanggil jam 11',
    'pelayanan puskesmas {place} petugasnya jutek',
    'jadwal imunisasi posyandu {place} kapan ya',
  ],
  hospital: ['igd rsud penuh pasien disuruh nunggu di lorong', 'dokter poli rsud telat 3 jam'],
  'health-insurance': [
    'bpjs pbi saya nonaktif tiba2 padahal lagi berobat',
    'kis orang tua saya di {place} mati gimana ngaktifin',
  ],
  'neglected-person': [
    'ada odgj ngamuk di {place} warga takut',
    'lansia terlantar tidur di emperan toko {place} kasian',
    'pengemis bawa bayi tiap hari di {place}',
  ],
  'social-aid': [
    'kenapa saya ga dapat bansos padahal janda anak 3 di {place}',
    'pkh saya ga cair dari bulan maret',
    'korban banjir {place} butuh makanan dan selimut dari dinsos',
    'cara daftar dtks gimana ya warga {place}',
  ],
  'identity-card': [
    'ktp saya udah rekam 6 bulan belum jadi jadi, {place}',
    'mau ngurus kk pindah domisili ke {place} online kok ditolak terus',
    'blanko ktp kosong terus di {place}',
    'nik saya tidak terdaftar min',
  ],
  'civil-record': [
    'akte kelahiran anak saya sudah sebulan belum jadi',
    'ngurus akta kematian orang tua di {place} syaratnya apa',
  ],
  school: [
    'pungutan di sdn {place} wajib beli seragam 900rb',
    'atap ruang kelas smpn dekat {place} bocor',
    'guru di sekolah anak saya {place} jarang masuk',
    'ijazah anak saya ditahan sekolah karena tunggakan spp',
  ],
  'school-admission': [
    'zonasi ppdb smp di {place} kok yang jauh diterima',
    'anak saya ga lolos spmb jalur domisili padahal rumah di {place}',
  ],
  permit: ['urus nib di oss error terus min', 'pengajuan pbg rumah di {place} sudah 3 bulan ga ada kabar'],
  work: [
    'perusahaan di {place} belum bayar gaji 2 bulan',
    'info loker dan bursa kerja dong min',
    'saya kena phk dari pabrik di {place} pesangon ga dibayar',
  ],
  'small-business': ['gas 3 kg langka di {place} harga 28rb', 'cara dapat bantuan modal umkm warga {place}'],
  market: ['pasar {place} becek dan atap kios bocor', 'sewa kios pasar naik sepihak'],
  tax: ['pbb rumah di {place} naik 2x lipat kenapa', 'mau balik nama pbb online gimana caranya'],
  'city-app': [
    'aplikasi tangerang live ga bisa login kode otp ga masuk',
    'wifi gratis di {place} mati',
    'minta dipasang cctv di {place} sering kemalingan',
  ],
  culture: ['kapan festival cisadane tahun ini', 'museum benteng heritage dekat {place} toilet wisata kotor'],
  sport: ['mau sewa gor {place} kok digembok', 'lapangan bola di {place} rusak ga terawat'],
  scholarship: [
    'beasiswa mahasiswa dari pemkot kapan dibuka min, saya warga {place}',
    'bantuan biaya kuliah belum cair, saya kos di {place}',
  ],
  'women-family': ['daftar kelas catin online gimana', 'kb gratis di {place} kapan jadwalnya'],
  'civil-servant': ['pengumuman pppk kota tangerang kapan', 'info cpns tahun ini min'],
  misconduct: [
    'oknum pegawai di {place} minta uang 500rb buat urus surat',
    'ada oknum petugas minta uang rokok di {place} tolong ditindak',
  ],
  'city-asset': ['aset pemkot di {place} dipakai usaha pribadi', 'lahan pemkot di {place} terbengkalai'],
  'food-livestock': ['kandang ayam di {place} bau ganggu warga', 'cek daging busuk dijual di pasar {place}'],
  'religious-harmony': [
    'toa masjid di {place} sampai larut malam mohon dimediasi',
    'penolakan rumah ibadah di {place}',
  ],
  neighbourhood: [
    'pelayanan kelurahan {place} lambat bikin sktm 3 hari',
    'ketua rt di {place} minta iuran ga jelas',
    'minta jadwal kerja bakti di {place}',
  ],
  'district-office': [
    'kantor kecamatan {place} jam 2 udah tutup',
    'pak camat {place} tolong turun lihat warga',
  ],
  'power-outage': ['mati lampu di {place} dari magrib', 'listrik padam {place} udah 4 jam pln ga ada kabar'],
  other: [
    'min mau tanya alamat kantor walikota dimana ya',
    'kapan ya diadakan pertemuan warga {place} dengan walikota',
  ],
};

export const exampleTexts: ExampleText[] = Object.entries(TEXTS).flatMap(([category, texts]) =>
  texts.map((text) => ({ category, text })),
);
