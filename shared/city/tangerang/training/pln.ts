/** What people write about electricity: dangerous lines and outages. */
export const plnTexts: Record<string, string[]> = {
  'power-line': [
    'kabel listrik putus melintang di jalan masih nyetrum percikan',
    'tiang pln miring nempel ke rumah saya, pondasinya retak',
    'Gardu di depan mushola mengeluarkan suara dengung keras dan asap tipis, warga takut meledak. Sudah telepon 123 belum datang.',
    'travo meledak barusan apinya loncat',
    'kabel pln ketarik pohon mau putus, tinggi cuma 2 meter dari tanah, banyak anak main. pohonnya sih udah ditebang tinggal kabelnya',
    'kabel listrik semrawut numpuk di tiang gang sempit ngeri korslet',
    'minta geser tiang listrik di tengah jalan masuk mobil',
    'kabel SR tetangga nempel seng warung, kalo ujan nyetrum dikit',
    'sutet diatas rumah bunyi kretek2 pas gerimis normal ga',
  ],
  'power-outage': [
    'mati lampu dari magrib, pln katanya 1 jam mulu',
    'listrik di perumnas padam lagi padam lagi, kulkas saya rusak',
    'LISTRIK MATI SE KELURAHAN',
    'voltase turun naik lampu redup pompa ga kuat',
    'token listrik udah diisi tetep mati, meteran error PERIKSA',
    'Selamat malam, mohon info pemadaman di wilayah Jurumudi Baru karena ada orang tua saya memakai alat oksigen konsentrator di rumah. Cadangan tinggal 1 jam.',
    'jadwal pemadaman bergilir besok daerah mana aja?',
    'mati lampu gara gara ada layangan nyangkut di kabel',
    'kok blok sebelah nyala blok kita gelap, kayanya sekring gardu',
    'gardunya kebakar kecil udah padam sendiri apinya, sekarang listrik mati satu rw',
    'byar pet terus dari pagi, toko foto copy saya rugi',
  ],
};
