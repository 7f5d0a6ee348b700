import type { BurstRule, LikenessRule } from '../city-pack.ts';
import { emergencies } from './categories/emergencies.ts';

/** Three neighbours are no accident, six are half a street. */
export const burst: BurstRule = {
  reporters: [3, 6],
  emergencies: emergencies.filter(({ code }) => code !== 'call-112').map(({ code }) => code),
};

/** What a bare call may be about: all that people call for. */
const CALLED_FOR = [
  'fire',
  'rescue',
  'medical',
  'accident',
  'gas-leak',
  'electric-shock',
  'building-collapse',
];

export const likeness: LikenessRule = {
  kin: {
    'high-water': ['flood'],
    flood: ['drain', 'rescue'],
    fire: ['electric-shock', 'gas-leak', 'burning-waste', 'power-line', 'building-collapse'],
    'electric-shock': ['power-line'],
    'storm-damage': ['fallen-tree', 'building-collapse', 'power-line'],
    'fallen-tree': ['power-line'],
    accident: ['medical'],
    'power-line': ['power-outage'],
    waste: ['illegal-dump'],
    pothole: ['alley'],
    'call-112': [...CALLED_FOR, 'flood', 'storm-damage', 'fallen-tree', 'animal-rescue', 'crime'],
  },
  commonWords: words(
    'yang yg dan dgn dengan di ke dari untuk utk ini itu ada adalah sudah udah sdh belum blm tidak tdk gak ga nggak tak',
    'saya aku kami kita anda bapak ibu pak bu mas mbak min admin tolong mohon bantu bantuan segera cepat terima kasih makasih',
    'selamat pagi siang sore malam assalamualaikum halo lapor laporan melaporkan info informasi kejadian lokasi daerah tempat',
    'depan belakang samping dekat deket sekitar sebelah arah pas nya juga lagi masih akan bisa jadi karena krn kalau kalo agar',
    'jalan jln gang kota tangerang kecamatan kelurahan warga orang banyak sekali banget bgt tadi sekarang skrg hari jam menit',
    'atas bawah dalam luar para oleh pada saat telah seperti hanya lebih sangat sampai warga kita ya dong nih kok sih',
  ),
};

function words(...lines: string[]): string[] {
  return [...new Set(lines.flatMap((line) => line.split(' ')))];
}
