/** What people write about marriage classes, family planning, and violence at home. */
export const dp3ap2kbTexts: Record<string, string[]> = {
  'women-family': [
    'kelas catin online link zoomnya ga masuk email',
    'sertifikat catin saya blm keluar padahal udah ikut dari pagi sampe sore, minggu depan nikah',
    'Halo min, calon suami saya kerja di kapal tidak bisa ikut bimbingan pranikah tanggal 14. Apakah boleh ikut jadwal lain atau saya sendiri dulu? KUA minta sertifikatnya sebagai syarat daftar nikah.',
    'daftar catin error, data nik calon istri tidak sesuai',
    'kb implan gratis kapan lagi jadwalnya di kec periuk',
    'mau konseling rumah tangga di puspaga bayar gak',
    'lepas iud bisa di mobil kb keliling?',
    'kader kb kampung kami gak punya kit penyuluhan sama transport',
    'anak remaja saya susah diatur kecanduan game online, pengen konsultasi psikolog. ada layanan pemkot?',
    'Penelpon menanyakan persyaratan kelas calon pengantin untuk warga yang KTP-nya luar kota tapi menikah di Kota Tangerang',
    'skrining catin di puskesmas udah, tinggal kelasnya, kuota penuh terus sampe 2 bln',
    'minta surat rekomendasi nikah dibawah umur, disuruh asesmen ke dinas perempuan & anak',
  ],
  violence: [
    'tetangga mukulin istrinya sampe berdarah, tiap malem teriak minta tolong',
    'anak perempuan saya 9 tahun dilecehkan guru ngajinya, saya harus lapor ke mana',
    'Saya korban KDRT sudah 4 tahun, suami sering memukul dan mengancam pakai pisau di depan anak. Semalam saya kabur ke rumah teman. Saya takut pulang, KTP dan ijazah ditahan dia. Mohon pendampingan dan tempat aman untuk saya dan anak saya, jangan hubungi nomor suami.',
    'bapak tiri nyiksa anak umur 5, badannya penuh bekas sundutan rokok',
    'TOLONG ADA BAYI DIBUANG DI DEPAN MUSHOLA MASIH HIDUP',
    'temen saya dipaksa kerja di spa umurnya 15, mau kabur ga bisa',
    'Penelpon (guru) menyampaikan dugaan muridnya mengalami kekerasan seksual oleh kerabat, mohon kerahasiaan dan pendampingan psikolog.',
    'mantan pacar nyebarin foto saya, diancam terus disuruh ketemu. takut ke polisi sendirian',
    'dua anak dikunci dikontrakan ditinggal ibunya 3 hari, nangis kelaperan',
  ],
};
