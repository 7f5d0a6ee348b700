/** What people write about what the city owns and pays. */
export const bpkdTexts: Record<string, string[]> = {
  'city-asset': [
    'tanah pemkot di sebelah masjid dikuasai perorangan dijadiin lapak mobil bekas',
    'mau sewa lahan aset pemda buat usaha cuci motor, ke siapa?',
    'gedung bekas kantor kelurahan lama kosong rusak, jadi sarang hantu, boleh ga dipake warga jadi perpustakaan',
    'kontraktor belum dibayar pemkot padahal kerjaan udah 100%',
    'Aset daerah berupa ruko di terminal lama disewakan kembali oleh penyewa pertama dengan harga tiga kali lipat. Mohon BPKD menginventarisir ulang, kami pedagang kecil yang jadi korban.',
    'perpanjangan izin pakai tanah pemkot saya kok naik retribusinya',
    'tanah warga kena proyek jalan, ganti rugi pembayarannya belum turun dari keuangan',
    'mobil dinas bekas kapan dilelang, bisa ikut umum?',
    'status tanah lapangan rw itu punya siapa, aset pemkot atau fasos? warga mau bangun posyandu',
    'Tanah di samping posyandu kami setahu warga milik pemerintah kota, dulu ada plangnya. Sekarang plangnya hilang dan ada yang menaruh material serta mau membangun. Lurah tidak punya data. Mohon dicek di daftar aset dan dipasang patok lagi sebelum jadi sengketa.',
    'Orang tua kami menempati tanah pemerintah kota sejak 1978 dengan surat izin pemakaian dan membayar retribusi tiap tahun. Setelah bapak meninggal, kami bermaksud mengganti nama pemegang izin. Petugas aset meminta surat waris, surat lurah, dan bukti bayar lima tahun, semua sudah. Tiba tiba diberitahu kebijakan sedang ditinjau dan tidak boleh balik nama. Sementara tagihan retribusi tetap datang, naik empat kali lipat. Bagaimana status kami? Apakah akan digusur? Mohon penjelasan tertulis.',
    'rumah dinas guru peninggalan pemda di belakang sd kosong 8 taun, jadi tempat mesum sama sarang ular. kalau ga dipake mending disewain ke warga atau dibongkar jadi taman. kata sekolah itu aset bukan wewenang dia',
    'Pembayaran ganti rugi lahan kami untuk pelebaran jalan tertunda karena, kata petugas, menunggu pencairan kas daerah. Rumah sudah dibongkar separuh. Mohon kepastian tanggalnya.',
  ],
};
