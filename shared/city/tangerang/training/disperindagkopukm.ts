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
  ],
};
