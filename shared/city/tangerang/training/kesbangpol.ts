/** What people write about worship and civic organisations. */
export const kesbangpolTexts: Record<string, string[]> = {
  'religious-harmony': [
    'toa mushola dipake ngaji kaset dari jam 3 pagi, volumenya full. mohon dimusyawarahkan baik baik',
    'Penolakan pembangunan gereja di RW kami makin panas, ada spanduk di mana mana. Kami warga ingin FKUB dan pemkot memediasi sebelum ada keributan. Izin sudah lengkap 90 tanda tangan tapi ditolak ormas.',
    'izin mendirikan rumah ibadah ngurusnya ke mana',
    'speaker masjid suara keras anak tetangga nyanyi2 tiap sore bukan adzan, saya muslim juga tapi terganggu',
    'ormas pasang bendera & posko dimana2 bikin takut pendatang',
    'vihara kami dilarang ibadah malam sama oknum warga',
    'SKT ormas kami habis masa berlaku, perpanjang di kesbangpol berkasnya apa saja',
    'pengeras suara luar dipakai sampai jam 11 malam saat bulan puasa, ada surat edaran menteri kan? minta takmirnya diberi pemahaman',
    'bentrok dua ormas rebutan lahan parkir, masyarakat resah, minta pemkot turun mediasi',
    'pendirian yayasan ajarannya aneh di kontrakan kami, warga khawatir aliran sesat',
    'Saya seorang muslim, rumah nempel masjid. Suara adzan tidak pernah jadi masalah. Tapi sekarang speaker luar dipakai dari jam 2.30 untuk memutar rekaman, lalu latihan marawis sampai jam 11 malam. Bayi saya kejang karena kurang tidur. Pak RT sungkan menegur. Mohon dimusyawarahkan dengan takmir oleh pihak yang berwenang dengan cara yang sejuk.',
    'Lingkungan kami majemuk dan selama ini rukun. Beberapa minggu ini ada kelompok dari luar membagikan selebaran yang menjelekkan keyakinan tetangga kami yang beribadah di ruko. Mereka mengancam akan menutup paksa pada hari Minggu. Polisi sudah kami beri tahu untuk berjaga. Namun menurut kami perlu ada yang mempertemukan kedua pihak, menjelaskan aturan izin tempat ibadah, dan menenangkan warga. Mohon pemkot melalui forum kerukunan turun sebelum Minggu. Kami tidak ingin kampung ini masuk berita.',
    'Mohon dimediasi, dua pengurus masjid di lingkungan kami berselisih sampai ada dua jadwal sholat Jumat. Spanduk saling sindir dipasang di jalan. Kami jamaah biasa malu. Barangkali FKUB atau pemkot bisa menengahi.',
    'mushola samping rumah abis renovasi pasang toa 8 biji ngadep semua ke rumah. azan mah gapapa, tapi kaset ngaji diputer dari jam 3 sampe subuh, bapak saya sakit jantung. pak rt takut ngomong',
  ],
};
