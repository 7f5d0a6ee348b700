/** What people write about city taxes. */
export const bapendaTexts: Record<string, string[]> = {
  tax: [
    'pbb rumah saya naik dari 180rb jadi 620rb, kok bisa',
    'sppt taun ini blm terima, rt bilang belum turun dari bapenda',
    'Mau balik nama PBB dari almarhum orang tua ke ahli waris. Berkas sudah masuk sejak Maret lewat loket, tanda terima ada, tapi waktu saya cek online masih nama lama. Petugas bilang menunggu verifikasi lapangan. Sampai kapan ya Pak, karena mau dijual tanahnya.',
    'keringanan pbb utk pensiunan/veteran gmn ngajuinnya',
    'udah bayar pbb di tokopedia tapi tercatat nunggak dari 2019',
    'bphtb kemahalan, njop beda jauh sama harga beli',
    'nop saya dobel, satu rumah dua tagihan',
    'pemutihan denda pajak daerah sampai tanggal berapa min?',
    'resto tempat saya makan narik pajak 10% tapi struknya tulis tangan, disetor ga tuh?',
    'Loket PBB di kantor kecamatan tidak pernah buka padahal ada tulisannya',
    'luas bangunan di sppt 210 m padahal rumah tipe 36, dari dulu bayar kelebihan, bisa dikembalikan ga',
    'cetak salinan sppt buat ngurus akta jual beli bisa lewat hp?',
    'pajak reklame toko kecil aja ditagih sekian juta, yg gede2 liar bebas',
    'mau lapor pbb, tanah saya 90 meter di gang tapi njop nya disamain sama pinggir jalan raya. tiap tahun naik terus, penghasilan ngga. udah pernah ngajuin keberatan ke loket di kecamatan, disuruh ke kantor pajak daerah, di sana disuruh bikin surat, udah bikin, ga ada balasan 5 bulan',
    'Saya pensiunan guru, tinggal sendiri di rumah warisan. PBB tahun ini dua juta lebih, sama dengan pensiun saya sebulan. Waktu ke loket, petugas menjelaskan karena jalan depan rumah dilebarkan sehingga nilai tanah naik. Saya tidak pernah minta jalannya dilebarkan, malah sekarang bising dan rumah retak. Apakah ada pengurangan untuk lansia atau pensiunan, dan apakah harus datang sendiri? Lutut saya sakit, antrean di sana panjang. Kalau bisa anak saya saja yang mengurus dengan surat kuasa.',
    'sy beli rumah second 2021, pbb nya masih atas nama developer, tiap tahun sppt dikirim ke alamat kantor yg udah tutup jadi nunggak. skrg ada denda. bs minta dihapus dendanya? & balik namanya bawa apa aja',
    'Selamat siang, saya sudah membayar PBB lewat minimarket tanggal 28, struknya ada. Namun di kelurahan waktu mengurus surat, petugas mengatakan masih terutang dua tahun. Kemana uang saya? Mohon dicek NOP nya, bisa saya kirim lewat pesan pribadi.',
  ],
};
