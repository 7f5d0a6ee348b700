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
  ],
};
