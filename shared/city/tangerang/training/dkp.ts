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
  ],
};
