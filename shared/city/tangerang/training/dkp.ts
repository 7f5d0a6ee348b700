/** What people write about food and livestock. */
export const dkpTexts: Record<string, string[]> = {
  'food-livestock': [
    'kandang ayam ribuan ekor di tengah kampung bau dan lalat sampe ke meja makan',
    'kambing liar keliling komplek makanin tanaman, kotorannya dimana mana, yg punya dilepas gitu aja',
    'Sapi lepas berkeliaran di pinggir jalan raya tiap sore, bahaya buat pengendara. Pemiliknya tidak mau mengandangkan. Mohon petugas peternakan menertibkan.',
    'daging sapi di pasar biru kehijauan, curiga gelonggongan',
    'steril kucing gratis pendaftarannya kapan min',
    'vaksin rabies anjing kelurahan mana aja',
    'telur busuk & sarden kadaluarsa dijual di toko grosir',
    'petani sawah neglasari minta pompa sama pupuk subsidi',
    'cek hewan kurban yg dijual pinggir jalan sehat apa nggak, ada yg mulutnya berbusa, takut pmk',
    'tetangga pelihara babi dibelakang rumah limbahnya ke got',
    'Tetangga memelihara 20 ekor kambing dan bebek di samping rumah, di tengah perumahan padat. Air kotorannya masuk got, lalatnya ke dapur kami, baunya sampai ke mushola. Sudah ditegur RT, dijawab untuk kurban. Lewat Idul Adha masih ada terus, malah beranak. Mohon petugas peternakan datang.',
    'saya beli ayam potong di pasar pas dibelah baunya aneh, warnanya biru, dikasih tau tetangga itu ayam mati kemaren. anak saya muntah muntah. dinas pangan tolong cek pedagangnya sebelum banyak korban',
    'Kami kelompok tani di pinggir sungai. Padi kami gagal panen dua kali karena keong dan saluran irigasi kering. Penyuluh pertanian sudah lama tidak datang. Mohon bantuan benih, obat, dan pompa kecil.',
  ],
};
