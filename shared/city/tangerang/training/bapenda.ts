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
  ],
};
