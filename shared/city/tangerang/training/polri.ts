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
    'Kemarin malam pulang dari rumah sakit, saya dipepet dua motor di jalan yang sebenarnya terang dan ada CCTV. Tas berisi KTP, kartu BPJS, dan uang berobat dirampas. Satu orang bawa celurit. Saya sudah ke polsek, tapi warga di sana bilang kejadian begini sudah lima kali bulan ini. Minta patroli.',
    'rumah kontrakan paling ujung itu udah lama mencurigakan pak, yang datang motor beda beda, tiap orang paling lima menit. kemarin polisi tidur di depan situ dibongkar mereka biar gampang keluar masuk. anak muda kampung sini mulai kurus kurus, ada yang jual tabung gas ibunya. pak RT takut karena yang punya kontrakan kenal orang besar. saya minta tolong diselidiki, kayanya sabu. jangan sebut nama saya, rumah saya cuma beda tiga pintu',
    'Penelpon menyampaikan ada sekelompok remaja berboncengan membawa senjata tajam berputar putar di sekitar sekolah, kemungkinan menunggu lawan. Warga menutup portal. Penelpon meminta polisi segera datang, belum ada korban.',
    'anak saya kena tipu jual beli hp lewat facebook, janjian di indomaret, dikasih kotak isi keramik. orangnya naik motor merah, cctv minimarket ada. udah ke polsek disuruh ke polres',
  ],
};
