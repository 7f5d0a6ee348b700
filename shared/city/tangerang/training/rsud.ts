/** What people write about the city hospital. */
export const rsudTexts: Record<string, string[]> = {
  hospital: [
    'igd rsud penuh pasien ditaro di lorong dari malem',
    'dokter spesialis jadwal jam 8 dateng jam 11.30, pasien numpuk',
    'Saya mau menyampaikan kekecewaan terhadap pelayanan RSUD Kota Tangerang. Ayah saya masuk IGD jam 2 siang dengan keluhan sesak, baru ditangani jam 5, alasannya menunggu kamar. Setelah dapat kamar, oksigennya habis dan perawat dipanggil empat kali baru datang. Kami pasien BPJS, apakah memang dibedakan? Mohon direktur rumah sakit menindaklanjuti supaya tidak ada keluarga lain mengalami hal seperti ini.',
    'daftar online poli jantung rsud selalu penuh sampe bulan depan',
    'kamar rawat inap rsud ac mati, kecoa dimana2',
    'obat kemo kosong di farmasi rumah sakit disuruh nunggu seminggu, ini kanker pak bukan masuk angin',
    'SATPAM RSUD GALAK SAMA PENUNGGU PASIEN',
    'antrian farmasi rsud 4 jam, ibu saya abis operasi katarak duduk di lantai',
    'hasil lab rsud ilang, disuruh ambil darah ulang',
    'operasi anak saya diundur 3 kali padahal udah puasa',
    'Penelepon menanyakan ketersediaan kamar ICU/NICU di RSUD untuk bayi prematur rujukan dari klinik.',
    'loket pendaftaran rsud tutup jam 10, yg dari jauh gmn',
    'makasih perawat ruang melati rsud, bapak saya dirawat dgn sabar. tp toiletnya tlg diperbaiki ya',
    'surat rujukan balik dari rumah sakit ke puskesmas gak dikasih, bpjs jadi ribet',
    'anak saya demam tinggi dibawa ke igd rsud jam 1 malam, disuruh tunggu dokter jaga. jam 3 baru diperiksa cuma dikasih sirup, besoknya kejang di rumah dan dibawa ke swasta ternyata demam berdarah. kenapa tidak dicek darah dari awal? mohon dievaluasi',
    'Petugas administrasi rumah sakit daerah menahan kepulangan istri saya karena nama di BPJS beda satu huruf dengan KTP. Padahal dari puskesmas rujukannya lancar. Bayi sudah boleh pulang, kami tidur di lorong dua malam. Tolong dibantu kebijaksanaannya.',
    'Saya tidak menyalahkan dokternya, beliau ramah. Yang saya keluhkan sistem pendaftaran rumah sakit kota. Kontrol ibu saya hari Rabu, nomor online baru dibuka tengah malam dan habis dalam lima menit. Kalau datang langsung harus jam empat subuh. Setelah dapat nomor pun menunggu sampai jam dua siang karena dokter visit dulu, lalu antre obat dua jam. Ibu saya usia 70 dan habis stroke. Apakah tidak bisa pasien kontrol rutin langsung dijadwalkan seperti di rumah sakit lain?',
    'Tolong disampaikan kepada pimpinan rumah sakit. Kemarin nenek saya dirujuk dari puskesmas dengan ambulans, sampai IGD disuruh kembali karena surat rujukan salah kode. Perawat ambulans berdebat dengan satpam, sementara nenek sesak di atas brankar hampir empat puluh menit di teras. Akhirnya diterima setelah kami menangis. Selama dirawat pelayanannya baik. Namun kejadian di pintu itu tidak boleh terulang. Masa urusan kode didahulukan daripada orang yang tidak bisa bernapas.',
  ],
};
