import type { Random } from './random.ts';
import type { WhatsappContact } from './whatsapp.ts';

/** A made-up citizen, the same person through every channel. */
export type Citizen = { name: string; phone: string; accountId: string; whatsapp: WhatsappContact };

const GIVEN =
  'Budi Siti Agus Dewi Rina Joko Sri Andi Wati Hendra Yanti Rudi Lestari Dedi Nur Eko Fitri Asep Ani Bambang Maya Slamet Ratna Iwan Putri Ahmad Indah Rizky Sari Dian Usman Tuti Yusuf Ika Maman Euis';
const FAMILY =
  'Santoso Wijaya Pratama Saputra Hidayat Kurniawan Lestari Rahayu Setiawan Maulana Susanto Permata Nugroho Fauzi Handayani Suryadi Utami Firmansyah Anggraini Gunawan Marlina Hakim Suhendra Kusuma';
const MOBILE_PREFIXES = ['811', '812', '813', '821', '822', '852', '856', '857', '858', '877', '878', '896'];

/** So many citizens; a tenth of them use a WhatsApp username and show no number. */
export function createCitizens(random: Random, count: number): Citizen[] {
  return Array.from({ length: count }, () => createCitizen(random));
}

function createCitizen(random: Random): Citizen {
  const name = `${random.pick(GIVEN.split(' '))} ${random.pick(FAMILY.split(' '))}`;
  const number = `62${random.pick(MOBILE_PREFIXES)}${random.digits(8)}`;
  const bsuid = `ID.${random.digits(16)}`;
  const hidden = random.chance(0.1);
  return {
    name,
    phone: `+${number}`,
    accountId: `laksa-${random.digits(9)}`,
    whatsapp: hidden
      ? { name, username: name.toLowerCase().replace(' ', '.'), bsuid }
      : { name, waId: number, bsuid },
  };
}
