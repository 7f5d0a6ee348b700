/** What people write about permits. */
export const dpmptspTexts: Record<string, string[]> = {
  permit: [
    'oss error gagal verifikasi nib, usaha catering',
    'berkas izin praktik bidan udah 2 bulan di dpmptsp ga ada kabar',
    'Saya bolak-balik ke Mal Pelayanan Publik untuk izin apotek. Loket bilang kurang rekomendasi Dinkes, Dinkes bilang sudah terbit di sistem, DPMPTSP bilang belum masuk. Sudah sebulan sewa ruko jalan terus. Mohon ada satu pintu yang benar-benar satu pintu.',
    'siup masih dipake ga sih skrg? kata temen cukup nib',
    'antrian mpp online kuota penuh trs',
    'izin reklame toko biayanya brp & berapa lama',
    'calo perizinan nawarin 15 juta beres seminggu di parkiran mpp',
    'izin penelitian skripsi diurus di sini atau kesbang',
    'izin tempat kos 20 kamar apa aja tahapannya min',
    "status perijinan saya 'menunggu pembayaran' padahal udah bayar",
  ],
};
