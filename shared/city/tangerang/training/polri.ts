/** What people write about crime. */
export const polriTexts: Record<string, string[]> = {
  crime: [
    'ada tawuran pelajar di bawah flyover bawa celurit CEPET PAK',
    'motor saya ilang di parkiran kosan, beat item, jam 3 pagi, cctv ada',
    'saya ditipu arisan online 12 juta, lapor kemana ya',
    'Komplotan jambret sering beraksi di jalan sepi dekat sawah, korban minggu ini dua karyawati pulang shift malam. Warga minta patroli polisi rutin, lampu jalan sebenarnya terang.',
    'ada orang mencurigakan bawa linggis keliling rumah kosong',
    'transaksi sabu di kontrakan ujung, tiap malem motor keluar masuk',
    'MALING KETANGKEP WARGA DIGEBUKIN, POLISI KE SINI SEBELUM MATI',
    'geng motor konvoi bawa samurai dari arah cipondoh',
    'judi sabung ayam tiap minggu di kebon belakang',
    'nemu mayat ngambang di kali',
    'balap liar taruhan jam 2 pagi di jl sudirman',
    'rumah tetangga dirampok, orangnya diiket',
    'Saya pedagang pulsa. Sudah sebulan ini tiga pemuda datang tiap malam minta jatah keamanan, mulanya sepuluh ribu sekarang seratus ribu. Kemarin karena tidak saya kasih, kaca etalase dipecahkan dan saya ditunjuk pakai golok. CCTV ada. Warung sebelah diperlakukan sama cuma takut lapor. Pak RW menyarankan ke polsek, di polsek disuruh bawa bukti. Mohon ada patroli malam di sekitar terminal.',
  ],
};
