import type { WordStatistics } from '../word-statistics.ts';

/**
 * Which words tell departments apart, counted over some 6,000 complaints to another large city's desk in 2022 and 2023,
 * whose agencies were mapped to this city's departments by hand. Aggregates only: no complaint is in here. Each term
 * stands with the number of complaints of the department that have it, and of all departments. What a department was
 * sent is not quite what it would be sent here, so this is where a model starts from, not where it ends.
 */
export const wordStatistics: WordStatistics = {
  DPUPR: {
    complaints: 1075,
    terms: `
      berlubang 252 263, jalan berlubang 129 132, jalan 609 1357, rusak 232 294, jalan rusak 69 70, saluran 232 343,
      perbaikan jalan 36 36, dan berlubang 35 35, lubang 68 74, paving 104 128, pengaspalan 26 26, ambrol 40 42, rusak
      berlubang 24 24, aspal 56 64, banjir 90 120, perbaikan 138 225, air 226 474, banyak jalan 21 21, rusak dan 51
      60, ambles 45 52, bergelombang 30 32, saluran air 88 132, gorong 54 68, pavingisasi 34 38, sedimen 21 22,
      mengelupas 21 22, berlubang ini 15 15, hujan 157 339, paving rusak 14 14, aspal mengelupas 14 14, pengerukan 32
      38, marga 19 20, bina marga 19 20, dsdabm 22 24, titik jalan 13 13, setiap hujan 13 13, diadakan perbaikan 13
      13, box 55 81, genangan 52 75, box culvert 34 43, yang berlubang 12 12, bina 20 22, culvert 34 44, gorong gorong
      29 36, hujan air 16 17, plengsengan 25 30, jalan paving 21 24, untuk perbaikan 31 40, berlubang dan 23 27, daya
      air 15 16, dan bina 15 16, got 53 88, tidak rata 17 19, saluran tepi 17 19, rusak parah 19 22, menggenang 18 21,
      tergenang 21 26, selokan 38 59, dan saluran 19 23, ada jalan 19 23, selalu banjir 15 17, beberapa titik 17 20,
      amblas 12 13, tutup 56 108, jalan yang 33 51, kondisi jalan 14 16, penutup 19 24, yang rusak 24 33, air dan 29
      43, parah 40 68, raya 104 265, air menggenang 11 12, drainase 18 23, terjatuh 13 15, jalan raya 63 136, meluap
      14 17, ada beberapa 28 45, diperbaiki 43 83, perbaiki 29 48, genangan air 27 44, jalannya 22 33, melaporkan ada
      19 27, sepanjang 66 157, pengerjaan 24 38, ada genangan 11 13, lebar 26 43, sungai 58 137, dilakukan perbaikan
      12 15, proyek 28 50, meter 40 83`,
  },
  DLH: {
    complaints: 899,
    terms: `
      pohon 549 567, perantingan 146 148, pemangkasan 102 104, perantingan pohon 98 100, pemangkasan pohon 58 58,
      tumbang 75 76, ranting 87 90, perampingan 52 52, pemotongan pohon 48 48, rimbun 43 43, angin 112 127, pemotongan
      70 73, pohon yang 57 59, pohon sudah 36 36, perampingan pohon 35 35, ranting pohon 44 45, pohon mangga 33 33,
      penebangan 41 42, rindang 27 27, pohon tersebut 27 27, angin kencang 40 42, ada pohon 40 42, kabel listrik 51
      56, sampah 159 273, penebangan pohon 33 34, pohon karena 24 24, untuk perantingan 22 22, tinggi 128 213, kabel
      102 154, dahan 21 21, dan angin 33 35, roboh 63 80, dlh 48 56, bantuan perantingan 20 20, hujan angin 27 28,
      tinggi dan 56 69, mangga 35 38, mengenai kabel 19 19, dipangkas 25 26, lebat 55 70, dan tinggi 18 18, kencang 43
      51, lebat dan 17 17, pohon tumbang 23 24, pohon besar 23 24, pohon terlalu 16 16, pohon depan 16 16, untuk
      penebangan 15 15, rimbun dan 15 15, bantuan pemangkasan 15 15, pengangkutan 47 62, terlalu lebat 14 14, dan
      rimbun 14 14, kabel pln 19 20, daun 25 28, sudah terlalu 27 31, listrik 66 108, adanya pohon 13 13, hasil kerja
      27 32, untuk pemangkasan 12 12, pohon pohon 12 12, sono 16 17, terlalu tinggi 31 40, hujan 132 339, menimpa 23
      27, membahayakan 86 184, pohon sono 15 16, pangkas 15 16, sangat tinggi 20 23, pohonnya 17 19, terlalu 69 138,
      mengganggu kabel 14 15, pengangkutan sampah 25 32, hujan dan 27 36, bakti 36 55, kerja bakti 35 53, merusak 32
      47, sampah hasil 19 23, sudah tinggi 17 20, akar 21 27, musim 45 81, lingkungan hidup 30 45, pohon dan 12 13,
      patah 23 31, dinas lingkungan 26 37, dan mengenai 16 19, doyong 14 16, besar dan 22 30, musim hujan 37 65,
      beberapa pohon 11 12`,
  },
  DINSOS: {
    complaints: 875,
    terms: `
      mbr 452 567, bansos 122 133, pkh 115 124, saya 637 2465, mbr saya 79 86, terdaftar 143 191, dinsos 76 91, bpnt
      41 43, dinas sosial 49 54, sosial 80 102, dapat bantuan 77 103, terdaftar mbr 48 55, mendapatkan bantuan 72 95,
      masuk mbr 36 39, blt 60 76, penerima 62 80, status 96 150, status mbr 48 57, bantuan 326 1052, kemensos 19 19,
      dapat bansos 19 19, bantuan pkh 33 36, bbm 29 31, mbr tapi 41 48, miskin 58 77, data mbr 31 34, skm 23 24, tidak
      terdaftar 44 54, kenapa 173 415, nik 114 221, berpenghasilan 39 47, data 138 301, anak 225 649, mbr dan 43 54,
      status saya 21 22, dari dinsos 21 22, dapat 190 510, blt bbm 20 21, dtks 26 29, pernah 153 376, mbr padahal 23
      25, pernah mendapatkan 35 43, penghasilan 47 65, terdaftar sebagai 33 40, pengajuan mbr 19 20, keluarga 107 225,
      bansos saya 13 13, saya terdaftar 28 33, bantuan apapun 26 30, bantuan sama 21 23, sebagai mbr 23 26,
      mendapatkan bansos 17 18, pkh saya 12 12, bansos pkh 12 12, pbi 38 52, keluarga miskin 26 31, dari pemerintah 51
      80, pernah dapat 39 55, mbr lagi 16 17, saya tidak 129 334, bantuan sosial 24 29, warga mbr 48 79,
      berpenghasilan rendah 23 28, cek 76 158, mbr tetapi 14 15, bantuan bansos 14 15, gamis 25 32, mau tanya 52 92,
      mendapatkan 107 273, penerima bantuan 20 24, sebagai penerima 16 18, anak saya 112 299, kok 127 361, menerima
      bantuan 25 33, janda 33 49, mengajukan mbr 19 23, mampu 64 133, padahal saya 59 119, kenapa saya 30 44, manfaat
      15 17, nik nik 58 117, saya cek 39 66, tidak cair 12 13, masih sekolah 12 13, belum pernah 31 48, padahal 153
      514, nik saya 25 36, membutuhkan bantuan 17 21, menerima 52 106, punya 84 217`,
  },
  DISHUB: {
    complaints: 738,
    terms: `
      pju 296 337, padam 151 158, lampu 221 277, lampu pju 122 135, pju padam 57 58, parkir 198 329, pju mati 35 35,
      mati 136 209, karcis 37 38, rambu 42 45, dishub 59 73, perhubungan 28 29, dinas perhubungan 28 29, penerangan 54
      75, menyala 27 30, titik pju 15 15, rambu dilarang 14 14, penerangan jalan 33 41, jukir 62 103, gelap 43 60,
      parkir liar 38 52, larangan parkir 12 12, rompi 34 46, titik 72 146, lampu jalan 24 29, lampu penerangan 29 39,
      liar 74 173, mobil 84 213, mati semua 13 14, dilarang parkir 15 17, ada rambu 12 13, dilarang 26 38, parkir
      sembarangan 15 18, nyala 20 27, menarik 25 41, jukir liar 25 42, uang parkir 11 13, resmi 23 38, tarif 17 25,
      memakai rompi 19 30, truck 10 12, tukang parkir 21 36, larangan 14 20, arah 46 123, indomaret 36 87, bus 12 17,
      kendaraan 44 126, ada jukir 18 34, banyak mobil 9 12, dari arah 16 31, retribusi parkir 9 13, mohon ditertibkan
      13 23, macet 21 48, yang parkir 11 18, menarik parkir 11 18, parkir mobil 16 32, light 15 29, alfamart 15 29,
      lahan parkir 10 16, hotel 13 24, sembarangan 19 43, berhenti 18 40, tiang 23 58, satelit 10 17, ditertibkan 26
      75, parkir yang 11 21, memaksa 12 24, jalan umum 15 34, mobil parkir 8 13, kejahatan 8 13, kecelakaan 22 61,
      memakai 22 62, sepanjang 42 157, tukang 28 90, truk 16 40, traffic 12 26, ada titik 11 23, tegas 23 70, parkir
      dan 12 27, sering terjadi 11 24, mobil saya 7 12, biru 7 12, kemacetan 13 31, hijau 13 31, merah 19 55, sanksi 8
      15, sepanjang jalan 23 74, traffic light 11 25, merr 14 36, marah 10 22`,
  },
  WILAYAH: {
    complaints: 733,
    terms: `
      kelurahan 188 596, lurah 50 75, ahli waris 26 31, waris 29 36, untuk meninggalkan 12 12, pengertian nya 16 17,
      ahli 26 33, pengertian 21 26, pihak kelurahan 47 87, meninggalkan lokasi 15 17, surat 106 319, gratis parkir 14
      16, meninggalkan 21 28, pemilihan 17 21, pihak 136 492, dihimbau 14 17, bantuan nya 48 108, bebas parkir 20 29,
      indomaret 40 87, parkir 95 329, bebas 23 40, gratis 34 73, satpol 35 77, iuran 20 33, bakar 10 12, berkerumun 11
      14, oleh 111 448, parkir gratis 18 30, disana 37 91, kecamatan 77 272, petugas kelurahan 16 26, alfamidi 16 26,
      sudah jelas 12 17, kelurahan untuk 12 17, nya dari 11 15, mengurus surat 20 37, berkas 36 91, jukir yang 15 24,
      mereka 51 155, penertiban 24 50, jukirnya 13 20, setempat 34 87, jukir 38 103, perangkat 15 25, kepolisian 16
      28, himbauan 10 14, berkala 10 14, secara berkala 9 12, petasan 9 12, karena disana 9 12, perwali 15 26, bau 25
      57, terimakasih banyak 16 29, seharusnya 38 108, bantuan dari 35 96, nikah 27 66, nya agar 16 30, melanggar 18
      36, terkait indomaret 11 17, pasal 13 22, mobil 59 213, perda 14 25, ayat 10 15, jelas 40 123, nya terimakasih
      15 28, bronggalan 12 20, tukang parkirnya 9 13, pengurusan 33 94, urusan 13 23, mengurus 49 169, dari kelurahan
      20 45, surat pengantar 15 29, ditertibkan 28 75, sendiri 47 161, surat keterangan 24 60, meninggal 25 64, juga
      sudah 26 68, parkirnya 12 21, dari pihak 38 120, penindakan 10 16, minimarket 13 24, ditemukan 13 24, ttd 15 30,
      diluar 14 27, terhadap 28 78, ditutup 21 51, ditegur 11 19, pengurusan surat 9 14, pasal ayat 9 14, ada jukir 16
      34`,
  },
  DISDUKCAPIL: {
    complaints: 329,
    terms: `
      ktp 119 217, kelahiran 58 67, akta kelahiran 27 27, klampid 42 45, akta 49 60, akte 46 59, cetak 39 49, akte
      kelahiran 31 36, dispenduk 33 40, cetak ulang 15 15, kelahiran anak 18 19, belum jadi 28 35, blanko 20 22, capil
      12 12, ktp saya 29 42, mengurus 61 169, dispendukcapil 19 24, jadi 84 359, akta kematian 11 12, pembuatan 28 58,
      sudah jadi 18 27, saya 208 2465, kependudukan 17 26, mengurus akte 10 12, ektp 10 12, sipil 12 16, kematian 16
      26, nik 52 221, belum 102 823, lama 54 284, terbit 14 27, dukcapil 9 13, akun 15 32, pengurusan 27 94, pengajuan
      42 207, proses 35 155, elektronik 9 14, hilang 21 64, saya mengurus 15 35, selesai 35 160, prosesnya 14 32,
      dokumen 16 42, ulang 28 114, belum selesai 15 38, nama 51 318, online 33 153, ngurus 17 48, lama sekali 12 26,
      pindah 26 103, kecamatan 46 272, nikah 20 66, catatan 11 23, kua 10 20, tercatat 14 37, urus 17 53, kelurahan 72
      596, mengajukan 40 234, saya mengajukan 18 61, data 46 301, kok 51 361, sudah mengurus 8 15, lahir 11 27, habis
      17 61, dengan nomor 10 24, staff 9 20, surat 45 319, bulan 51 391, cerai 7 14, validasi 9 22, berkas 20 91, nik
      nik 23 117, saya sudah 49 394, permohonan 29 178, mengajukan keluhan 7 16, kartu 19 91, butuh 23 129, identitas
      7 17, atas nama 21 114, surat nikah 6 14, ganti 11 41, februari 14 63, perubahan 13 57, terbaru 6 15, mengurus
      surat 10 37, mengajukan permohonan 11 44, tanggal 26 178, keterangan 19 110, sampai bulan 6 16, input 6 16,
      untuk mengurus 9 33`,
  },
  DINKES: {
    complaints: 250,
    terms: `
      puskesmas 106 127, vaksin 30 34, pasien 33 47, obat 28 36, rujukan 23 27, pelayanan puskesmas 13 13, dokter 34
      51, dilayani 14 15, pelayanan 50 133, bpjs 51 140, sakit 48 136, berobat 23 35, periksa 14 16, faskes 15 18,
      kesehatan 37 94, poli 18 25, dokternya 14 17, demam 15 19, saya 171 2465, dari puskesmas 12 14, antrian 21 41,
      dinas kesehatan 13 19, berdarah 10 14, kontrol 15 32, demam berdarah 9 13, dbd 9 13, bpjs kesehatan 10 18,
      diperiksa 9 16, saya sakit 8 13, harus 51 396, rumah sakit 17 54, positif 10 20, loket 11 24, kia 9 17,
      pemeriksaan 8 14, antri 9 18, tes 8 15, dirawat 8 15, darah 9 19, klinik 7 12, menunggu 26 140, disuruh 21 97,
      bilang 21 100, setelah 38 288, jam 37 280, hamil 9 22, aktif 15 58, ramah 7 14, peduli 8 18, aneh 7 15, langsung
      22 130, jantung 6 12, daftar online 6 12, akhirnya 18 92, tujuan 8 21, datang 24 154, hari ini 26 189, kata 18
      103, kecewa 11 43, sakit dan 6 14, bisa daftar 7 19, setelah saya 11 44, harus menunggu 9 31, nunggu 14 69, saya
      datang 10 38, senin 12 53, hanya untuk 6 15, penanganan 9 32, istri saya 12 54, penyakit 8 26, layanan 8 26,
      seperti itu 11 47, tgl 28 233, masak 7 21, ambil 12 57, dong 8 28, keluhan 30 269, daftar 23 177, pulang 12 59,
      seperti 32 300, online 21 153, bpjs saya 5 12, tgl februari 6 17, minum 6 17, kasus 6 17, akhirnya saya 8 29,
      tidak aktif 7 23, besok 8 30, bertemu 6 18, jadwal 7 24`,
  },
  DISDIK: {
    complaints: 243,
    terms: `
      sekolah 145 381, zonasi 31 32, anak 129 649, siswa 43 62, jalur zonasi 15 15, anak saya 87 299, dinas pendidikan
      24 29, guru 28 37, ppdb 21 25, pihak sekolah 25 33, negeri 29 43, smp 43 92, murid 27 39, spp 31 50, pip 24 34,
      jalur 41 93, kelas 42 98, pendidikan 39 85, nilai 16 19, sdn 32 63, seragam 27 46, wali murid 14 16, kip 25 44,
      smkn 11 12, smk 26 49, bersekolah 20 34, swasta 22 42, smpn 23 47, seragam sekolah 10 12, jalur mbr 11 14, biaya
      40 159, saya 158 2465, sekolah sdn 10 13, tunggakan 19 41, ijazah 16 32, tidak diterima 9 12, dari sekolah 12
      21, kuota 11 18, disekolah 9 13, masuk sekolah 12 23, wali 17 45, sma 19 56, orang tua 28 122, tunggakan spp 10
      18, tua 33 176, mbr 63 567, jarak 13 32, zona 8 13, jenjang 8 13, daftar ulang 8 13, anak sya 8 14, diterima 15
      47, sekolahan 10 22, mampu 26 133, saya sekolah 11 27, ini anak 8 15, tahun 44 348, masuk 56 526, ada tunggakan
      7 12, agar anak 8 16, terdekat 10 25, masuk smp 7 13, dispendik 7 13, biaya pendidikan 7 13, lulus 8 17, bisa
      masuk 13 43, anak kami 10 27, mengikuti 14 51, daftar 27 177, mitra 7 15, adik 10 30, tidak mampu 15 64,
      pendaftaran 15 64, semester 7 16, sekolah smp 6 12, mengajar 6 12, jauh 13 54, untuk anak 11 40, membayar 17 93,
      mendapatkan 32 273, tahun ini 10 36, tidak mendapatkan 11 43, buku 8 24, mendaftarkan 9 30, harus membayar 6 14,
      sekolah anak 11 44, sya 12 52, ank 9 31, trimakasih 12 53, warga mbr 15 79`,
  },
  SATPOLPP: {
    complaints: 211,
    terms: `
      pkl 33 68, satpol 30 77, whisper 11 13, suara 27 82, warkop 17 33, warung 20 48, keras 21 62, pedagang 14 28,
      musik 12 21, mengganggu 42 261, sungkono 10 16, karaoke 10 16, sangat keras 11 21, berjualan 16 44, sound 8 12,
      malam 47 384, istirahat 15 46, jam 37 280, meresahkan 15 55, jualan 15 55, terdengar 10 26, terganggu 16 65,
      kebisingan 8 17, pasar 17 74, bising 7 14, bangunan liar 7 14, sangat mengganggu 18 87, liar 26 173, menggangu
      11 36, ketertiban 7 15, setiap 31 248, jam malam 9 25, tegas 15 70, mengganggu istirahat 6 12, pengunjung 8 21,
      ditindak tegas 7 17, burung 7 17, tolong 53 661, sangat 51 631, aman 10 37, setiap hari 15 81, tertibkan 7 20,
      sehingga mengganggu 8 26, tindakan 19 131, gangguan 7 21, lintas 10 42, terganggu dengan 6 16, merasa terganggu
      6 16, subuh 7 22, sangat menggangu 5 12, lalu lintas 9 38, ditertibkan 13 75, dan mengganggu 7 24, setiap malam
      5 13, mendirikan 5 13, fungsi 7 25, para 13 80, ditindak 19 161, warga dan 8 36, sehingga 31 360, bangunan 14
      98, tempat usaha 5 15, malam ini 6 22, jam sampai 5 16, halte 5 16, pelanggaran 6 23, mohon ditertibkan 6 23,
      kepada 26 287, daerah 18 161, yang sedang 5 17, sehingga saya 5 17, keluhan warga 7 32, karena sangat 7 32,
      pinggir 10 61, motor 16 136, pinggir jalan 7 33, traffic light 6 25, adanya 20 199, permasalahan 10 63,
      menghalangi 7 34, keamanan 7 34, traffic 6 26, sampai jam 6 26, barang 6 26, kenyamanan 7 36, tindak 23 263,
      polisi 7 37, sengaja 5 20, jam wib 5 20, membawa 7 38`,
  },
  PERUMDA_TB: {
    complaints: 205,
    terms: `
      pdam 146 177, air pdam 45 49, air 121 474, pipa 48 63, meteran 22 23, pipa pdam 29 35, pdam saya 12 12,
      kebocoran 19 24, pasang baru 13 14, pdam yang 14 16, tagihan 19 27, bocor 23 43, pelanggan 16 29, tidak keluar
      15 27, pasang 21 52, air tidak 14 34, air yang 11 24, mengalir 15 45, airnya 9 23, mati 27 209, mandi 6 13,
      tidak mengalir 8 23, demak 7 18, daerah kami 6 14, aliran air 7 19, tarif 8 25, dirumah saya 6 15, pembayaran 10
      43, bayar 19 139, pemasangan 16 103, bersih 9 38, tindak lanjut 13 75, aliran 8 31, debit 5 13, terpasang 7 26,
      meter 13 83, dirumah 9 46, keluar 25 280, lanjut 14 110, center 5 18, tertentu 5 19, nomor 15 134, ada tindak 8
      47, sudah minggu 6 28, bulan ini 7 38, naik 7 39, komplain 6 33, tindak 21 263, jam malam 5 25, galian 5 26,
      dikerjakan 5 28, ada petugas 5 28, total 5 29, pengaduan 14 157, minggu 16 193, sudah bulan 6 41, daerah 14 161,
      pengaduan saya 5 31, kami tidak 7 55, kami sudah 7 55, kecil 11 127, kebutuhan 7 68, biasanya 5 40, diperhatikan
      5 42, got 8 88, membayar 8 93, tepatnya 7 77, knp 5 49, kami ucapkan 5 49, sya 5 52, tdk ada 6 71, rumah kami 5
      55, bau 5 57`,
  },
  DISPERKIMTAN: {
    complaints: 115,
    terms: `
      rusunawa 24 43, imb 15 22, rusun 18 40, pengajuan 21 207, tidak layak 8 28, menempati 6 15, huni 5 12, terdampak
      7 26, layak 9 58, panggilan 5 19, rumah 36 839, renovasi 5 20, bangunan 10 98, lantai 5 25, daftar 13 177, bocor
      6 43, tahun 19 348, tinggal 14 227, mohon perhatiannya 5 36, pemukiman 5 37, perihal 7 73, terakhir 6 59, saya
      sudah 18 394, walikota 11 182, belom 5 46, tempat tinggal 6 65, selanjutnya 5 47, perumahan 8 110, menunggu 9
      140, tanggal 10 178, permohonan 10 178, pemerintah kota 5 56, tanggapan 6 81, punya 11 217, pembangunan 6 82,
      saya saya 5 61, hak 5 62, kantor 7 109, ijin 10 201, belum ada 10 205, bagaimana 10 207, pengurusan 6 94,
      menyampaikan 7 121, sampai saat 7 123, mana 7 123, alamat 10 221, perhatiannya 8 159, sejak 9 194, sekarang
      belum 5 80, saya minta 5 81, keluhan saya 5 82, meter 5 83, membutuhkan 6 113, atas nama 6 114, saya bisa 5 87,
      serta 6 120, eri 6 120, telp 6 121, pengaduan 7 157, bilang 5 100, mampu 6 133, listrik 5 108, hidup 5 108,
      ditindaklanjuti 5 112, telah 5 114`,
  },
  DISNAKER: {
    complaints: 96,
    terms: `
      kerja 50 289, lowongan 16 22, pekerjaan 37 159, bekerja 36 205, perusahaan 18 38, karyawan 15 28, melamar 10 15,
      mendapatkan pekerjaan 9 13, kerja saya 11 24, saya 72 2465, gaji 15 60, lamaran 7 12, phk 11 34, saya bekerja 11
      36, pengalaman 7 17, tahun 27 348, mencari 10 43, umr 6 18, chat 5 13, eri cahyadi 9 57, cahyadi 10 74, tidak
      bekerja 8 47, lulus 5 17, beralamat 5 18, ingin 19 292, eri 12 120, peraturan 8 52, bulan saya 5 19, umur 7 41,
      tahun saya 5 21, dengan 33 878, walikota 14 182, memenuhi 5 23, dan saya 13 169, kontrak 6 40, tenaga 5 28, saya
      ucapkan 7 59, kota 16 288, hak 7 62, sebesar 6 46, saya ingin 11 153, dengan hormat 5 33, diri 6 48, saya bisa 8
      87, tanpa ada 5 35, telah 9 114, kepada 15 287, hormat 7 74, pandemi 6 56, saya terima 5 40, saya juga 9 124,
      bukti 6 58, apa 18 414, diberikan 7 78, mendapatkan 14 273, butuh 9 129, pegawai 5 43, bulan 17 391, suami saya
      6 62, saya dapat 5 45, keluarga 12 225, terhormat 5 47, saya tidak 15 334, kepala 7 90, sesuai 11 200, belum ada
      11 205, karna 10 176, bertanya 6 73, sesuai dengan 5 52, saya sudah 16 394, surat 14 319, istri saya 5 54, susah
      6 76, april 5 55, atau 18 489, sma 5 56, dengan alasan 5 57, terakhir 5 59, tanpa 8 136, jawaban 5 61,
      sebelumnya 11 238, ucapkan 7 118, semoga 6 93, selama 9 185, jelas 7 123, sudah tidak 6 96, bantu 8 158, uang 8
      162, alasan 7 132, membantu 7 135`,
  },
  DISPERINDAGKOPUKM: {
    complaints: 56,
    terms: `
      umkm 11 18, koperasi 9 14, modal 9 20, usaha 11 77, jualan 8 55, thn 5 54, pernah dapat 5 55, kecil 7 127,
      pernah 12 376, mendapatkan 9 273, mendapatkan bantuan 5 95, tidak pernah 6 135, uang 6 162, info 5 133, suami 5
      139, petugas 6 265, kan 5 214`,
  },
  DISKOMINFO: {
    complaints: 55,
    terms: `
      ssw 6 18, wargaku 10 69, akun 6 32, kader 5 23, aplikasi wargaku 6 39, muncul 7 67, aplikasi 10 153, data 13
      301, catin 5 41, tidak bisa 13 334, bisa 23 1120, coba 5 64, foto 5 112, nik 7 221, saya mau 7 260, status 5
      150, pengajuan 6 207`,
  },
  DP3AP2KB: {
    complaints: 55,
    terms: `
      catin 28 41, kelas catin 18 22, zoom 16 24, kelas 22 98, sertifikat 14 49, nikah 14 66, mengikuti 12 51, calon 7
      26, pengantar 8 43, pengantar nikah 5 14, surat pengantar 6 29, tgl 14 233, ikut 9 104, daftar 11 177, maret 6
      81, surat 11 319, suami 7 139, melakukan 8 225, pindah 5 103, tidak bisa 9 334, data 8 301, datang 5 154, keluar
      7 280, saya mau 6 260, ini saya 5 203, sampai sekarang 5 213`,
  },
  BPBD: {
    complaints: 43,
    terms: `
      masker 5 13, satgas 5 22, kondisi 7 197, kampung 6 202, lanjuti 7 270, ditindak 5 161, banyak 10 565, tindak 6
      263, dalam 7 392, tersebut 8 495`,
  },
  BAPENDA: {
    complaints: 40,
    terms: `
      pbb 28 34, pajak 11 28, pembayaran 8 43, keringanan 7 36, bayar 9 139, membayar 6 93, balik 5 66, atas nama 6
      114, pelayanan 6 133, berkas 5 91, kantor 5 109, tanggal 6 178, benar 5 128, nama 8 318, pengajuan 6 207, lama 7
      284, online 5 153, proses 5 155, mengajukan 6 234, salah 5 184, saya mau 6 260, malah 5 191, tahun 7 348,
      assalamualaikum 5 199, kok 7 361, setelah 6 288, ingin 6 292, alamat 5 221, harus 7 396, surat 6 319, sebagai 6
      329, pada 7 428, tetapi 5 288, akan 5 292`,
  },
  'DISBUDPAR/DISPORA': {
    complaints: 39,
    terms: `
      beasiswa 18 25, mahasiswa 12 22, semester 8 16, kuliah 8 27, lapangan 7 66, cair 6 46, uang 9 162, bertanya 6
      73, bulan 9 391, belum 13 823, ingin 7 292, biaya 5 159, dikarenakan 5 180, saat ini 6 307, utk 5 265, apakah 5
      303`,
  },
  BKPSDM: {
    complaints: 33,
    terms: `
      kontrak 6 40, tenaga 5 28, bekerja 10 205, saya sampaikan 5 48, apa 11 414, dan tidak 7 170, tidak ada 11 478,
      memiliki 5 88, kota 8 288, sampaikan 5 105, seperti 8 300, dalam 9 392, ada 20 2032, tidak 20 2048, kerja 7 289,
      bisa 14 1120, apakah 7 303, tersebut 9 495, dengan 12 878, salah 5 184, terima 12 968, pemerintah 5 198, tetapi
      6 288, maaf 6 306, melakukan 5 225, tahun 6 348, agar 7 457, jika 5 260, sehingga 6 360, pagi 6 367, atas 7 478,
      jam 5 280, kepada 5 287, akan 5 292, terkait 7 520, saat 7 583, kok 5 361, kalau 5 370, harus 5 396`,
  },
  RSUD: {
    complaints: 30,
    terms: `
      rumah sakit 11 54, rsud 8 24, sakit 13 136, pasien 9 47, pelayanan 12 133, poli 6 25, antrian 7 41, dokter 7 51,
      loket 5 24, ruang 5 27, bpjs 9 140, jam 11 280, kecewa 5 43, mengalami 5 56, penuh 5 59, nunggu 5 69, baik 7
      170, menunggu 6 140, dari 16 1294, saya 21 2465, ini 17 1518, tapi 12 709, kata 5 103, daftar 6 177, tidak bisa
      8 334, sama 9 434, tindakan 5 131, rumah 12 839, terus 5 143, juga 11 729, baru 8 394, hal 6 224, datang 5 154,
      waktu 7 314, tidak 18 2048, kembali 6 238, bisa 13 1120, karna 5 176, masih 9 566, memang 5 181, hari ini 5 189,
      kalau 7 370, lama 6 284, sedangkan 6 285, setelah 6 288, anak saya 6 299, saja 6 320, sampai 10 831, saat 8 583,
      keluhan 5 269, keluar 5 280, saya sudah 6 394, apa 6 414, sekali 6 418, surat 5 319, hari 8 699, minta 5 320,
      itu 7 565, orang 6 454, jadi 5 359, kok 5 361, pagi 5 367, pihak 6 492, sangat 7 631, dapat 6 510, padahal 6
      514, hanya 5 419`,
  },
  KESBANGPOL: {
    complaints: 17,
    terms: `
      toa 5 12, suara 7 82, keras 6 62, masjid 6 71, luar 6 80, menggunakan 5 77, jam 7 280, waktu 7 314, sekitar 5
      251, dalam 6 392, sangat 6 631, dengan 7 878, nya 5 660`,
  },
  DPMPTSP: {
    complaints: 15,
    terms: `
      berkas 5 91, surat 5 319, saya 11 2465, dan 11 2765, bisa 7 1120, ini 8 1518, dengan 6 878`,
  },
  BPKD: {
    complaints: 14,
    terms: `
      belum 7 823, mohon 10 2677`,
  },
  DKP: {
    complaints: 10,
    terms: `
      warga 6 1044`,
  },
};
