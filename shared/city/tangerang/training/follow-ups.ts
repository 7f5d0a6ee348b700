/**
 * What people write next, once they have reported: where they stand, thanks, impatience. It says nothing of what happened,
 * and must not sound like an emergency of its own.
 */
export const followUpTexts: string[] = `
iya pak; iya bu; iya min; ya; betul; bener pak; oke siap; siap ditunggu; ditunggu pak; ditunggu ya min; masih menunggu; saya masih menunggu; udah ditunggu dari tadi;
cepat pak; cepetan pak; iya pak cepat; buruan min; tolong cepat ya; tolong segera; segera ya pak; mohon segera ditindaklanjuti; tolong ditindaklanjuti; mohon bantuannya; mohon dibantu; tolong dibantu min;
di depan masjid; depan masjid al ikhlas; di samping indomaret; sebelah alfamart; dekat lampu merah; di belakang sekolah; depan rumah nomor 12; jalan melati nomor 5; rt 02 rw 05; gang mawar; di kelurahan cimone; cipondoh pak; karawaci; alamatnya jalan merdeka no 10; saya di lokasi; saya sudah di lokasi; lokasinya sesuai pin; ini lokasinya; itu fotonya pak; sudah saya kirim fotonya; foto menyusul; patokannya pom bensin; dari arah pasar belok kiri; masuk gang sebelah warung; lantai dua; blok c nomor 7; perumahan puri indah;
sudah sampai mana pak; petugasnya sudah jalan belum; petugas sudah datang; sudah datang pak; sudah beres; sudah selesai pak; alhamdulillah sudah diperbaiki; belum ada yang datang; kok belum datang; belum ada tindakan; gimana pak; gimana kelanjutannya; bagaimana laporan saya; kapan dikerjakan; kapan petugas datang; nomor laporannya berapa; laporan saya yang kemarin bagaimana;
nama saya budi; ini nomor saya; bisa ditelepon; saya tidak bisa telepon; nanti saya kabari; sebentar pak; tunggu sebentar; maaf baru balas; maaf salah ketik; maksud saya yang di pojok; yang sebelah kanan; bukan itu pak; iya yang itu; benar yang di depan sekolah; dari kemarin pak; dari tadi pagi; sejak seminggu yang lalu; sudah lama; setiap malam; tadi jam 7; barusan; baru saja; sekitar jam 10 malam;
terima kasih banyak; makasih pak; makasih min sudah ditanggapi; semoga cepat ditangani; semoga berkah; sama sama; amin; mantap; sip lah; baik pak; baik terima kasih infonya; waalaikumsalam; selamat malam pak; hallo ada orang; halo pak; apakah ada petugas; admin ada; permisi mau lapor; mau lapor pak; saya mau lapor; bisa lapor di sini; lapor kemana ya; ada yang bisa dibantu
`
  .split(';')
  .map((text) => text.trim());
