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
    'mau buka warung makan kecil, disuruh punya nib, izin lingkungan, sama entah apa lagi. di oss kode kbli nya banyak banget bingung. dateng ke mal pelayanan publik antri 3 jam cuma disuruh buka youtube. ada ga petugas yang mau ngajarin pelan pelan',
    'Saya bidan, mengurus perpanjangan izin praktik mandiri. Sejak sistem baru, rekomendasi organisasi harus diunggah dengan format tertentu, ditolak tiga kali hanya karena ukuran berkas. Setelah lolos, muncul tulisan menunggu verifikasi dinas kesehatan selama sebelas hari kerja. Dinkes menjawab di akun mereka tidak ada permohonan masuk. Di mal pelayanan publik saya diminta mengulang dari awal. Padahal izin habis akhir bulan dan saya punya pasien ibu hamil. Mohon dibantu petugas perizinan.',
    'Saya mengurus izin klinik hewan. Di sistem diminta dokumen lingkungan, di loket MPP dibilang cukup surat pernyataan. Sudah saya unggah, ditolak lagi oleh verifikator tanpa catatan. Mohon kepastian syaratnya apa.',
    'mau tutup usaha & cabut nib kok malah lebih susah dari bikinnya. toko udah 2 taun ga jalan tapi masih ditagih laporan. ada yg bisa bantu di loket ga min',
  ],
};
