/** What people write about small businesses, cooperatives and prices. */
export const disperindagkopukmTexts: Record<string, string[]> = {
  'small-business': [
    'gas melon kosong dimana2, kalo ada 28rb',
    'mau dapet bantuan modal umkm gimana, jualan nasi uduk udah 6 taun',
    'BPUM saya gak cair padahal dapet sms eform, di bank data gak ada. tetangga yang ga punya usaha malah dapet',
    'koperasi simpan pinjam bawa kabur uang anggota, pengurusnya ngilang. tolong dinas koperasi turun',
    'beli beras 5 kilo ditimbang ulang cuma 4,6',
    'pasar murah kapan ke kelurahan sukasari',
    'Minyakita di pasar dijual 19 ribu, tidak sesuai HET. Cabe juga tembus 120 ribu. Bagaimana pengawasannya?',
    'sertifikat halal gratis buat umkm masih buka ga kak, sekalian pirt nya',
    'saya pedagang keripik, pengen ikut bazar pemkot tapi katanya harus kenal orang dalam',
    'pom bensin curang takarannya, isi 20rb cuma naik satu strip',
    'pelatihan kemasan produk kapan, udah daftar binaan umkm dr kecamatan',
    'warung kecil mati karena minimarket dibangun jejeran 3, jaraknya diatur ga sih',
    'rentenir berkedok koperasi keliling kampung bunganya 20%',
    'kios umkm di taman disewakan ke orang luar, kami warga sekitar ga kebagian',
    'Saya jualan kue basah, sudah punya NIB dan ikut pelatihan dari kelurahan. Dijanjikan dibantu kemasan dan modal bergulir, disuruh bikin proposal dua kali. Setelah itu dinas tidak pernah menghubungi lagi. Sementara tetangga yang baru mulai langsung dapat gerobak. Mohon pendataan UMKM yang jujur.',
    'bu saya pedagang warteg, gas 3 kilo udah seminggu susah dicari, pangkalan bilang kosong tapi di pengecer ada, harganya 30 sampai 35 ribu. saya sehari habis dua tabung. kalau dinaikin harga makanannya pembeli kabur karena kebanyakan kuli proyek. katanya sekarang harus pake ktp, ktp saya bukan sini. tolong dinas sidak pangkalan, saya curiga ditimbun atau dioplos. warung sebelah udah pake kayu bakar',
    'Koperasi di pabrik kami memotong gaji tiap bulan, tetapi waktu saya keluar simpanan tidak dikembalikan, pengurus saling lempar. Buku anggota ada. Apakah dinas koperasi bisa memanggil mereka?',
    'harga telur beras minyak naik semua bu, jualan nasi uduk 8 ribu udah ga nutup. ada operasi pasar ga dalam waktu dekat di karang tengah? infonya jangan mendadak, kami suka kehabisan kupon dari rt',
  ],
};
