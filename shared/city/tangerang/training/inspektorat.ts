/** What people write about officials who ask for money. */
export const inspektoratTexts: Record<string, string[]> = {
  misconduct: [
    'oknum pegawai minta 2 juta buat ngurus surat tanah biar cepet',
    'petugas survei bansos minta uang bensin 50rb per rumah',
    'Saya ingin melaporkan dugaan penyimpangan proyek pengecoran jalan di lingkungan kami. Di papan tertulis tebal 20 cm, kenyataannya 10 cm dan belum setahun sudah hancur. Ketika ditanya, mandor mengatakan "sudah dipotong sana sini". Saya punya foto pengukuran. Mohon diaudit dan identitas saya dilindungi.',
    'dana kelurahan dikorupsi, laporan belanjanya fiktif',
    'oknum asn jual beli jabatan kepala sekolah',
    'PUNGLI DI LOKET, ADA VIDEONYA, MAU DIKIRIM KEMANA',
    'calo dalam bekerja sama sama orang loket, yg bayar dapet duluan',
    'bendahara sekolah pake dana BOS buat arisan. tolong diperiksa inspektorat',
    'aparat minta fee 15 persen dari hibah mushola kami',
    'saya dipersulit oknum karena ga ngasih amplop, giliran ngasih langsung jadi',
    'Suami saya ikut seleksi tenaga kontrak kebersihan. Ada orang yang mengaku dekat dengan kepala bidang meminta 8 juta, katanya untuk "terima kasih". Kami pinjam ke saudara dan sudah dibayar lima juta dengan bukti transfer. Sampai sekarang tidak dipanggil dan orangnya tidak mengembalikan. Waktu kami datangi kantornya ternyata memang pegawai di situ. Kami takut tetapi ingin uang itu kembali dan orangnya diperiksa.',
    'Dengan ini saya melaporkan dugaan permainan dalam pembagian kios relokasi. Pedagang lama yang namanya ada di daftar diminta menyetor 10 juta kepada seseorang yang mengaku utusan kepala kantor, yang tidak setor dapat kios paling belakang dekat toilet. Ada rekaman suara dan daftar nama yang membayar. Uangnya diserahkan tunai di rumah makan tanpa tanda terima. Kami tidak berani melapor ke atasan langsungnya karena satu lingkaran. Mohon inspektorat memeriksa dan menjaga keselamatan kami.',
    'tadi pas ngurus surat waris petugasnya bilang "biasanya pada ngasih seikhlasnya", saya tanya berapa, dia nulis angka 500 di kertas. saya kasih 100 mukanya langsung asem, berkas saya ditumpuk paling bawah. begini terus kah pelayanan kita',
    'Diduga pengadaan seragam linmas di wilayah kami tidak sesuai, kuitansi 40 stel yang dibagi 18 stel. Pengurus yang bertanya dicoret dari daftar honor. Mohon diperiksa diam diam dulu.',
  ],
};
