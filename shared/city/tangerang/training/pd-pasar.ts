/** What people write about the markets. */
export const pdPasarTexts: Record<string, string[]> = {
  market: [
    'pasar anyar atapnya bocor dagangan kita basah semua',
    'los pasar ikan becek bau saluran mampet di dalem pasar',
    'Sewa kios pasar naik 60 persen tanpa musyawarah dengan pedagang, padahal pengunjung sepi. Kami minta pengelola pasar transparan. Lampu dan toilet saja rusak dibiarkan.',
    'kios udah lunas 10 taun lalu sekarang disuruh bayar lagi',
    'lantai 2 pasar gelap sepi jadi sarang preman',
    'pungutan harian di pasar dobel: keamanan, sampah, "koordinasi"',
    'toilet pasar bayar 3rb tapi air ga ada',
    'kapan revitalisasi pasar malabar, tempat penampungannya panas kayak oven',
    'pedagang resmi di dalam pasar mati kalah sama yg jualan di luar, tolong pengelola pasar adil',
    'Kami pedagang sayur di los belakang. Sejak atap bocor, setiap hujan dagangan rusak, lantai becek, pembeli pindah ke pedagang yang mangkal di luar. Retribusi tetap ditagih penuh setiap hari, lampu dan air bayar lagi. Pengelola pasar hanya berjanji. Mohon diperbaiki sebelum lebaran.',
    'Saya penyewa kios lantai satu. Kanopi di depan kios copot sejak angin bulan lalu, saluran di dalam pasar meluap ke lapak ikan, dan satpam pasar malah ikut menagih uang harian tidak resmi. Mohon direksi pasar turun melihat sendiri pagi hari.',
    'mau sewa los di pasar poris, disuruh hubungi orang bukan kantornya, diminta uang muka 15 juta tanpa surat. harga resminya berapa sih? kantor pengelola selalu kosong',
  ],
};
