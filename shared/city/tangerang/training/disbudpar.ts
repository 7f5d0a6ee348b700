/** What people write about culture and tourism. */
export const disbudparTexts: Record<string, string[]> = {
  culture: [
    'festival cisadane taun ini jadi kapan min',
    'Cagar budaya di Pasar Lama temboknya dicoret dan sebagian dibongkar pemilik, mohon diselamatkan',
    'toilet wisata kampung bekelir kotor ga ada petugas',
    'sanggar lenong kami butuh tempat latihan, gedung kesenian bisa dipake gratis?',
    'Saya guide lokal. Pengunjung museum sering kecewa karena jam tutupnya tidak jelas, hari Sabtu jam 1 sudah gelap, padahal di web tertulis sampai jam 5. Rombongan dari Bandung kemarin terpaksa pulang. Papan informasi sejarahnya juga sudah pudar.',
    'pemandu di situ cipondoh maksa sewa perahu bebek 50rb',
    'minta dibikin event budaya betawi peranakan, jangan dangdut terus',
    'hotel melati jadi tempat gituan, izin pariwisatanya gimana',
    'lomba abang none tangerang (kang nong) daftarnya dimana umurnya maks brp',
    'Kelompok tari anak di kampung kami sudah tiga tahun tampil di acara kelurahan tanpa kostum sendiri, kostumnya pinjam sana sini. Kami dengar ada bantuan sarana kesenian dari dinas kebudayaan, tapi setiap ditanya syaratnya harus berakta notaris dan punya rekening yayasan. Mana mungkin ibu ibu kampung punya itu. Adakah jalan lain supaya anak anak tetap bisa ikut festival tahun ini?',
    'Minggu lalu rombongan sekolah kami berkunjung ke kawasan kota lama. Anak anak antusias, tetapi pemandunya tidak datang, museumnya terkunci, dan papan keterangan di bangunan tua sudah tidak terbaca. Kami akhirnya hanya jajan. Pedagangnya ramah, parkirnya mahal sekali tetapi itu nanti kami adukan sendiri. Untuk dinas pariwisata, mohon dibuat jadwal kunjungan yang bisa dipesan, pemandu cadangan, dan perbaikan papan sejarah. Sayang kota sekaya ini ceritanya tidak sampai ke murid.',
    'mau ngadain ruwahan sama arak arakan perahu di kali, warisan engkong, tiap taun. tahun ini mau ijin sama minta dukungan dinas kebudayaan, kemarin kelurahan bilang proposalnya ke dinas langsung aja',
    'Gedung kesenian bocor tepat di atas panggung, latihan teater anak terpaksa bubar. Lampu sorot hilang. Katanya ada anggaran pemeliharaan budaya. Mohon ditengok.',
  ],
};
