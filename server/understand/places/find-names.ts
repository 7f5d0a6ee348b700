import type { CommonNames, GazetteerPlace, Neighbour } from '../../../shared/city/gazetteer.ts';
import type { Named } from './forms.ts';
import type { NameHit, NameIndex } from './name-index.ts';
import type { Word } from './spelling.ts';

/** A name in a text, with what the words before it say about it. */
export type Mention = {
  from: number;
  to: number;
  /** Of one name, all that it may be; more than one where the city has it twice. */
  places: GazetteerPlace[];
  outside: Neighbour | null;
  typos: number;
  /** `depan`, `seberang` …, and where that word stands. */
  relation: { word: string; at: number } | null;
  /** Named as a corner: `perempatan X`, `X dan Y`. */
  corner: boolean;
  /** Named as where something comes from or leads to: `arah X`. */
  direction: boolean;
};

const RELATIONS = new Set(['depan', 'samping', 'seberang', 'belakang', 'dekat', 'dalam', 'bawah', 'sekitar']);
const CORNERS = new Set(['perempatan', 'pertigaan', 'simpang', 'bundaran', 'lampu-merah', 'flyover']);
const DIRECTIONS = new Set(['arah', 'menuju', 'jurusan', 'tujuan', 'ke', 'dari']);
/** Words after which a place is named, so that an ordinary word there is one. */
const PLACING = new Set([
  ...[
    'di',
    'daerah',
    'wilayah',
    'area',
    'kawasan',
    'kampung',
    'desa',
    'warga',
    'lokasi',
    'kota',
    'alamat',
    'simpang',
  ],
  ...[
    'ke',
    'dari',
    'arah',
    'menuju',
    'sekitar',
    'dekat',
    'perempatan',
    'pertigaan',
    'bundaran',
    'lampu-merah',
  ],
]);
/** Between a relation and the name it is about. */
const BETWEEN = new Set(['di', 'dari', 'pintu', 'gerbang', 'pagar', 'nya', 'halte', 'gedung']);

const SECOND = new Set<GazetteerPlace['kind']>(['street', 'kelurahan', 'kecamatan']);

/** Longer texts name nothing new. */
const MAX_MENTIONS = 60;

/** The names in a text, from its beginning, none within another. */
export function createNameFinder(
  index: NameIndex<Named>,
  commonNames: CommonNames,
  cityWords: ReadonlySet<string>,
) {
  const after = new Map(Object.entries(commonNames).map(([name, words]) => [name, new Set(words)]));

  return (words: readonly Word[]): Mention[] => {
    const mentions: Mention[] = [];
    let at = 0;
    while (at < words.length && mentions.length < MAX_MENTIONS) {
      const before = mentions.at(-1);
      const hit = hitAt(words, at, before);
      if (!hit) {
        at += 1;
        continue;
      }
      mentions.push(toMention(hit, words, before));
      at = hit.to;
    }
    return mentions;
  };

  function hitAt(words: readonly Word[], at: number, before: Mention | undefined): NameHit<Named> | null {
    const hit = index.longestAt(words, at);
    if (hit && (!hit.common || isMeant(hit, words, before))) return hit;
    // `perempatan Merdeka`, `Merdeka dan Beringin`: streets, though nobody says so.
    return isCorner(words, at, before) ? index.longestAt(words, at, 'jalan') : null;
  }

  /** Whether the words around an ordinary word say that it is a name. */
  function isMeant(
    { from, to }: NameHit<Named>,
    words: readonly Word[],
    before: Mention | undefined,
  ): boolean {
    const next = words[to]?.word ?? '';
    const own = words.slice(from, to).map(({ word }) => word);
    if (after.get(own.join(' '))?.has(next)) return false;
    const previous = words[from - 1]?.word ?? '';
    return PLACING.has(previous) || before?.to === from || cityWords.has(next);
  }

  function isCorner(words: readonly Word[], at: number, before: Mention | undefined): boolean {
    const previous = words[at - 1]?.word ?? '';
    return CORNERS.has(previous) || (previous === 'dan' && before?.to === at - 1 && before.corner);
  }

  function toMention(
    { from, to, values, typos }: NameHit<Named>,
    words: readonly Word[],
    before: Mention | undefined,
  ): Mention {
    const places = meantBy(values, words[from]?.word ?? '');
    const outside = values.flatMap((value) => ('outside' in value ? [value.outside] : []))[0];
    return {
      from,
      to,
      places,
      outside: places.length > 0 ? null : (outside ?? null),
      typos,
      relation: relationBefore(words, from),
      corner: isCorner(words, from, before),
      direction: DIRECTIONS.has(words[from - 1]?.word ?? ''),
    };
  }
}

/** Of one name the estate or the market rather than the road or the area that is called after it, unless that is said. */
function meantBy(values: readonly Named[], first: string): GazetteerPlace[] {
  const places = values.flatMap((value) => ('place' in value ? [value.place] : []));
  if (first === 'jalan' || places.length < 2) return places;
  const spots = places.filter(({ kind }) => !SECOND.has(kind));
  return spots.length > 0 ? spots : places;
}

function relationBefore(words: readonly Word[], from: number): Mention['relation'] {
  for (let at = from - 1; at >= Math.max(0, from - 3); at -= 1) {
    const word = words[at]?.word ?? '';
    if (RELATIONS.has(word)) return { word, at };
    if (!BETWEEN.has(word)) return null;
  }
  return null;
}
