import { exampleTexts } from '../../shared/city/tangerang/example-texts.ts';
import { tangerang } from '../../shared/city/tangerang/pack.ts';

/**
 * One report as a citizen writes it and what should be understood: `category` null when it carries nothing
 * and is set aside, the fallback for pranks and idle talk (a person decides about those).
 */
export type ExampleReport = { text: string; category: string | null; department: string | null };

/** The pack's own examples with real places in them; the words of the pack were chosen with these in sight. */
export const knownReports: ExampleReport[] = exampleTexts.map(({ text, category }, position) => {
  const place = tangerang.landmarks[(position * 7) % tangerang.landmarks.length];
  return report(text.replace('{place}', place?.name ?? ''), category);
});

/** Written apart from the pack's words and never used to choose them: how well unseen reports are understood. */
export const unseenReports: ExampleReport[] = [
  report('tolong pak rumah tetangga saya kebakaran api udah nyamber ke atap, cimone belakang masjid', 'fire'),
  report('ada lapak rongsok terbakar deket situ cipondoh asepnya item banget', 'fire'),
  report('Mohon kirim pemadam ke jl teuku umar ada kobaran api di ruko lantai 2', 'fire'),
  report('bocah kecebur sumur di neglasari blm keangkat', 'rescue'),
  report('tangan karyawan kejepit mesin di pabrik jatake ga bisa dilepas', 'rescue'),
  report('ayah saya stroke mendadak mau dibawa ke rs tapi ga ada mobil, kunciran', 'medical'),
  report('ada bapak2 pingsan di halte depan tangcity', 'medical'),
  report('temen saya keracunan makanan muntah muntah lemes di kosan babakan', 'medical'),
  report('laka di daan mogot depan pom bensin motor vs trailer pengendara kegencet', 'accident'),
  report('mobil nabrak pembatas jalan di sudirman supirnya masih di dalam', 'accident'),
  report('kok bau gas ya dari rumah kosong sebelah, takut ada apa apa. poris indah', 'gas-leak'),
  report('tukang bangunan kesetrum di lantai 3 ga bergerak', 'electric-shock'),
  report('plafon sekolah ambruk pas anak anak belajar', 'building-collapse'),
  report(
    'atap rumah saya kebawa angin puting beliung sore ini di sepatan perbatasan neglasari',
    'storm-damage',
  ),
  report('di total persada air udah sedada min, ada bayi', 'flood'),
  report('pondok arum kebanjiran lg pak dari jam 3 pagi belum surut', 'flood'),
  report('jalan hasyim ashari depan ruko tergenang 40cm ga bisa lewat', 'flood'),
  report('pohon beringin tumbang nutupin setengah jalan perintis', 'fallen-tree'),
  report('ada phon roboh kena garasi saya di gebang raya', 'fallen-tree'),
  report('min ada ular kobra di kamar mandi serem banget tolong', 'animal-rescue'),
  report('anjing galak lepas gigit orang di perumnas 2', 'animal-rescue'),
  report('tawon bikin sarang di plafon mushola gede banget', 'wasp-nest'),
  report('saya dipukul suami terus tolong saya takut pulang', 'violence'),
  report('anak tetangga umur 7 thn dilecehkan om nya', 'violence'),
  report('ada yang bawa celurit nongkrong di flyover cibodas mau tawuran', 'crime'),
  report('rumah kemalingan tadi subuh 2 motor ilang di karang tengah', 'crime'),
  report('kabel pln putus di jalan masih nyala percikan', 'power-line'),
  report('jalanan depan SDN cipadu 1 ancur parah bolong semua', 'pothole'),
  report('Mohon ditambal lubang di Jl Maulana Hasanudin, kemarin istri saya jatuh dari motor', 'pothole'),
  report('jln gatot subroto arah jatiuwung bergelombang bahaya', 'pothole'),
  report('kapan jalan cadas dicor pak? sudah hancur', 'pothole'),
  report('keramik trotoar jl kisamaun pada copot', 'sidewalk'),
  report('saluran di rt 04 mampet kalo ujan airnya masuk ke teras', 'drain'),
  report('besi penutup gorong2 dicuri orang di depan sma 2', 'drain'),
  report('kali depan rumah dangkal penuh lumpur minta dikeruk', 'drain'),
  report('turap sungai belakang komplek ambrol 5 meter', 'embankment'),
  report('pju gang masjid ga nyala 2 minggu', 'street-light'),
  report('penerangan di jalan juanda minim banget gelap ngeri lewat malem', 'street-light'),
  report('tiang lampu jalan miring di poris plawad lampunya juga mati', 'street-light'),
  report('lampu merah pertigaan cikokol padam dari pagi', 'traffic-light'),
  report('tolong kasih rambu di tikungan situ sering ada yang lawan arah', 'road-sign'),
  report('truk tanah lewat siang siang di jl raya belendung debu sama macet', 'road-sign'),
  report('di depan alfamart cimone ada yg markir maksa minta duit', 'parking'),
  report('mobil2 parkir di depan gang saya ga bisa keluar', 'parking'),
  report('tayo koridor 3 ac nya mati panas banget', 'city-bus'),
  report('udah 10 hari sampah komplek kami ga diambil dinas', 'waste'),
  report('tong sampah pinggir jalan meluap lalat dimana mana', 'waste'),
  report('orang orang pada lempar plastik sampah ke kali tiap pagi deket jembatan kedaung', 'illegal-dump'),
  report('pabrik di jatake buang cairan item ke sungai bau nya nyengat', 'pollution'),
  report('Mohon bantuan perantingan pohon mahoni depan rumah, dahannya udah kena kabel', 'tree-pruning'),
  report('pohon gede di pinggir lapangan udah miring khawatir roboh kalo angin', 'tree-pruning'),
  report('perosotan taman bermain patah', 'park'),
  report('lapak2 di pinggir jalan otista makan jalan bikin macet tolong satpol', 'street-vendor'),
  report('dangdutan sampe jam 3 pagi ga ijin tetangga', 'noise'),
  report('warga belakang rumah bakar plastik tiap malam anak saya batuk', 'burning-waste'),
  report('ada yang jual miras terang2an samping kontrakan', 'public-order'),
  report('developer kabur fasos fasum komplek ga diurus', 'housing-facility'),
  report('rumah orang tua saya hampir roboh apa bisa dibantu bedah rumah', 'public-flat'),
  report('lahan makam keluarga di tpu selapajang diserobot', 'cemetery'),
  report('PAM di larangan mati total dari subuh ga ada pemberitahuan', 'water-outage'),
  report('ledeng keluar nya cuma netes', 'water-outage'),
  report('air dari pdam bau besi dan kuning ga bisa dipake', 'water-quality'),
  report('ada pipa pecah di depan indomaret air nya kebuang terus', 'water-leak'),
  report('kenapa rekening pdam saya bulan ini 800rb biasanya 120', 'water-bill'),
  report('di rt saya 3 anak masuk rs dbd mohon disemprot', 'dengue'),
  report('obat di puskesmas habis terus disuruh beli di luar', 'health-centre'),
  report('daftar online rsud kota tangerang error mulu', 'hospital'),
  report('bpjs saya kok nggak aktif ya', 'health-insurance'),
  report('orang gila telanjang di pasar anyar lempar batu', 'neglected-person'),
  report('nenek sebatang kara tidur di trotoar depan bank', 'neglected-person'),
  report('tetangga mampu dapet pkh saya yang miskin ga dapet', 'social-aid'),
  report('e-ktp saya rusak mau cetak ulang dimana', 'identity-card'),
  report('cara pecah kk setelah nikah gimana', 'identity-card'),
  report('nama anak salah di akta lahir cara benerinnya', 'civil-record'),
  report('anak saya disuruh bayar uang perpisahan 700rb sama wali kelas sdn', 'school'),
  report('pengumuman spmb jam berapa ya', 'school-admission'),
  report('izin usaha saya belum keluar keluar dari dpmptsp', 'permit'),
  report('lembur ga dibayar sama perusahaan gaji dibawah umk', 'work'),
  report('koperasi simpan pinjam deket rumah saya nipu', 'small-business'),
  report('pasar anyar bau dan becek kiosnya gelap', 'market'),
  report('saya mau minta keringanan pbb pensiunan', 'tax'),
  report('aplikasi laksa saya upload foto gagal terus', 'city-app'),
  report('jogging track di stadion benteng lampunya mati', 'sport'),
  report('kapan ada lowongan cpns pemkot', 'civil-servant'),
  report('ada oknum minta duit waktu urus pbg', 'misconduct'),
  report('peternakan kandang ayam di sebelah perumahan baunya ampun', 'food-livestock'),
  report('pak rt ga mau tanda tangan surat pengantar saya', 'neighbourhood'),
  report('byar pet terus listrik di sudimara', 'power-outage'),
];

/** Pranks and idle talk with no category's words in them. */
export const idleReports: ExampleReport[] = [
  'hahaha kena deh',
  'pesen pizza dong satu yang jumbo',
  'kak cantik ga boleh kenalan',
  'woy bangun',
  'test doang kok gitu aja marah',
  'aku gabut',
  'lagi ngapain min',
  'semangat terus kerjanya',
].map((text) => report(text, tangerang.fallbackCategory));

/** Messages that carry nothing. */
export const emptyReports: ExampleReport[] = [
  '',
  '   ',
  'P',
  'Halo',
  'tes',
  'Makasih min',
  'Assalamualaikum',
  '...',
].map((text) => ({ text, category: null, department: null }));

export const exampleReports: ExampleReport[] = [
  ...knownReports,
  ...unseenReports,
  ...idleReports,
  ...emptyReports,
];

function report(text: string, category: string): ExampleReport {
  const found = tangerang.categories.find(({ code }) => code === category);
  if (found === undefined) throw new Error(`no category ${category}`);
  return { text, category, department: found.departmentCode };
}
