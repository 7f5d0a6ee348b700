import type { Category, CityPack } from '../../shared/city/city-pack.ts';
import { perVersion } from '../../shared/city/live-pack.ts';
import type { Channel } from '../../shared/report/channel.ts';
import type { TicketState } from '../../shared/ticket/ticket.ts';
import type { Kin } from './steps/judge.ts';
import { createLikeness, type Said } from './steps/likeness.ts';
import type { Sighting } from './steps/match.ts';
import type { Report } from './steps/report.ts';
import type { Understanding } from './steps/understand.ts';

/** What the city in force says of which incidents may be the same. */
export type LikenessNow = {
  read: (text: string) => Said;
  kin: Kin;
  kinOf: (code: string) => readonly Category[];
  categoryOf: (code: string) => Category | undefined;
};

/** Reads the city's rules of likeness; asked again it answers by the pack as it is then. */
export function createLikenessNow(pack: CityPack): () => LikenessNow {
  return perVersion(pack, (city) => {
    const categories = new Map(city.categories.map((category) => [category.code, category]));
    const kin = new Map<string, Set<string>>();
    const add = (one: string, other: string) => kin.set(one, (kin.get(one) ?? new Set()).add(other));
    for (const [one, others] of Object.entries(city.likeness?.kin ?? {})) {
      for (const other of others) {
        add(one, other);
        add(other, one);
      }
    }
    return {
      read: createLikeness(city),
      kin: (one, other) => kin.get(one)?.has(other) ?? false,
      kinOf: (code) => [...(kin.get(code) ?? [])].flatMap((other) => categories.get(other) ?? []),
      categoryOf: (code) => categories.get(code),
    };
  });
}

/** What a person has taken down never ends in another ticket without a person. */
const ASKED_ABOUT: readonly Channel[] = ['112', 'operator'];

/** What is to be matched of a report; null where there is no place, or nothing it could be the same as. */
export function sightingOfReport(
  { channel, text, occurredAt }: Pick<Report, 'channel' | 'text' | 'occurredAt'>,
  { category, point }: Pick<Understanding, 'category' | 'point'>,
  { read, kinOf }: LikenessNow,
): Sighting | null {
  if (!point || (!category.match && kinOf(category.code).length === 0)) return null;
  const { lat, lng, accuracyM } = point;
  const neverJoined = ASKED_ABOUT.includes(channel) || !category.match;
  return { lat, lng, accuracyM, category, at: occurredAt, said: read(text), neverJoined };
}

/** What is to be matched of a ticket that has just got its place: a person decides, it is somebody's already. */
export function sightingOfTicket(ticket: TicketState, { categoryOf, kinOf }: LikenessNow): Sighting | null {
  const category = categoryOf(ticket.category);
  if (!ticket.location || !category || (!category.match && kinOf(category.code).length === 0)) return null;
  const { lat, lng, accuracyM } = ticket.location;
  return { lat, lng, accuracyM, category, at: Date.parse(ticket.createdAt), neverJoined: true };
}
