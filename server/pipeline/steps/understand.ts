import type { Category, CityPack } from '../../../shared/city/city-pack.ts';
import { perVersion } from '../../../shared/city/live-pack.ts';
import type { ReportedLocation } from '../../../shared/report/report.ts';
import type { AreaNames, Facts, Priority } from '../../../shared/ticket/ticket.ts';
import { createPlaceOfReport, type PlaceOfReport } from '../../understand/places/place-of-report.ts';
import { createUnderstandWords } from '../../understand/understand-words.ts';
import { createFactExtractor } from './extract-facts.ts';
import type { Sighting } from './match.ts';
import type { Report } from './report.ts';

/** A place as tickets take it: without the words that came with it. */
export type Point = Pick<ReportedLocation, 'lat' | 'lng' | 'accuracyM' | 'source'> & { areas?: AreaNames };

/** What was understood of a report's words and place. */
export type Understanding = {
  category: Category;
  /** False when nothing in the words pointed to a category. */
  known: boolean;
  priority: Priority;
  facts: Facts;
  point: Point | null;
  because: string[];
};
export type Understand = (report: Pick<Report, 'channel' | 'text' | 'location' | 'address'>) => Understanding;

/**
 * Understands words by the city's pack as it is in force; a call of which nothing is known yet gets the pack's category
 * for calls.
 */
export function createUnderstand(pack: CityPack): Understand {
  // Prepared by itself: names of places change less often than the rest.
  const placeOf = createPlaceOfReport(pack);
  const understand = perVersion(pack, (version) => understandBy(version, placeOf));
  return (report) => understand()(report);
}

function understandBy(
  pack: CityPack,
  placeOf: (words: string, own: Point | null) => PlaceOfReport,
): Understand {
  const understandWords = createUnderstandWords(pack);
  const extractFacts = createFactExtractor(pack);
  const call = pack.categories.find(({ code }) => code === pack.callCategory);
  if (!call) throw new Error(`The pack ${pack.id} has no category ${pack.callCategory}`);

  return ({ channel, text, location, address = null }) => {
    const understood = understandWords(text, channel);
    const isBareCall = !understood.known && channel === '112';
    const category = isBareCall ? call : understood.category;
    const { point, facts } = placeOf(address === null ? text : `${address}\n${text}`, pointOf(location));
    return {
      category,
      known: understood.known,
      priority: isBareCall && understood.priority !== 'critical' ? call.priority : understood.priority,
      because: understood.because,
      facts: { ...extractFacts(text, category.code), ...facts },
      point,
    };
  };
}

/** The place without its words; null for the 0, 0 of a device that does not know where it is. */
export function pointOf(location: ReportedLocation | null): Point | null {
  if (!location || (location.lat === 0 && location.lng === 0)) return null;
  const { lat, lng, accuracyM, source } = location;
  return { lat, lng, accuracyM: accuracyM ?? null, source };
}

/** What is to be matched with open tickets; null where there is no place or the category is never joined. */
export function sightingOf({ category, point }: Understanding, at: number): Sighting | null {
  if (!point || !category.match) return null;
  return { lat: point.lat, lng: point.lng, accuracyM: point.accuracyM, category, at };
}
