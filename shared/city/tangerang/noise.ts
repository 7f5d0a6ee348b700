import type { NoiseRules, NoiseSign } from '../noise.ts';
import { followUpTexts } from './training/follow-ups.ts';
import { prankTexts, rudeButRealTexts } from './training/pranks.ts';

const signs: NoiseSign[] = [
  sign(
    'insult',
    ['makian', 'insults'],
    'anjing, anj, anjir, anjrit, asu, bangsat, goblok, gblk, tolol, bego, bacot, kontol, memek, ngentot, jancok, cok, brengsek, kampret, monyet … lu/semua, mampus, tai, taik, babi, setan, pepek, mati lu',
  ),
  sign(
    'test',
    ['coba-coba', 'a test'],
    'tes, test, testing, coba coba, cuma ngetes, cuma tes, mic, satu dua tiga, salah sambung, salah kirim, kepencet',
  ),
  sign(
    'chain',
    ['pesan berantai', 'chain message'],
    'sebarkan, teruskan … grup/orang/kontak, forward, viralkan, share … grup, kirim … ke … orang/grup/teman',
  ),
  sign(
    'advert',
    ['iklan atau penipuan', 'advert or scam'],
    'slot, gacor, maxwin, pinjaman … cair/online/bunga, dana cair, promo, diskon, jual/dijual/jasa … murah/harga/garansi/minat/cod/hubungi, hadiah … juta, selamat … hadiah/menang/pemenang, klik link, link bio, depo, casino, judi online, open bo, gaji … perhari/per hari, mlm, pasif, umroh … promo, minat … chat/hubungi',
  ),
  sign(
    'tease',
    ['menggoda petugas', 'teasing the operator'],
    'wkwk*, haha*, hehe*, kenalan, jomblo, pacar, ganteng, cantik, prank, gabut, tebak tebakan, mabar, follow, minta pulsa, pesan/pesen/order … nasi/ojek/bakso/kopi/makan, nyanyi, stiker, doain, hati saya, alien, ultraman, pocong, naga, power ranger, spongebob',
  ),
];

export const noise: NoiseRules = {
  signs,
  texts: prankTexts,
  followUps: followUpTexts,
  rudeButReal: rudeButRealTexts,
};

function sign(code: string, [id, en]: [string, string], says: string): NoiseSign {
  return { code, name: { id, en }, says };
}
