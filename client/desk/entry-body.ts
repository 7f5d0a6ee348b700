import type { LatLng } from '../../shared/report/report.ts';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { CallView, CreateTicketBody } from '../../shared/wire/api.ts';

/** A place that was chosen by its name. `told`: the words in which it was found. */
export type NamedPlace = LatLng & { name: string; accuracyM: number; told?: string };

/** What an operator fills in while talking; kept as a draft until it is sent. */
export type Fields = {
  category: string | null;
  place: NamedPlace | null;
  point: LatLng | null;
  priority: Priority | null;
  address: string;
  text: string;
  name: string;
  phone: string;
};

export const BLANK: Fields = {
  category: null,
  place: null,
  point: null,
  priority: null,
  address: '',
  text: '',
  name: '',
  phone: '',
};

type Location = NonNullable<CreateTicketBody['location']>;

/** The point on the map where there is one, with the call's own accuracy; else the place that was named. */
export function locationOf(
  { place, point }: Pick<Fields, 'place' | 'point'>,
  call: CallView | null,
): Location | null {
  if (point !== null)
    return { ...point, accuracyM: isPlaceOfCall(point, call) ? (call?.location?.accuracyM ?? null) : null };
  return place && { lat: place.lat, lng: place.lng, accuracyM: place.accuracyM };
}

/** Is it known where? An address alone will do: the server places it by its words, or a person does. */
export function isPlaced(fields: Fields, call: CallView | null): boolean {
  return locationOf(fields, call) !== null || fields.address.trim() !== '';
}

/** Is this the point that the exchange, or the caller's phone, told? */
export function isPlaceOfCall(point: LatLng, call: CallView | null): boolean {
  return call?.location?.lat === point.lat && call.location.lng === point.lng;
}

/** The body of the entry, with only what was filled in. `joinTicketId`: the ticket it is told of again. */
export function bodyOf(
  entryId: string,
  call: CallView | null,
  fields: Fields,
  joinTicketId: string | null,
): CreateTicketBody {
  const { category, priority, place, address, text, name, phone } = fields;
  const reporter = {
    ...(name.trim() && { name: name.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
  };
  // A landmark's name, as the caller put it, is what somebody who goes there is told.
  const where = address.trim() || (place && fields.point === null ? (place.told ?? place.name) : '');
  return {
    entryId,
    ...(call && { callId: call.callId }),
    ...(joinTicketId !== null && { joinTicketId }),
    ...(category && { category }),
    ...(priority && { priority }),
    text: text.trim(),
    location: locationOf(fields, call),
    ...(where && { address: where }),
    ...(Object.keys(reporter).length > 0 && { reporter }),
  };
}
