/** What people write about civil servants and becoming one. */
export const bkpsdmTexts: Record<string, string[]> = {
  'civil-servant': [
    'pengumuman pppk paruh waktu kapan keluar min',
    'Saya tenaga honorer sekolah 14 tahun tidak masuk database, teman yang baru dua tahun malah masuk. Mohon penjelasan BKPSDM mengenai verifikasi datanya. Kami sudah melampirkan SK pertama sampai terakhir melalui dinas, tidak satu pun dibalas.',
    'cpns tahun ini formasi sma ada ga ya',
    'asn jam kerja nongkrong di mall pake seragam, plat merah parkir depan xxi',
    'tenaga kontrak di dinas saya diputus tanpa surat peringatan, apa salah saya',
    'ASN kok jadi tim sukses di grup wa rt, mana netralitasnya',
    'ujian pppk sertifikat saya nilainya ga muncul, helpdesk ga bales',
    'Mohon ditindak pegawai yang selalu datang jam 10 pulang jam 2, pelayanan jadi terbengkalai. Disiplin pegawai di kantor itu sangat kurang, apel pagi saja cuma titip absen.',
    'suami saya pns selingkuh & menelantarkan anak, bisa lapor kepegawaian kah?',
    'gaji thl petugas kebersihan telat 2 bulan, kami juga manusia',
    'kapan ada rekrutmen non asn untuk operator, saya lulusan d3 komputer',
    'mutasi pegawai ke kota tangerang dari kabupaten syaratnya apa',
    'Saya ingin melaporkan pegawai negeri di salah satu kantor yang setiap hari baru datang setelah jam 10, lalu keluar menjemput anak memakai mobil dinas dan tidak kembali. Warga yang mau mengurus surat selalu disuruh besok. Ini soal disiplin, bukan soal uang. Mohon BKPSDM memeriksa absensinya.',
    'Selamat pagi Bapak Wali Kota. Kami penjaga sekolah dan petugas kebersihan sekolah negeri yang digaji dari dana BOS, rata rata sudah bekerja di atas sepuluh tahun. Waktu pendataan tenaga non ASN nama kami tidak diusulkan karena ijazah kami SD. Akibatnya tidak bisa ikut seleksi PPPK paruh waktu. Padahal pekerjaan kami sama beratnya. Guru sudah, operator sudah, kami belum. Adakah kebijakan untuk kami, misalnya melalui ujian kesetaraan paket B dahulu? Mohon petunjuk BKPSDM.',
    'Mau tanya, kakak saya honorer di kelurahan sudah delapan tahun, kemarin namanya tidak ada di daftar PPPK paruh waktu padahal sudah ikut tes. Apakah ada masa sanggah, dan suratnya ditujukan ke mana?',
    'saya liat di medsos ada pegawai pake seragam dinas joget joget live jam kerja sambil jualan skincare. warga ngantri di belakangnya. tolong dibina, itu kan digaji dari pajak kita',
  ],
};
