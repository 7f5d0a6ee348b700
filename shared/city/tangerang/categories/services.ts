import type { Category } from '../../city-pack.ts';
import { days, defineCategory, hours } from '../../define-category.ts';

/** Health, social affairs, papers, schools, work and the offices themselves; and what nothing else takes. */
export const services: Category[] = [
  defineCategory('dengue', 'DINKES', ['DBD dan fogging', 'Dengue and fogging'], {
    sla: [hours(8), days(3)],
    match: [300, days(7)],
    words: {
      6: 'fogging, foging, dbd, demam berdarah, jentik, nyamuk aedes, fooging, chikungunya, jumantik, kena dbd, difogging, di fogging',
      3: 'nyamuk, jentik jentik, demam',
    },
  }),
  defineCategory('health-centre', 'DINKES', ['Puskesmas dan kesehatan', 'Health centres'], {
    words: {
      4: 'puskesmas, puskes, klinik',
      6: 'pelayanan puskesmas, posyandu, imunisasi, vaksin, vaksinasi, pkm, stunting, faskes, apotek',
      3: 'dokternya, diperiksa, pemeriksaan, obat, dokter, rujukan, berobat, pasien, perawat, bidan, kesehatan, dinkes, tbc, periksa, poli',
      2: 'dilayani, dirawat',
      1: 'antri, antrian, loket, pelayanan, sakit',
    },
  }),
  defineCategory('hospital', 'RSUD', ['RSUD', 'City hospital'], {
    words: {
      6: 'rumah sakit umum, igd rsud, poli rsud, rsud panunggangan barat, rsud benda',
      4: 'rsud, rumah sakit, igd, ugd, rawat inap, kamar penuh',
      2: 'pasien, dokter, poli, antrian, pendaftaran online',
    },
  }),
  defineCategory('health-insurance', 'EXTERNAL', ['BPJS Kesehatan', 'Health insurance'], {
    words: {
      6: 'bpjs, bpjs kesehatan, bpjs nonaktif, kis, pbi, bpjs pbi, jkn, bpjs mati, bpjs tidak aktif',
      2: 'iuran, nonaktif',
    },
  }),
  defineCategory('neglected-person', 'DINSOS', ['Orang telantar dan ODGJ', 'Neglected persons'], {
    sla: [hours(2), days(2)],
    match: [150, hours(12)],
    words: {
      6: 'odgj, orang gila, orgil, gelandangan, pengemis, orang terlantar, lansia terlantar, terlantar, telantar, orang telantar, gepeng, tunawisma, tuna wisma, anak jalanan, anjal, tidur di emperan, pemulung, gangguan jiwa, tidur di trotoar, nenek nenek linglung, kakek linglung, linglung',
      2: 'ngamuk, mengamuk, lansia, emperan',
    },
  }),
  defineCategory('social-aid', 'DINSOS', ['Bantuan sosial', 'Social aid'], {
    words: {
      6: 'bansos, pkh, blt, bpnt, dtks, dtsen, bantuan sosial, dinsos, dinas sosial, sembako, kemensos, bantuan pemerintah, mbr, dapat bantuan, tidak dapat bantuan, keluarga miskin, desil, bantuan banjir, makanan untuk korban banjir, nasi bungkus',
      3: 'bantuan, miskin, penerima, janda, yatim, disabilitas, kursi roda, cair, kurang mampu, tidak mampu',
      2: 'tidak terdaftar, penghasilan, berpenghasilan',
      1: 'terdaftar',
    },
  }),
  defineCategory('identity-card', 'DISDUKCAPIL', ['KTP dan KK', 'Identity and family cards'], {
    words: {
      6: 'ktp, e ktp, ektp, ktp el, kartu keluarga, kk, kia, kartu identitas anak, cetak ktp, rekam ktp, blanko, perekaman, dukcapil, disdukcapil, capil, nik tidak, aktivasi ikd, ikd, ktp hilang, pindah domisili, surat pindah, sobat dukcapil, pecah kk',
      3: 'nik, kependudukan, cetak, domisili, pindah',
      2: 'belum jadi, sudah jadi, cetak ulang',
      1: 'mengurus, ngurus, berkas, jadi',
    },
  }),
  defineCategory(
    'civil-record',
    'DISDUKCAPIL',
    ['Akta kelahiran, kematian, nikah', 'Birth, death and marriage records'],
    {
      words: {
        6: 'akta kelahiran, akte kelahiran, akta lahir, akte lahir, akta kematian, akte kematian, akta nikah, akta perkawinan, akta cerai, akte, akta, surat kematian, surat lahir, akte anak',
        3: 'kelahiran, kematian, catatan sipil',
      },
    },
  ),
  defineCategory('school', 'DISDIK', ['Sekolah', 'Schools'], {
    words: {
      4: 'sekolah, sekolahan, sdn, smpn',
      6: 'guru, kepala sekolah, spp, dinas pendidikan, seragam sekolah, pip, kip, uang gedung, ijazah, wali murid, pungutan sekolah, siswa, kelas rusak, gedung sekolah, tangerang cerdas, paud, lks, disdik, study tour, perpisahan sekolah, ruang kelas, mbg, murid, toilet sekolah, smp negeri, sd negeri',
      3: 'seragam, pendidikan, kelas, beasiswa, mengajar',
      2: 'smp, sd, sma, smk, smkn, swasta, bersekolah',
      1: 'anak saya, biaya, buku',
    },
  }),
  defineCategory('school-admission', 'DISDIK', ['Penerimaan murid baru (SPMB)', 'School admission'], {
    words: {
      6: 'ppdb, spmb, zonasi, jalur zonasi, jalur domisili, jalur afirmasi, jalur prestasi, pendaftaran sekolah, daftar sekolah, masuk smp, masuk sd, masuk sma negeri, kuota sekolah, tidak diterima di sekolah, daftar ulang sekolah, masuk sekolah negeri, lolos ppdb, lolos spmb',
      4: 'daftar ulang',
      2: 'sekolah, smp, zona, tidak diterima',
      3: 'jalur, kuota, afirmasi, pendaftaran, pendaftar, domisili',
      1: 'daftar, diterima, negeri, siswa baru',
    },
  }),
  defineCategory('permit', 'DPMPTSP', ['Perizinan', 'Permits'], {
    words: {
      6: 'perizinan, perijinan, izin usaha, ijin usaha, nib, oss, dpmptsp, mal pelayanan publik, mpp, siup, izin praktik, izin bangunan, urus imb, urus pbg, mengurus pbg, mengurus imb, krk, izin reklame',
      3: 'imb, pbg, pengajuan pbg',
      2: 'izin, ijin, berkas',
    },
  }),
  defineCategory('work', 'DISNAKER', ['Ketenagakerjaan', 'Work'], {
    words: {
      6: 'lowongan, lowongan kerja, loker, kartu kuning, ak1, ak 1, phk, di phk, pesangon, umk, umr, gaji tidak dibayar, gaji belum dibayar, calo kerja, bursa kerja, disnaker, melamar kerja, pelatihan kerja, ditahan perusahaan, outsourcing, job fair, thr',
      3: 'gaji, kerja, pekerjaan, perusahaan, karyawan, buruh, lamaran, nganggur, pengangguran, kontrak kerja, melamar, upah',
      1: 'bekerja, kontrak, lembur',
    },
  }),
  defineCategory(
    'small-business',
    'DISPERINDAGKOPUKM',
    ['UMKM, koperasi dan harga', 'Small business and prices'],
    {
      words: {
        6: 'umkm, koperasi, bantuan modal, harga sembako naik, operasi pasar, pasar murah, minyakita, bpum, sertifikat halal, timbangan curang, gas melon, gas 3 kg, gas langka, elpiji langka, bazar',
        3: 'modal usaha, modal, usaha, harga, langka, bazar murah',
      },
    },
  ),
  defineCategory('market', 'PD_PASAR', ['Pasar', 'Markets'], {
    words: {
      6: 'pasar becek, kios pasar, pasar kotor, los pasar, sewa kios, lapak pasar, pungutan pasar',
      3: 'pasar, kios',
      2: 'becek',
    },
  }),
  defineCategory('tax', 'BAPENDA', ['Pajak daerah', 'City tax'], {
    words: {
      6: 'pbb, pajak bumi, pajak bumi dan bangunan, bphtb, sppt, nop, pajak restoran, pajak daerah, bapenda, balik nama pbb, keringanan pajak, pajak reklame, pajak hotel',
      3: 'pajak, keringanan',
      1: 'bayar, tunggakan',
    },
  }),
  defineCategory('city-app', 'DISKOMINFO', ['Aplikasi, wifi dan CCTV', 'Apps, wifi and CCTV'], {
    words: {
      6: 'tangerang live, aplikasi laksa, aplikasi error, aplikasi tidak bisa, laksa, wifi gratis, wifi publik, cctv, cctv mati, aplikasi, wifi taman, apk, gak bisa login, ga bisa login, tidak bisa login, lupa password, kode otp, otp, wifi, kabel fiber, kabel internet, kabel wifi, kabel fo, website',
      3: 'login, akun, internet, password, sinyal, server, error, server down',
    },
  }),
  defineCategory('culture', 'DISBUDPAR', ['Kebudayaan dan pariwisata', 'Culture and tourism'], {
    words: {
      6: 'wisata, pariwisata, kebudayaan, cagar budaya, festival cisadane, festival, museum, kampung bekelir, tempat wisata, sanggar tari, sanggar',
      2: 'budaya, acara, konser',
    },
  }),
  defineCategory('sport', 'DISPORA', ['Pemuda dan olahraga', 'Youth and sport'], {
    words: {
      4: 'stadion, gor',
      6: 'lapangan bola, lapangan futsal, sewa gor, karang taruna, lapangan basket, lapangan voli, jogging track, kolam renang, sport center',
      3: 'lapangan, olahraga, futsal, pemuda',
    },
  }),
  defineCategory('scholarship', 'DISPORA', ['Beasiswa mahasiswa', 'Scholarships for students'], {
    words: {
      6: 'beasiswa kuliah, beasiswa mahasiswa, beasiswa pemuda, beasiswa s1, beasiswa tahfidz, bantuan ukt, bantuan biaya kuliah',
      4: 'beasiswa, mahasiswa, ukt',
      2: 'kuliah, semester, kampus',
    },
  }),
  defineCategory('women-family', 'DP3AP2KB', ['Keluarga, KB dan pranikah', 'Family and family planning'], {
    words: {
      6: 'catin, calon pengantin, kelas catin, pranikah, suntik kb, kb gratis, pasang kb, keluarga berencana, puspaga, kb implan, kb iud',
      2: 'kb, konseling, nikah',
    },
  }),
  defineCategory('civil-servant', 'BKPSDM', ['Kepegawaian', 'Civil servants'], {
    words: {
      6: 'cpns, pppk, p3k, honorer, seleksi pppk, kepegawaian, bkpsdm, mutasi pegawai, thl, absensi pegawai',
      3: 'pns, asn, pegawai',
    },
  }),
  defineCategory('misconduct', 'INSPEKTORAT', ['Dugaan penyimpangan aparatur', 'Alleged misconduct'], {
    words: {
      6: 'korupsi, suap, gratifikasi, oknum pns, oknum asn, oknum pegawai, dimintai uang oleh petugas, penyalahgunaan wewenang, oknum petugas, oknum lurah, dipersulit oknum, oknum rt, oknum rw, pungli oknum',
      4: 'oknum, calo',
      1: 'minta uang, uang rokok',
    },
  }),
  defineCategory('city-asset', 'BPKD', ['Aset dan keuangan daerah', 'City assets and finance'], {
    words: {
      6: 'aset pemkot, aset daerah, aset pemda, tanah pemkot, lahan pemkot, sewa aset, bpkd, tanah pemda, aset pemerintah, lahan pemda',
      2: 'aset',
    },
  }),
  defineCategory('food-livestock', 'DKP', ['Pangan dan hewan ternak', 'Food and livestock'], {
    words: {
      6: 'hewan kurban, hewan qurban, kandang ayam, ternak, kandang kambing, pmk, daging busuk, makanan kadaluarsa, sterilisasi kucing, vaksin rabies, dinas ketahanan pangan, penyuluh pertanian, pertanian, daging gelonggongan, flu burung, kandang sapi, kandang babi, vaksin hewan',
      2: 'kandang, kambing, ayam, sawah, pangan',
    },
  }),
  defineCategory(
    'religious-harmony',
    'KESBANGPOL',
    ['Kerukunan dan organisasi masyarakat', 'Harmony and civic organisations'],
    {
      words: {
        6: 'rumah ibadah, fkub, kerukunan, intoleransi, sengketa ormas, kesbangpol, toa masjid, pengeras suara masjid, izin gereja, pendirian gereja, izin ormas',
        2: 'toa, masjid, gereja, ibadah, ormas',
      },
    },
  ),
  defineCategory('neighbourhood', 'KELURAHAN', ['Pelayanan kelurahan dan RT/RW', 'Kelurahan and RT/RW'], {
    words: {
      4: 'kantor kelurahan',
      6: 'pak rt, ketua rt, ketua rw, rt rw, surat pengantar, pengantar rt, kerja bakti, pelayanan kelurahan, pak rw, pemilihan rt, pemilihan rw, iuran rt, pak lurah, bu lurah, staf kelurahan, pihak kelurahan, sktm, surat keterangan tidak mampu, surat domisili, petugas kelurahan, siskamling, ahli waris',
      3: 'lurah, iuran, waris, surat keterangan, pos ronda',
      1: 'rt, rw, kelurahan',
    },
  }),
  defineCategory('district-office', 'KECAMATAN', ['Pelayanan kecamatan', 'Kecamatan office'], {
    words: {
      4: 'kantor kecamatan',
      6: 'pak camat, camat, pelayanan kecamatan, bu camat, petugas kecamatan, loket kecamatan, pegawai kecamatan, paten',
      1: 'kecamatan',
    },
  }),
  defineCategory('power-outage', 'PLN', ['Listrik padam', 'Power outage'], {
    sla: [hours(1), days(1)],
    match: [800, hours(6)],
    words: {
      6: 'listrik padam, listrik mati, pemadaman listrik, pemadaman, mati listrik, listriknya mati, lampu satu komplek mati, listrik sering mati, listrik turun naik, token listrik, pemadaman bergilir, byar pet',
      5: 'mati lampu, mati lampunya, pln',
      3: 'listrik, meteran listrik, voltase',
      1: 'padam',
    },
  }),
  defineCategory('other', 'DISKOMINFO', ['Aduan lain', 'Other report'], { words: {} }),
];
