/** What people write about the kecamatan office. */
export const kecamatanTexts: Record<string, string[]> = {
  'district-office': [
    'kantor kecamatan jam setengah 3 udah ga terima berkas, katanya sistem offline',
    'Petugas loket kecamatan main hp, antrian dibiarin',
    'Pak Camat yang terhormat, sudah dua kali kami mengundang Bapak ke wilayah RW 11 untuk melihat langsung kondisi warga di bantaran, belum pernah dihadiri. Kami tidak menuntut apa apa, hanya ingin Bapak mendengar karena kelurahan kami anggap tidak mampu menyelesaikan.',
    'pelayanan kecamatan neglasari cepet dan ramah, cuma parkirnya sempit',
    'minta surat dispensasi nikah di kecamatan kurang dari 10 hari, gimana prosedurnya?',
    'camat kok ga tau warganya kebanjiran',
    'pegawai kecamatan istirahat dari jam 11.30 sampe 13.30, kita nunggu di luar panas panasan',
    'Penelpon menanyakan legalisir surat ahli waris yang harus ditandatangani camat, sudah dua minggu di meja sekcam',
    'wifi sama ac ruang tunggu kecamatan mati, kursinya patah patah, lansia berdiri',
    'mohon tindak lanjut dari pihak kecamatan, tiga kelurahan saling lempar soal batas wilayah jalan masuk perumahan kami',
    'tolong musrenbang kecamatan jangan formalitas',
    'Sudah lebih dari sebulan berkas permohonan saya berhenti di kecamatan. Lurah sudah tanda tangan, tinggal pak camat. Setiap datang stafnya menjawab bapak sedang di lapangan. Nomor yang bisa dihubungi pun tidak ada. Mohon pelayanan di kantor kecamatan diperbaiki.',
    'Kami para ketua RW sekecamatan meminta waktu bertemu Pak Camat. Sudah tiga surat tidak dijawab. Yang ingin kami bicarakan: pelayanan loket yang tutup sebelum waktunya, pelaksanaan musrenbang yang hasilnya berbeda dengan berita acara, dan koordinasi antar kelurahan ketika banjir kemarin yang kacau sebab masing masing menunggu perintah. Kami tidak bermaksud menyalahkan, hanya berharap camat memimpin langsung. Kalau berkenan di aula kecamatan hari apa saja kami datang.',
    'Antre di loket kecamatan dari pagi, nomor saya 12, dipanggil jam 11 lalu dibilang berkas kurang fotokopi saksi. Kenapa tidak ada yang memeriksa di depan? Parkirnya juga penuh motor pegawai. Mohon camat sesekali duduk di ruang tunggu.',
    'sudah dua kali rapat di kecamatan soal banjir sama sampah, kopi sama kue doang hasilnya. pak camat yang lama tiap minggu keliling, yang sekarang belum pernah kelihatan di rw kami. tolong jadwalkan turun',
  ],
};
