/** What people type for a word, by the word or words it stands for; names and reports are both read through it. */
const SPELLINGS: Record<string, string> = {
  jalan: 'jl jln jlan jaln jalam jlm jaan',
  gang: 'gg gng',
  kelurahan: 'kel klurahan kelurahn klrhn kelurahaan',
  kecamatan: 'kec kecamtan kcmatan kecamtn',
  kabupaten: 'kab kabupatn',
  kampung: 'kp kmp kampong kmpung',
  perumahan: 'perum prum prumahan perumhan prmahan komplek kompleks komplex kompl kmplek cluster klaster',
  stasiun: 'st sta stsiun stasion stasin',
  pasar: 'ps psr',
  rs: 'rsia rsup rumkit rsk',
  rsud: 'rsu',
  masjid: 'mesjid msjid msjd',
  jembatan: 'jmbtn jbtn jembtn jmbatan',
  kali: 'sungai sngai sungei kli',
  situ: 'danau setu',
  mal: 'mall',
  bandara: 'airport bndara',
  puskesmas: 'pkm puskes puskemas',
  universitas: 'univ unversitas',
  kelenteng: 'klenteng',
  vihara: 'wihara',
  taman: 'tmn',
  pondok: 'pd pndok',
  kebon: 'kebun kb kbn',
  jenderal: 'jend jendral jendr jendrl',
  muhammad: 'moh muh mohammad mochamad mohamad moch mohd',
  h: 'haji hj',
  perempatan: 'prapatan perapatan prempatan perempatn prapatn perapattan',
  pertigaan: 'pertigan prtigaan pertigaaan',
  simpang: 'simp sp persimpangan smpang',
  bundaran: 'bunderan',
  depan: 'dpn depn depannya dpnnya',
  samping: 'smping smpg sampingnya sebelah',
  seberang: 'sebrang sbrang sbrg sebrng seberangnya',
  belakang: 'blkg blkng blakang belkang blkang belakangnya',
  dekat: 'dkt deket dket dekt deketnya',
  dan: 'dgn dengan sama &',
  tangerang: 'tgr tng tgrg tanggerang tangrang tangerng',
  km: 'kilometer kilo',
  utara: 'utr',
  selatan: 'sel slatan',
  barat: 'brt bar',
  timur: 'tim tmr',
  soetta: 'soeta suta sutta',
  '1': 'i satu',
  '2': 'ii dua',
  '3': 'iii tiga',
  '4': 'iv empat',
};

/** Words written as one. */
const SPLIT: Record<string, readonly string[]> = {
  smpn: ['smp', 'negeri'],
  sman: ['sma', 'negeri'],
  sdn: ['sd', 'negeri'],
  smkn: ['smk', 'negeri'],
};

/** One word written as two. */
const JOINED: Record<string, string> = {
  'rumah sakit': 'rs',
  'fly over': 'flyover',
  'jembatan layang': 'flyover',
  'm h': 'mh',
  'k h': 'kh',
  'kyai h': 'kh',
  'kiai h': 'kh',
  'alun alun': 'alun-alun',
  'lampu merah': 'lampu-merah',
  'soekarno hatta': 'soetta',
  'sukarno hatta': 'soetta',
};

/** After its kind of school a lone `n` says that it is the state's. */
const SCHOOLS = new Set(['sd', 'smp', 'sma', 'smk']);

const BY_SPELLING = new Map(
  Object.entries(SPELLINGS).flatMap(([word, spellings]) =>
    spellings.split(' ').map((spelling) => [spelling, word] as const),
  ),
);

/** A word of a text in its usual spelling, and as it was typed (in lower case). */
export type Word = { word: string; typed: string };

/** Longer texts are understood by their beginning. */
const MAX_LENGTH = 10_000;
const DIGITS_IN_WORDS: readonly [RegExp, string][] = [
  [/\bper\s?4\s?an\b/g, 'perempatan'],
  [/\bper\s?3\s?an\b/g, 'pertigaan'],
  // Not a letter drawn out.
  [/\biii\b/g, '3'],
];

/**
 * The words of a text, in the spelling that names are kept in. Marks and what cannot be seen are left out, letters drawn
 * out are said once, letters and figures that stick together are two words (`rt02`). Never throws.
 */
export function readWords(text: string): Word[] {
  let plain = text.slice(0, MAX_LENGTH).normalize('NFKD').toLowerCase().slice(0, MAX_LENGTH);
  plain = plain.replace(/[\p{M}\p{Cf}'’`]+/gu, '');
  for (const [pattern, word] of DIGITS_IN_WORDS) plain = plain.replace(pattern, word);
  plain = plain.replace(/(\p{L})\1{2,}/gu, '$1');
  const words: Word[] = [];
  for (const [typed] of plain.matchAll(/\p{L}+|\p{N}+|&/gu)) add(words, typed);
  return words;
}

function add(words: Word[], typed: string): void {
  const split = SPLIT[typed];
  if (split) {
    words.push({ word: split[0] ?? typed, typed }, { word: split[1] ?? '', typed: '' });
    return;
  }
  const last = words.at(-1);
  const word = usual(typed);
  const joined = last && JOINED[`${last.word} ${word}`];
  if (joined) words[words.length - 1] = { word: joined, typed: `${last.typed} ${typed}` };
  else if (word === 'n' && last && SCHOOLS.has(last.word)) words.push({ word: 'negeri', typed });
  // `Jalan Raya X` and `Jalan X` are one street.
  else if (word === 'raya' && last?.word === 'jalan') last.typed += ` ${typed}`;
  else words.push({ word, typed });
}

function usual(typed: string): string {
  const known = BY_SPELLING.get(typed);
  if (known !== undefined) return known;
  return /^0+\d/.test(typed) ? typed.replace(/^0+/, '') : typed;
}
