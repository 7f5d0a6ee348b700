/** What people write about the city buses. */
export const ptTngTexts: Record<string, string[]> = {
  'city-bus': [
    'bus tayo koridor 2 nunggu 1 jam lebih ga lewat',
    'si benteng penuh sopirnya ngetem, feeder apa angkot',
    'kartu tayo saldo kepotong 2x pas tap',
    'Sopir bus Tayo menolak menaikkan ibu saya yang memakai kursi roda, katanya buru buru. Halte depan TangCity, Selasa pukul 10 pagi. Mohon ditegur.',
    'halte tayo ac nya mati pintunya keganjel batu',
    'rute bis tayo tambahin dong ke ciledug - cbd',
    'BUS TAYO NEROBOS LAMPU MERAH HAMPIR NABRAK ANAK SMP',
    'jam operasional brt terakhir jam berapa ya min, hari minggu',
    'aplikasi pelacak tayo ga sinkron sama bus aslinya',
  ],
};
