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
  ],
};
