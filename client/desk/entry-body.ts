import type { LatLng } from '../../shared/report/report.ts';
import type { Priority } from '../../shared/ticket/ticket.ts';
import type { CallView, CityView, CreateTicketBody } from '../../shared/wire/api.ts';
import { middleOf } from '../map/areas-to-name.ts';

/** How far off a kelurahan's middle may be from where it happened, metres. */
const KELURAHAN_ACCURACY_M = 800;

/** What an operator fills in while talking. */
export type Fields = {
  category: string | null;
  kelurahan: string | null;
  priority: Priority | null;
  address: string;
  text: string;
  name: string;
  phone: string;
};

export const BLANK: Fields = {
  category: null,
  kelurahan: null,
  priority: null,
  address: '',
  text: '',
  name: '',
  phone: '',
};

type Location = NonNullable<CreateTicketBody['location']>;

/** The point on the map where there is one, with the call's own accuracy; else the middle of the kelurahan. */
export function locationOf(
  city: CityView,
  kelurahan: string | null,
  point: LatLng | null,
  call: CallView | null,
): Location | null {
  if (point !== null) {
    const sameAsCall = call?.location?.lat === point.lat && call.location.lng === point.lng;
    return { ...point, accuracyM: sameAsCall ? (call.location?.accuracyM ?? null) : null };
  }
  const cell = city.cells.find(({ code }) => code === kelurahan);
  const middle = cell && middleOf(cell.rings);
  return middle ? { lat: middle[0], lng: middle[1], accuracyM: KELURAHAN_ACCURACY_M } : null;
}

/** The body of the entry, with only what was filled in. */
export function bodyOf(
  entryId: string,
  call: CallView | null,
  { priority, address, text, name, phone }: Fields,
  category: string,
  location: Location,
): CreateTicketBody {
  const reporter = {
    ...(name.trim() && { name: name.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
  };
  return {
    entryId,
    ...(call && { callId: call.callId }),
    category,
    ...(priority && { priority }),
    text: text.trim(),
    location,
    ...(address.trim() && { address: address.trim() }),
    ...(Object.keys(reporter).length > 0 && { reporter }),
  };
}
