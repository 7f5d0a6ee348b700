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
    'Saya pengguna harian bus Tayo dari Poris ke Cibodas. Dua minggu ini busnya jarang, jadwal di halte tidak ditepati, dan sering lewat begitu saja karena penuh. Anak sekolah dan karyawan terlambat semua. AC nya bocor, hujan di dalam. Mohon armadanya ditambah pada jam berangkat dan pulang kerja.',
    'Anak saya pulang sekolah naik Si Benteng, diturunkan di tengah jalan karena penumpang lain sudah habis dan sopir mau pulang. Anak kelas 5 jalan kaki dua kilometer. Tolong ditegur sopirnya, jurusan Cibodas, sekitar jam tiga sore.',
    'halte tayo depan puskesmas kacanya pecah, bangkunya copot, kalo malem gelap. bus nya juga suka ga berenti disitu padahal ada orang. bayar pake kartu kadang mesinnya mati',
  ],
};
