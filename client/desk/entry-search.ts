import { distanceM } from '../../shared/city/geometry.ts';
import type { EntryPlace } from '../../shared/wire/entry.ts';
import type { FoundPlace } from '../../shared/wire/places.ts';

/** Somewhere an entry can be: a kelurahan, a landmark, a street. */
export type Somewhere = {
  id: string;
  name: string;
  /** What tells two of one name apart. */
  beside: string;
  lat: number;
  lng: number;
  accuracyM: number;
};

export type What = { code: string; name: string; words: Readonly<Record<string, number>> };

/** A category that fits what was typed, and the word of the pack by which it does; null for its own name. */
export type WhatHit = { code: string; by: string | null };

/** A name said is worth more than any hint. */
const NAME_WORTH = 20;
const WHOLE_WORTH = 10;

/**
 * The categories that fit, best first: by their names, and by how people say them. Each word typed must begin a word
 * of the same name or phrase. Everything in the order given when nothing is typed.
 */
export function searchWhat(typed: string, all: readonly What[]): WhatHit[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return all.map(({ code }) => ({ code, by: null }));
  const hits = all.flatMap(({ code, name, words }) => {
    let best = { worth: fitOf(wanted, name) * NAME_WORTH, by: null as string | null };
    for (const [phrase, weight] of Object.entries(words)) {
      const worth = fitOf(wanted, phrase) * weight;
      if (worth > best.worth) best = { worth, by: phrase };
    }
    return best.worth > 0 ? [{ code, ...best }] : [];
  });
  return hits.sort((a, b) => b.worth - a.worth).map(({ code, by }) => ({ code, by }));
}

/** The places that fit, best first; at most `most` of them. Nothing without anything typed. */
export function searchWhere(typed: string, all: readonly Somewhere[], most: number): Somewhere[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return [];
  const hits = all.flatMap((place) => {
    const fit = Math.max(fitOf(wanted, place.name) * 2, fitOf(wanted, `${place.name} ${place.beside}`));
    return fit > 0 ? [{ place, fit }] : [];
  });
  // The surer place of two that fit alike.
  return hits
    .sort((a, b) => b.fit - a.fit || a.place.name.length - b.place.name.length)
    .slice(0, most)
    .map(({ place }) => place);
}

/** No two places of one name are so near to each other, metres. */
const SAME_M = 1500;

/** What the finder answers beside the places that are in the list by the same name already. */
export function foundBeside(known: readonly Somewhere[], found: readonly FoundPlace[]): FoundPlace[] {
  return found.filter(
    (one) =>
      one.relation !== null ||
      !known.some((other) => other.name === one.name && distanceM(one, other) <= SAME_M),
  );
}

/** 0 when it does not fit; more the more of the name was typed, and most for all of it. */
function fitOf(wanted: readonly string[], name: string): number {
  const words = wordsIn(name);
  const fits = wanted.every((word) => words.some((known) => known.startsWith(word)));
  if (!fits) return 0;
  const isWhole = wanted.length === words.length && wanted.every((word, at) => word === words[at]);
  const starts = words[0]?.startsWith(wanted[0] ?? '') ? 1 : 0;
  return 1 + starts + (isWhole ? WHOLE_WORTH : 0);
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Kelurahan first, then what the pack knows by name. */
export function placesToName(kelurahan: readonly Somewhere[], places: readonly EntryPlace[]): Somewhere[] {
  return [
    ...kelurahan,
    ...places.map(({ name, kelurahan: beside, lat, lng, accuracyM }, at) => ({
      ...{ id: `place ${at}`, name, beside, lat, lng, accuracyM },
    })),
  ];
}
