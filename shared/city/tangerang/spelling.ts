/**
 * How people here spell words in short messages, and Betawi and Sundanese words for them: the word, then what is
 * typed for it. A word that means two things stays as it is typed.
 */
const SPELLINGS = `
yang: yg yng yang2 nu; dengan: dgn dg dngn dgan sareng; tidak: tdk tak gak ga gk ngga nggak enggak ndak engga kagak kaga gag g teu henteu tida ngak nda;
jalan: jln jl jalanan; sudah: sdh udh udah dah sudh sdah uda entos geus atos; belum: blm blum belom belon blom lum can;
saya: sya sy aye abdi ane saia gw gua gue gwe aku ak urang; kami: kmi kmy; kita: kt kite; mereka: mrk mreka; dia: die;
kamu: ente elu lu lo loe elo kmu maneh; untuk: utk utuk buat bwt bt kanggo tuk untk; karena: krn krna karna kerna lantaran gara;
kenapa: knp knapa kenape napa ngapa naha; bagaimana: gmn gimana gmna bgmn bgmana kumaha pegimane; juga: jg jga jugak oge;
saja: aja aj sj doang ajah; banget: bgt bngt bgtt bingit pisan; tolong: tlg tlong tulung tulong toloong tolng punten; mohon: mhn mohn;
terima kasih: makasih mksh makasi tq trims trimakasih terimakasih thx thanks tks trmksh makasiih nuhun hatur suwun; bapak: bpk bpak pak pa bapa; ibu: bu ib buk;
depan: dpn dpan hareup; belakang: blkg blkang; dekat: dkt deket deukeut; samping: smping gigir; seberang: sebrang sbrang peuntas;
rumah: rmh rumh rmah imah; orang: org orng jelema jalma; anak: ank nak budak; ada: ad adaa aya; sampai: sampe smpai nyampe ampe; sekarang: skrg skrang skarang sekarng ayeuna;
besar: bsr gede ageung; kecil: kcl leutik; banyak: byk bnyk loba; jam: jm; hari: hr poe; bulan: bln; tahun: thn th taun; minggu: mggu mgg;
lampu: lmpu lamp; mati: mtii pareum; air: aer cai; banjir: bnjr banjr banjiir caah kebanjiran kbanjiran; kebakaran: kbakaran kebakarn kebakran kbakarn kebakar; api: apii seuneu; rusak: rusk rsk ruksak;
bisa: bs bsa biso tiasa; mau: mo mw pengen pingin hayang; kalau: klo kalo klu kl lamun; kepada: kpd kpda; dari: dr dri ti; pada: pd pda; dalam: dlm; atau: ato atw atawa;
jadi: jd jdi; lagi: lg lgi deui; lama: lm lila; baru: br bru anyar; masuk: msk masup; keluar: klr klar kaluar; datang: dtg dateng dtang sumping; pergi: prgi;
kecamatan: kec kcmtn; kelurahan: kel klrhn; nomor: no nmr nomer; alamat: almt alamt; warga: wrga warge; masyarakat: masy masyrkt; petugas: ptgs ptugas; pemerintah: pemkot pmrintah; kota:;
sekolah: skolah sklh sakola; kerja: kerjo gawe; bayar: byr mayar; uang: duit doku; mobil: mbl; motor: mtor; sampah: smpah sampa runtah; pohon: phon pohn tangkal; tumbang: tumbng rungkad;
selokan: slokan solokan; saluran: salurn; got: goot; lubang: lobang bolong; berlubang: berlobang bolong2; bocor: bcr borot; tersumbat: mampet mampat mampeut kesumbat; bau: bauk;
ambulans: ambulan ambulance ambulannya ambulannce; pingsan: pinsan semaput; sakit: skt gering nyeri; meninggal: meningal maot wafat; darah: drh getih; tenggelam: kelelep klelep tengelam kerelep; terjebak: kejebak kjebak; tersengat: kesetrum kestrum ksetrum nyetrum; kecelakaan: kclakaan laka kecelakan; tabrakan: tbrakan nabrak ketabrak;
malam: mlm peuting; pagi: pgi isuk; siang: siag; sore: sre; kemarin: kmrn kemaren kmaren; besok: bsok isukan; tadi: td tdi; terus: trs trus; langsung: lgsg langsng;
mengganggu: ganggu mengangu; perbaikan: perbaikn; segera: sgra sgera; cepat: cpt cepet gancang buruan; lapor: lpor nglaporin laporin; laporan: lprn; bantuan: bntuan bantuanny; bantu: bntu;
hujan: ujan hjan; pasar: psr; masjid: mesjid; musala: mushola musholla mushalla; perumahan: perum prumahan prum komplek kompleks; gang: gg; simpang: spg; perempatan: prapatan per4an prempatan; pertigaan: per3an pertigan;
puskesmas: pkm puskes; bansos: bansoss; ktp: ektp; kartu keluarga: kk; surat: srt; pakai: pake pke makai; tempat: tmpt tmpat; waktu: wkt; kondisi: kndisi; kejadian: kjadian; hilang: ilang; jatuh: jatoh jtuh labuh; tinggi: tingi; panas: pns; ramai: rame; ribut: brisik berisik; kabel: kbel; listrik: lstrik; pipa: pipe
`;

/** Typed word → the word it stands for. */
export const spelling: Record<string, string> = Object.fromEntries(
  SPELLINGS.split(';').flatMap((entry) => {
    const [word = '', typed = ''] = entry.split(':');
    return typed
      .trim()
      .split(/\s+/)
      .map((each) => [each, word.trim()]);
  }),
);
