import { createAreaIndex } from '../../../shared/city/areas.ts';
import type { CityPack } from '../../../shared/city/city-pack.ts';
import type { GazetteerPlace } from '../../../shared/city/gazetteer.ts';
import { distanceM } from '../../../shared/city/geometry.ts';
import { oncePerPack, packNow } from '../../../shared/city/live-pack.ts';
import { placesOf } from '../../../shared/city/places-of.ts';
import type { LatLng } from '../../../shared/report/report.ts';
import type { FoundPlace, PlaceAnswer } from '../../../shared/wire/places.ts';
import { createNameFinder, type Mention } from './find-names.ts';
import { formsOf } from './forms.ts';
import { createNameIndex, wordsOf } from './name-index.ts';
import { createNarrowing, type Spot, whole } from './narrow.ts';
import { readWords, type Word } from './spelling.ts';
import { endOfNumber, kilometreIn, withinNeighbourhood } from './unit-numbers.ts';

/** What places a text names; null when it names none. */
export type PlaceFinder = (text: string) => PlaceAnswer | null;

const MOST_PLACES = 5;
/** A stretch of a street no longer than this lies in the kelurahan of its middle. */
const PART_M = 700;
/** In front of a place is not in it. */
const BESIDE_M = 50;
const NEAR_M = 150;
const WIDE_RELATIONS = new Set(['dekat', 'sekitar']);

type Told = Spot & { mention: Mention; fits: boolean; label?: string };

/**
 * Prepares a pack's places for being found in texts. Pure and bounded: a text is read once, whatever the number of
 * places. The same finder for the same pack; it follows the places of one that changes while the server runs.
 */
export const createPlaceFinder = oncePerPack(followPlaces);

/** Names take a tenth of a second to prepare: done anew only for other places, whatever else of the pack changes. */
function followPlaces(pack: CityPack): PlaceFinder {
  let prepared = { of: packNow(pack).gazetteer, find: prepare(packNow(pack)) };
  return (text) => {
    const version = packNow(pack);
    if (version.gazetteer !== prepared.of) prepared = { of: version.gazetteer, find: prepare(version) };
    return prepared.find(text);
  };
}

function prepare(pack: CityPack): PlaceFinder {
  const places = placesOf(pack);
  const findNames = createNameFinder(
    createNameIndex(formsOf(pack, places)),
    pack.commonNames ?? {},
    new Set(['kota', ...wordsOf(pack.name)]),
  );
  const narrowing = createNarrowing(pack);
  const areas = createAreaIndex(pack);
  const kelurahanByCode = new Map(pack.kelurahan.map((kelurahan) => [kelurahan.code, kelurahan]));
  const kecamatanNames = new Map(pack.kecamatan.map(({ code, name }) => [code, name]));

  /** The names of the areas it lies in; of something long only where a part of it is meant. */
  function areaOf(place: GazetteerPlace, spot: LatLng & { radiusM: number }): [string | null, string | null] {
    if (place.kecamatanCode) return [null, kecamatanNames.get(place.kecamatanCode) ?? null];
    const known = kelurahanByCode.get(place.kelurahanCode ?? '');
    if (known) return [known.name, kecamatanNames.get(known.kecamatanCode) ?? null];
    const area = spot.radiusM <= PART_M ? areas.locate(spot) : null;
    return [area?.kelurahan.name ?? null, area?.kecamatan.name ?? null];
  }

  /** Everything told by its own name, as a whole or by the part of it that lies in the areas named. */
  function tell(mentions: readonly Mention[], words: readonly Word[]): Told[] {
    const areas = areasIn(mentions);
    const km = kilometreIn(words);
    return mentions.flatMap((mention) => {
      const parts = mention.places.flatMap((place) => {
        const post = km === null ? null : narrowing.atPost(place, km);
        if (post) return [{ ...post, mention, fits: true, label: `${place.name} km ${km}` }];
        const inArea = isArea(place)
          ? []
          : areas.flatMap((area) => narrowing.within(place, area) ?? []).slice(0, 1);
        return inArea.map((spot) => ({ ...spot, mention, fits: true }));
      });
      if (parts.length > 0) return parts;
      const all = mention.places.map((place) => ({
        ...whole(place),
        mention,
        fits: areas.length === 0 || isArea(place),
      }));
      return all.length > 1 ? all.map((told) => ({ ...told, radiusM: spread(told, all) })) : all;
    });
  }

  function cornersOf(told: readonly Told[]): Told[] {
    const streets = told.filter(({ place, mention }) => place.kind === 'street' && !mention.direction);
    const [one, other] = streets.filter(
      ({ mention }, at) => streets.findIndex((earlier) => earlier.mention === mention) === at,
    );
    if (!one || !other || !(one.mention.corner || other.mention.corner)) return [];
    if (!narrowing.meets(one, other)) return [];
    const mention = { ...one.mention, to: other.mention.to };
    return [
      {
        ...one,
        ...narrowing.corner(one, other),
        mention,
        fits: true,
        label: `${one.place.name} – ${other.place.name}`,
      },
    ];
  }

  function toFound({ place, mention, label, ...spot }: Told, words: readonly Word[]): FoundPlace {
    const { relation } = mention;
    const widerM = relation ? (WIDE_RELATIONS.has(relation.word) ? NEAR_M : BESIDE_M) : 0;
    const from = relation?.at ?? mention.from;
    const to = endOfNumber(words, mention.to);
    const typed = words.slice(from, to).flatMap((word) => word.typed || []);
    const [kelurahan, kecamatan] = areaOf(place, spot);
    return {
      name: label ?? place.name,
      kind: place.kind,
      relation: relation?.word ?? null,
      lat: round6(spot.lat),
      lng: round6(spot.lng),
      radiusM: Math.round(spot.radiusM + widerM),
      precision: place.precision,
      kelurahan,
      kecamatan,
      words: [...typed, ...withinNeighbourhood(words)].join(' '),
    };
  }

  return (text) => {
    const words = readWords(text);
    const mentions = findNames(words);
    const inside = mentions.filter((mention) => mention.places.length > 0);
    const told = tell(inside, words);
    const ranked = [...cornersOf(told), ...told].toSorted(byWorth);
    const outside = mentions.find((mention) => mention.outside !== null && !mention.direction);
    if (ranked.length === 0) {
      const name = outside?.outside?.name;
      return name === undefined ? null : { places: [], outside: { name } };
    }
    return { places: ranked.slice(0, MOST_PLACES).map((one) => toFound(one, words)), outside: null };
  };
}

function isArea({ kind }: GazetteerPlace): boolean {
  return kind === 'kelurahan' || kind === 'kecamatan';
}

/** The areas named, the narrowest first; one that something leads to counts only where there is no other. */
function areasIn(mentions: readonly Mention[]): GazetteerPlace[] {
  const named = mentions.flatMap((mention) =>
    mention.places.filter(isArea).map((area) => ({ area, mention })),
  );
  const here = named.filter(({ mention }) => !mention.direction);
  return here.map(({ area }) => area).toSorted((a, b) => a.radiusM - b.radiusM);
}

/** Of several places of one name nobody knows which is meant: far enough to hold all of them. */
function spread(told: Told, all: readonly Told[]): number {
  return Math.max(...all.map((other) => Math.round(distanceM(told, other) + other.radiusM)));
}

/** What lies where the text says first, then the place and not the way there, the spot and not its area, the narrowest. */
function byWorth(a: Told, b: Told): number {
  return (
    Number(b.fits) - Number(a.fits) ||
    Number(a.mention.direction) - Number(b.mention.direction) ||
    Number(isArea(a.place)) - Number(isArea(b.place)) ||
    Number(a.mention.typos > 0) - Number(b.mention.typos > 0) ||
    a.radiusM - b.radiusM ||
    a.mention.from - b.mention.from
  );
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
