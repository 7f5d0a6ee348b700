import { z } from 'zod';
import type { Channel } from '../report/channel.ts';
import type { LatLng } from '../report/report.ts';
import type { Status } from '../ticket/ticket.ts';
import type { LiveTicket } from './live.ts';

/** Query of `GET /api/tickets/near`. */
export const nearQuery = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lng: z.coerce.number().min(-180).max(180),
  accuracyM: z.coerce.number().nonnegative().optional(),
  category: z.string().max(60).optional().describe('Tickets that may be the same incident come first.'),
});
export type NearQuery = z.infer<typeof nearQuery>;

/** An open ticket near a place. `likely`: by the rules that join reports by themselves it is the same incident. */
export type NearTicket = { ticket: LiveTicket; distanceM: number; likely: boolean };

/** Body of `POST /api/callers`: a number is no part of an address, which is written down on its way. */
export const callerBody = z.object({ phone: z.string().trim().min(3).max(40) });

/** An earlier report by a number. Personal data: the control room only. */
export type CallerReport = {
  reportId: string;
  channel: Channel;
  at: string;
  text: string;
  name: string | null;
  ticket: {
    id: string;
    number: string;
    category: string;
    status: Status;
    /** Where it is, also when it is closed and on no board any more. */
    location: LatLng | null;
  } | null;
};

/** What an entry is typed with, answer of `GET /api/entry-words`. */
export type EntryWords = {
  /** How people say each category: phrase → weight, by category code. */
  categories: Record<string, Record<string, number>>;
  places: EntryPlace[];
};

/** A place with a name. */
export type EntryPlace = {
  name: string;
  kind: string;
  lat: number;
  lng: number;
  kelurahan: string;
  accuracyM: number;
};
