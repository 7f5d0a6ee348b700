/** What people write about sport and scholarships. */
export const disporaTexts: Record<string, string[]> = {
  sport: [
    'gor nambo jaya lantainya ngelupas, raket anak2 sampe licin bahaya',
    'mau sewa stadion benteng reborn buat turnamen antar rw, kontaknya?',
    'lapangan bola kami mau dijadiin ruko, pemuda main bola dimana',
    'Lapangan voli RW rusak netnya, minta bantuan alat olahraga ke dinas pemuda dan olahraga, proposal sudah distempel karang taruna dan pak lurah',
    'kolam renang umum airnya ijo',
    'atlet silat kami juara provinsi bonusnya blm cair dari taun lalu',
    'jogging track tergenang trus, lampunya juga mati',
    'lapangan futsal taman digembok, yg pegang kunci minta 100rb sejam. kan punya pemkot',
    'lapangan basket ringnya patah',
  ],
  scholarship: [
    'beasiswa kuliah dari pemkot buat mahasiswa kapan dibuka',
    'Selamat siang, saya mahasiswa semester 5 penerima beasiswa. Uang kuliah semester ini belum ditransfer ke kampus, sedangkan batas pembayaran tanggal 20. Kampus menolak KRS saya. Mohon informasi kapan cair karena orang tua saya buruh dan tidak mampu menalangi.',
    'saya keterima di ptn tapi ga ada biaya ukt, orangtua pemulung. ada bantuan mahasiswa ga mampu?',
    'syarat beasiswa pemuda prestasi ipk min berapa kak',
    'uang saku beasiswa telat 3 bulan, kos nunggak',
    'apa beasiswa boleh dobel sama KIP kuliah?',
    'nama saya di sk beasiswa salah kampus',
    'adik saya hafidz 10 juz, ada jalur beasiswa tahfidz utk kuliah dr kota tangerang?',
    'pengumuman lolos beasiswa ga transparan, anak pejabat semua',
    'mahasiswa warga tangerang kuliah di luar kota berhak juga ga dapat bantuan semester',
  ],
};
