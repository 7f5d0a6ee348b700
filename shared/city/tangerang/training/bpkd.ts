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
  ],
};
