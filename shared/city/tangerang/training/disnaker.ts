/** What people write about work: looking for it, losing it, not being paid for it. */
export const disnakerTexts: Record<string, string[]> = {
  work: [
    'lowongan kerja buat lulusan smp ada ga min',
    'Assalamualaikum. Saya umur 37 tahun, mantan operator jahit, sudah setahun menganggur. Setiap melamar ditolak karena umur. Anak dua masih sekolah dan suami sakit. Mohon kiranya pak walikota memberi saya pekerjaan apa saja, jadi penyapu jalan pun saya mau, atau pelatihan kerja supaya saya bisa usaha.',
    'gaji dibawah umr, lembur ga dibayar, slip gaji ga dikasih. disnaker tolong sidak',
    'calo tenaga kerja minta 5 juta biar masuk pabrik di jatake, udah bayar malah diblokir',
    'THR BELUM DIBAYAR H-3 LEBARAN',
    'Job fair kapan lagi? kemarin penuh sesak, lamaran ditumpuk di kardus doang',
    'adik saya tki di malaysia gak digaji 6 bulan, lapor kemana',
    'nganggur 2 taun pak, ijazah smk otomotif, udah nyebar lamaran 60 biji. kasih kerjaan lah, jadi satpam kelurahan juga oke',
    'kerja 12 jam sehari libur sebulan dua kali gaji 2,1 di toko grosir',
    'bpjs ketenagakerjaan (JHT) susah cair krn perusahaan nunggak iuran',
    'usul pelatihan barista utk pemuda karang taruna di kelurahan',
    'kecelakaan kerja jari saya putus 2, perusahaan cuma kasih 500rb lalu suruh istirahat tanpa gaji',
    'Yang terhormat Bapak Wali Kota, kami 43 buruh garmen dirumahkan sejak bulan puasa tanpa surat, tanpa upah, tanpa kepastian. Manajemen bilang pesanan sepi, tetapi mesin di dalam masih jalan memakai tenaga harian. Kami sudah dua kali bipartit, hasilnya nihil. BPJS kami ikut mati sehingga ada teman yang melahirkan harus bayar sendiri. Mohon Disnaker memanggil perusahaan untuk mediasi dan menghitung hak hak kami sesuai aturan. Kami hanya ingin dibayar, bukan mau demo.',
    'Saya lulusan SMK tahun kemarin, sudah melamar ke puluhan pabrik lewat bursa kerja online. Yang dipanggil hanya satu dan di sana diminta 6 juta supaya diterima. Orang tua saya pedagang gorengan, tidak punya. Apakah ada pelatihan gratis atau magang dari pemkot yang benar benar menyalurkan kerja?',
    'gaji saya 2 juta padahal umk 5 juta lebih, kerja dari jam 7 sampe jam 7. kalo sakit dipotong 200 ribu sehari. temen yang protes langsung ga dipanggil lagi. saya takut lapor pake nama, bisa ga disnaker sidak tanpa bilang siapa yg lapor',
    'Saya perantau dari Brebes, KTP sudah Tangerang sejak 2015. Bekerja di pabrik plastik sembilan tahun sebagai karyawan kontrak yang diperpanjang terus. Bulan lalu mesin menjepit tangan saya, dua jari tidak berfungsi. Perusahaan membayar klinik di hari pertama saja, setelah itu kontrak saya tidak diperpanjang. Ternyata iuran jaminan kecelakaan kerja tidak pernah disetor. Saya sekarang tidak punya penghasilan, istri hamil. Mohon Disnaker menindak dan membantu hak saya. Saya siap datang membawa slip dan foto.',
    'assalamualaikum, ini bukan laporan sih tapi permohonan. saya difabel daksa, kaki kiri, lulusan d3 akuntansi. dua tahun cari kerja, setiap wawancara begitu lihat saya jalan langsung "nanti dikabari". katanya perusahaan wajib terima satu persen. saya cek di pabrik besar sini ga ada. apakah disnaker punya daftar perusahaan yang mau menerima, atau pelatihan komputer untuk difabel? saya tidak minta dikasihani, saya minta kesempatan',
    'min info dong, bener ga sih pemkot buka pendaftaran padat karya bersih bersih kali sebulan sekian ratus orang? di grup kampung rame banget disuruh setor fotokopi ktp kk ke seseorang plus 50 ribu buat map. saya emang butuh banget kerja, baru diberhentiin dari toko karena sepi, tapi takut kena tipu lagi kaya waktu loker pabrik biskuit. kalau ada, daftarnya lewat kelurahan apa langsung ke dinas tenaga kerja? umur 45 boleh ga',
  ],
};
