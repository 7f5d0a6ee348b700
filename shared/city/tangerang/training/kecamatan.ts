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
  ],
};
