import type { CommonNames } from '../../gazetteer.ts';

/** Names of this city and its neighbours that are ordinary words, people's names, or names found everywhere. */
export const commonNames: CommonNames = {
  benda: [
    'tajam',
    'asing',
    'aneh',
    'mencurigakan',
    'itu',
    'ini',
    'keras',
    'berat',
    'jatuh',
    'tumpul',
    'cagar',
  ],
  periuk: ['nasi', 'belanga'],
  pinang: ['muda', 'tua', 'tumbang', 'roboh'],
  larangan: [
    'parkir',
    'berhenti',
    'masuk',
    'merokok',
    'buang',
    'membuang',
    'berjualan',
    'melintas',
    'stop',
    'putar',
    'belok',
    'dari',
    'untuk',
    'itu',
    'ini',
  ],
  petir: ['menyambar', 'nyambar', 'besar', 'keras', 'dan', 'semalam', 'tadi'],
  ketapang: ['tumbang', 'roboh', 'rindang', 'besar', 'miring'],
  ...plain(
    'kenanga gondrong pajang gaga sukasari tajur babakan gebang tanjung satria beringin inpres irigasi merdeka veteran',
  ),
  ...plain(
    'pesantren karyawan anggaran garuda perancis prancis proklamasi prambanan borobudur juanda meteorologi teratai sawo',
  ),
  ...plain(
    'cenderawasih merbabu candulan cadas siliwangi galeong manggala kehakiman pengayoman darussalam darusalam bayur polor',
  ),
  ...plain(
    'setu curug kapuk parigi dadap kebayoran thamrin tamrin sudirman kosambi legok telesonik japos malabar pajajaran',
  ),
  ...plain(
    'padjajaran gempol siban maos onar satu dua tiga bugel yamin asnawi perumnas tumpeng uwung pembangunan berhias joglo',
  ),
};

function plain(words: string): CommonNames {
  return Object.fromEntries(words.split(' ').map((word) => [word, []]));
}
