/**
 * Ordinary complaints and questions with the words of an emergency in them, by category: what is long past, feared,
 * prevented, habitual, or somebody else's business. Who is taught only emergencies sees them everywhere. Invented, every one.
 */
export const frighteningTexts: Record<string, string[]> = {
  fire: [
    'Kampung kami di RW 05 gangnya sempit, mobil damkar tidak bisa masuk. Mohon dibuatkan hydrant kering seperti di kelurahan sebelah, karena dulu pernah ada kebakaran dan kami cuma pakai ember.',
    'mau tanya min, untuk minta sosialisasi pemadam kebakaran di sekolah kami caranya gimana ya, anak anak mau belajar cara pakai apar',
    'Apakah pos damkar di Periuk masih buka pendaftaran relawan kebakaran? Saya mau ikut pelatihan',
    'alat pemadam di rusun sudah kedaluwarsa dari 2021, kalau terjadi kebakaran bisa bahaya, mohon dicek',
    'minggu lalu warung saya kebakaran dan sudah dipadamkan, sekarang saya butuh surat keterangan kebakaran dari damkar buat klaim asuransi, ngurusnya kemana?',
    'kabel di pasar semrawut, saya khawatir korslet dan kebakaran seperti pasar sebelah dua tahun yang lalu, mohon dirapikan sebelum kejadian',
    'terima kasih damkar kemarin cepat sekali datangnya, api di rumah mertua saya langsung padam, semoga sehat selalu',
    'Mohon informasi berapa biaya memanggil pemadam kebakaran, tetangga bilang harus bayar, apa benar?',
  ],
  'social-aid': [
    'Rumah saya habis terbakar bulan Maret lalu, sampai sekarang bantuan dari kelurahan belum ada kabarnya padahal sudah kasih KTP dan KK. Kami sekeluarga masih numpang di rumah saudara.',
    'bapak saya kena stroke sudah setahun tidak bisa kerja, kami belum pernah dapat bantuan apa apa, bagaimana cara daftar pkh',
    'tetangga saya janda sakit parah anaknya empat, makan aja susah, tolong didata dinas sosial',
    'Korban kebakaran di gang kami masih tidur di mushola dari minggu kemarin, sembako sudah habis, kapan ada bantuan lagi dari dinsos?',
    'suami meninggal kecelakaan tahun lalu, saya sekarang tulang punggung, apa bisa dapat santunan anak yatim',
    'mau lapor rumah almarhum ibu roboh sebagian waktu hujan bulan lalu, orangnya sudah ngungsi semua, bisa diajukan bedah rumah ngga',
    'minta kursi roda untuk korban tabrakan yang kakinya diamputasi, beliau sudah pulang dari rs dua minggu lalu',
  ],
  'tree-pruning': [
    'Pohon di depan rumah saya sudah miring dan akarnya kelihatan. Tiap angin kencang kami satu gang takut ketimpa, mohon dipangkas sebelum ada korban.',
    'dahan trembesi jl merdeka udah nyender ke kabel, ngeri kalo jatoh pas ada motor lewat, kapan dirapihin min',
    'Tahun lalu pohon sebelahnya tumbang menimpa mobil tetangga, sekarang yang ini juga sudah keropos. Saya sudah lapor tiga kali ke DLH belum ada yang datang.',
    'tolong tebang pohon mati di samping sekolah, anak anak suka main di bawahnya, takut roboh',
    'pohon kelapa di tanah kosong tinggi banget buahnya sering jatuh, kemarin hampir kena kepala anak saya',
  ],
  'street-light': [
    'Lampu jalan di Jl. Pembangunan mati sudah dua minggu, bulan lalu ada yang kena begal di situ, ibu ibu takut pulang malam. Mohon segera diganti lampunya.',
    'pju mati dari jembatan sampe pabrik gelap gulita, kemaren tetangga jatoh dari motor gara gara ga keliatan',
    'minta penambahan lampu di tempat yang sering dipake tawuran biar terang, di kolong flyover cibodas',
    'gelap bgt gang belakang stasiun, pernah ada penjambretan, tolong pasang pju dong',
    'tiang pju depan rumah keropos bawahnya, goyang kalo didorong, takutnya ambruk',
  ],
  pothole: [
    'Jalan rusak di depan pasar sudah makan korban tiga orang bulan ini, yang terakhir patah tangan. Kapan mau diperbaiki, apa nunggu ada yang meninggal?',
    'lubang di jl moh toha dalem banget, tiap ujan ga keliatan, temen saya minggu lalu jatuh sampe opname',
    'bekas galian ga diaspal lagi, motor saya nyungsep di situ kemarin sore, untung cuma lecet',
    'Aspal bergelombang depan terminal Poris Plawad sering bikin kecelakaan, mohon diratakan.',
    'jalanan ancur kaya abis dibom, dari dulu lapor ga ditanggepin',
  ],
  embankment: [
    'Pagar jembatan patah ditabrak mobil minggu lalu, mobilnya sudah diangkat, tapi sampai sekarang pagarnya belum diganti, bahaya untuk anak sekolah yang lewat.',
    'Tanggul kali di belakang rumah sudah rembes sejak tiga bulan lalu, belum jebol tapi kami cemas kalau musim hujan datang. Mohon ditinjau PUPR.',
    'turap di RT 3 retak retak dan agak miring ke kali, takut longsor ke rumah warga',
    'besi jembatan gantung banyak yang ilang dicuri, tolong dibenerin sebelum ada yang kecemplung',
  ],
  drain: [
    'Setiap musim hujan RT kami kebanjiran selutut, kali di belakang dangkal penuh lumpur. Kami minta dikeruk sebelum November.',
    'gotnya dalem ga ada tutupnya, dulu pernah anak kecil jatuh ke situ, mohon dikasih tutup beton',
    'saluran mampet bikin air masuk rumah kalo ujan gede, sekarang sih kering, mumpung kemarau minta dinormalisasi',
    'tutup gorong2 ilang dimaling orang, udah dikasih kayu sama warga biar ga ada yang kejeblos',
  ],
  hospital: [
    'Minggu kemarin anak saya kejang dibawa ke IGD RSUD malah disuruh tunggu dua jam, pelayanannya lambat sekali. Alhamdulillah sekarang anaknya sudah sehat, tapi mohon ini jadi evaluasi.',
    'bapak saya dirawat karena serangan jantung di rsud, mau tanya jam besuk sama boleh ngga yang jaga dua orang',
    'mau daftar operasi caesar di rsud kota tangerang, istri hamil 7 bulan, syaratnya apa saja ya',
    'dokter jantung di rsud praktek hari apa, ibu saya mau kontrol setelah pasang ring',
    'suster di ugd jutek banget pas nerima korban kecelakaan tadi malam, tolong dibina',
  ],
  'health-insurance': [
    'BPJS bapak saya nonaktif padahal beliau pasien stroke dan harus kontrol tiap bulan, bagaimana cara mengaktifkan lagi yang dibayari pemkot?',
    'apakah korban kecelakaan tunggal ditanggung bpjs? suami saya kemarin jatuh sendiri, sudah berobat pakai uang pribadi',
    'cuci darah ibu saya ditolak karena bpjs mati, jadwalnya minggu depan, tolong dibantu aktifin',
    'mau melahirkan bulan depan tapi bpjs belum aktif, bisa daftar yang gratis ga kak',
  ],
  'health-centre': [
    'Kemarin minta ambulans puskesmas dibilang sopirnya tidak ada, akhirnya kami bawa kakek pakai mobil tetangga. Tolong layanan ambulans diperbaiki.',
    'stok serum anti bisa ular ada ga di puskesmas? di kampung saya banyak ular soalnya',
    'mau tanya layanan darurat malam di puskesmas mana aja yang buka 24 jam',
    'puskesmas tolong adain pelatihan pertolongan pertama orang pingsan buat kader',
    'anak digigit anjing tetangga dua hari lalu lukanya sudah kering, di mana bisa vaksin rabies gratis',
  ],
  'civil-record': [
    'Kakek saya meninggal bulan lalu di rumah, mau urus akta kematian apa perlu surat dari puskesmas?',
    'bayi kami lahir di mobil waktu jalan ke bidan, sekarang sehat, untuk akta kelahirannya gimana karena tidak ada surat rs',
    'orang hilang sejak 10 tahun dan dianggap meninggal bisa dibuatkan akta kematian?',
  ],
  cemetery: [
    'ambulan jenazah gratis nomornya berapa ya, tetangga meninggal tadi malam karena sakit tua, mau dimakamkan siang ini',
    'lahan makam longsor kena ujan bulan kemarin, beberapa nisan miring, mohon dirapikan',
    'berapa biaya pemakaman korban covid dulu, apakah bisa dipindah',
  ],
  'burning-waste': [
    'Tiap sore tetangga bakar sampah asapnya masuk rumah, anak saya asma jadi sering sesak, mohon ditegur Satpol PP.',
    'ada yang bakar kabel buat diambil tembaganya di lapak, asepnya item, hampir tiap malem begitu',
    'pabrik tahu bakar limbah plastik asapnya tebal bau, bukan kebakaran ya min cuma bikin batuk',
  ],
};
